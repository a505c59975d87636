import CalqueText

/// Reads a file in parts of whole lines, so that memory depends on its longest line and not on its
/// length.
struct LineReader: ~Copyable {
  /// Bytes of one read.
  private static let chunk = 256 << 10
  /// Bytes of a part at least, but for the last.
  private static let leastBytes = 1 << 20

  private let descriptor: FileDescriptor
  /// The start of a line of which the end was not read yet.
  private var rest: [UInt8] = []
  /// Where the next part starts.
  private var origin = Source.Origin()
  private var hasEnded = false

  init(_ descriptor: consuming FileDescriptor) {
    self.descriptor = descriptor
  }

  /// Returns the next lines; nil behind the last ones.
  ///
  /// An empty file has one part, without lines; a file in UTF-16 has one as well, with all of them.
  ///
  /// - Throws: ``SystemError``, or ``SourceError`` where the lines are no text.
  mutating func next() throws -> Source? {
    guard !hasEnded else { return nil }
    let isFirst = origin.bytes == 0
    let bytes = try readLines()
    // A first part that is the last is the whole file.
    if isFirst, hasEnded { return try Source(decoding: bytes) }
    let source = try Source(lines: bytes, from: origin)
    if !hasEnded { origin = source.end }
    return source
  }

  /// Reads up to the end of a line, and notes what was read of the next one.
  private mutating func readLines() throws(SystemError) -> [UInt8] {
    var bytes = rest
    rest = []
    while bytes.count < Int(UInt32.max) {
      let start = bytes.count
      let count = try descriptor.read(Self.chunk, to: &bytes)
      guard count > 0 else { break }
      let isUTF16 = origin.bytes == 0 && Source.Encoding.utf16(markedBy: bytes) != nil
      guard bytes.count >= Self.leastBytes, !isUTF16,
        let last = bytes[start...].lastIndex(of: 0x0A)
      else { continue }
      rest = Array(bytes[(last + 1)...])
      bytes.removeLast(rest.count)
      return bytes
    }
    hasEnded = true
    return bytes
  }
}
