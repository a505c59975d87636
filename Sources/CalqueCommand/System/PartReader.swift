import CalqueFormats
import CalqueText

/// Reads a file in parts of whole lines, so that memory depends on its longest line and not on its
/// length.
struct PartReader: ~Copyable {
  /// Bytes of a part at least, but for the last.
  ///
  /// Four reads of ``OpenFile/chunk``, each a little less than a section of an article: with what
  /// was read before, the part is four sections, and no short one is left over.
  static let leastBytes = 1000 << 10
  /// Bytes of a file for which there is room to be had at once.
  private static let mostReserved = 1 << 31

  private let descriptor: FileDescriptor
  private let boundary: PartBoundary
  /// Number of bytes of the file; zero where it is not known.
  private let size: Int
  /// What was read behind the last part.
  private var rest: [UInt8] = []
  /// Where the next part starts.
  private var origin = Source.Origin()
  private var hasEnded = false

  init(_ descriptor: consuming FileDescriptor, size: Int, _ boundary: PartBoundary) {
    self.descriptor = descriptor
    self.size = size
    self.boundary = boundary
  }

  /// Returns the next lines; nil behind the last ones.
  ///
  /// An empty file has one part, without lines; a file in UTF-16 has one as well, with all of them.
  ///
  /// - Throws: ``SystemError``, or ``SourceError`` where the lines are no text.
  mutating func next() throws -> Source? {
    guard !hasEnded else { return nil }
    let isFirst = origin.isStart
    let bytes = try readPart()
    // A first part that is the last is the whole file.
    if isFirst, hasEnded { return try Source(decoding: bytes) }
    let source = try Source(part: bytes, from: origin, goesOn: !hasEnded)
    if !hasEnded { origin = source.end }
    return source
  }

  /// Reads up to a boundary, and notes what was read behind it.
  private mutating func readPart() throws(SystemError) -> [UInt8] {
    var bytes = rest
    rest = []
    bytes.reserveCapacity(Self.leastBytes + OpenFile.chunk)
    while bytes.count < Int(UInt32.max) {
      let start = bytes.count
      let count = try descriptor.read(OpenFile.chunk, to: &bytes)
      guard count > 0 else { break }
      // What is no text is told as such without reading a film to its end.
      if origin.isStart, start == 0, OpenFile.isBinary(bytes) { break }
      let isUTF16 = origin.isStart && Source.Encoding.utf16(markedBy: bytes) != nil
      guard bytes.count >= Self.leastBytes, !isUTF16 else { continue }
      if let end = boundary.lastEnd(in: bytes[start...]) {
        rest = Array(bytes[end...])
        bytes.removeLast(rest.count)
        return bytes
      }
      // All of it may be one line: to grow step by step would take the memory twice.
      if origin.isStart, size < Self.mostReserved {
        bytes.reserveCapacity(size + OpenFile.chunk)
      }
    }
    hasEnded = true
    return bytes
  }
}

extension PartBoundary {
  /// Returns where a part may end among some bytes; nil where no line of them ends.
  fileprivate func lastEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    guard let lastLine = bytes.lastIndex(of: 0x0A) else { return nil }
    if self == .paragraph {
      var lineEnd = lastLine
      while let before = bytes[..<lineEnd].lastIndex(where: { $0 > 0x20 || $0 == 0x0A }) {
        if bytes[before] == 0x0A { return lineEnd + 1 }
        guard let next = bytes[..<before].lastIndex(of: 0x0A) else { break }
        lineEnd = next
      }
    }
    return lastLine + 1
  }
}
