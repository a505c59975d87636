internal import CalqueText

/// A place in the bytes of a JSON text.
struct JSONCursor {
  private let bytes: [UInt8]
  private(set) var offset: UInt32

  /// Starts at the first byte; a byte order mark, which RFC 8259 lets a reader ignore, is skipped.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = UInt32(Source.markLength(of: bytes))
  }

  var isAtEnd: Bool { Int(offset) >= bytes.count }

  /// The byte here; nil at the end.
  var next: UInt8? { isAtEnd ? nil : bytes[Int(offset)] }

  /// The scalar here, as a range; at the end the empty range.
  var place: TextRange {
    guard !isAtEnd else { return TextRange(offset, offset) }
    var end = Int(offset) + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return TextRange(offset, UInt32(end))
  }

  /// The word here, and at least one scalar.
  var rest: TextRange {
    var copy = self
    let word = copy.skipWord()
    return word.isEmpty ? place : word
  }

  func range(from start: UInt32) -> TextRange { TextRange(start, offset) }

  func text(of range: TextRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  mutating func advance() { offset += 1 }

  /// Skips a byte if it is this one.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == scalar.value else { return false }
    offset += 1
    return true
  }

  /// Skips digits and returns how many there were.
  mutating func skipDigits() -> Int {
    let start = offset
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset += 1 }
    return Int(offset - start)
  }

  /// Skips letters, digits and what is not ASCII, and returns their range.
  mutating func skipWord() -> TextRange {
    let start = offset
    while let byte = next, Self.isWord(byte) { offset += 1 }
    return range(from: start)
  }

  mutating func skipWhiteSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  /// Skips a comment of the kinds that JSON5 and shells have, and returns its range.
  mutating func skipComment() -> TextRange? {
    let start = offset
    let rest = bytes[Int(offset)...]
    if rest.starts(with: "/*".utf8) {
      var end = Int(offset) + 2
      while end < bytes.count, !bytes[end...].starts(with: "*/".utf8) { end += 1 }
      offset = UInt32(min(end + 2, bytes.count))
    } else if rest.starts(with: "//".utf8) || next == UInt8(ascii: "#") {
      while let byte = next, byte != 0x0A, byte != 0x0D { offset += 1 }
    } else {
      return nil
    }
    return range(from: start)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
