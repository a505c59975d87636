/// What a byte is to the tokenizer; one look-up each.
enum ByteClass {
  static let lower: UInt8 = 0
  static let upper: UInt8 = 1
  static let digit: UInt8 = 2
  /// White space and controls.
  static let space: UInt8 = 3
  static let apostrophe: UInt8 = 4
  /// `"` and `` ` ``; `<` and `>` may be halves of a mark.
  static let quote: UInt8 = 5
  static let angle: UInt8 = 6
  static let hyphen: UInt8 = 7
  static let dot: UInt8 = 8
  /// `,` and `:`, which may stand inside a number.
  static let separator: UInt8 = 9
  static let punctuation: UInt8 = 10
  /// `@` and `#`, which may start a handle.
  static let handle: UInt8 = 11
  static let symbol: UInt8 = 12
  /// A byte of a longer sequence, or of none.
  static let nonASCII: UInt8 = 13

  /// The class of each byte.
  static let table: [UInt8] = (0..<256).map { classify(UInt8($0)) }

  private static func classify(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7A: lower
    case 0x41...0x5A: upper
    case 0x30...0x39: digit
    case 0x00...0x20, 0x7F: space
    case 0x27: apostrophe
    case 0x22, 0x60: quote
    case 0x3C, 0x3E: angle
    case 0x2D: hyphen
    case 0x2E: dot
    case 0x2C, 0x3A: separator
    case 0x21, 0x28, 0x29, 0x2F, 0x3B, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D: punctuation
    case 0x23, 0x40: handle
    case 0x80...0xFF: nonASCII
    default: symbol
    }
  }
}
