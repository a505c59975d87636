/// The scripts of the letters of a word.
public struct WordScripts: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The letters of English, with or without accents.
  public static let latin = WordScripts(rawValue: 1 << 0)
  /// Greek, whose `µ` and `Ω` stand as units in English text and do not count.
  public static let greek = WordScripts(rawValue: 1 << 1)
  /// The letters of Russian and its neighbours.
  public static let cyrillic = WordScripts(rawValue: 1 << 2)
  /// Any other.
  public static let other = WordScripts(rawValue: 1 << 3)

  /// Finds the scripts of a range of a text.
  ///
  /// O(length).
  public init(of range: TextRange, in text: [UInt8]) {
    self = []
    var index = Int(range.start)
    while index < Int(range.end) {
      let byte = text[index]
      guard byte >= 0x80 else {
        if (0x61...0x7A).contains(byte | 0x20) { formUnion(.latin) }
        index += 1
        continue
      }
      // An apostrophe, `’`, is what most words beyond ASCII have.
      if byte == 0xE2, index + 2 < Int(range.end), text[index + 1] == 0x80, text[index + 2] == 0x99
      {
        index += 3
        continue
      }
      let scalar = DecodedScalar(text.span, at: index, end: Int(range.end))
      formUnion(Self.script(of: scalar.value))
      index += scalar.length
    }
  }

  private static func script(of scalar: UInt32) -> WordScripts {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
    case 0x250...0x36F, 0x3BC: []
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x530...0x1DFF, 0x2C00...0xFEFF, 0x10000...0x1CFFF, 0x20000...0x3FFFF:
      Scalars.kind(of: scalar) == .letter || Scalars.kind(of: scalar) == .lowercase
        || Scalars.kind(of: scalar) == .uppercase ? .other : []
    default: []
    }
  }
}
