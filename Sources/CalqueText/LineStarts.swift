/// Where the lines of a text start: they end at LF, CRLF or CR.
public struct LineStarts: Sendable {
  /// Offset of the first byte of each line, in order; a text that ends in a line end has an empty
  /// last line.
  public let offsets: [UInt32]
  /// Offset of the first NUL byte, which no text has.
  let firstNUL: Int?

  /// Looks for the line ends of a text from the start of a line on.
  ///
  /// O(length).
  public init(of text: [UInt8], from start: Int = 0) {
    var offsets: [UInt32] = []
    var firstNUL: Int?
    // Lines of news have two hundred bytes.
    offsets.reserveCapacity((text.count - start) / 128 + 8)
    offsets.append(UInt32(start))
    let bytes = text.span
    var index = ByteSearch.firstByte(below: 0x0E, in: text, from: start)
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: offsets.append(UInt32(index + 1))
      case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A:
        offsets.append(UInt32(index + 1))
      case 0: firstNUL = firstNUL ?? index
      default: break
      }
      index = ByteSearch.firstByte(below: 0x0E, in: text, from: index + 1)
    }
    self.offsets = offsets
    self.firstNUL = firstNUL
  }
}
