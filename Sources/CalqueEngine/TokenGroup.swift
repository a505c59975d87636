internal import CalqueText

/// What is uncommon among up to 64 tokens in a row, a bit each, the first one lowest.
///
/// Words, names and marks follow each other in no order that a processor could foretell, and a wrong
/// guess costs it as much as fifty instructions. So the loop that sees every token takes no branch,
/// and each loop over the bits does one thing.
struct TokenGroup {
  /// Most tokens in a group.
  static let size = 64

  /// Everything but words of letters of ASCII.
  private(set) var uncommon: UInt64 = 0
  /// Words with a capital at their start alone that stand inside a sentence.
  private(set) var innerCapitals: UInt64 = 0

  /// Looks at the tokens from `start` on.
  init(_ tokens: Span<Token>, from start: Int) {
    let count = min(Self.size, tokens.count &- start)
    var place = 0
    while place < count {
      let token = tokens[start &+ place].kindAndFlags
      let shift = UInt64(truncatingIfNeeded: place)
      uncommon |= Self.bit(token & Self.uncommonBits != 0) &<< shift
      innerCapitals |= Self.bit(token & Self.innerBits == Self.innerCapital) &<< shift
      place &+= 1
    }
  }

  private static func bit(_ condition: Bool) -> UInt64 { condition ? 1 : 0 }

  /// What no word of letters of ASCII has.
  private static var uncommonBits: UInt16 { Token.kindBits | bits([.nonASCII, .hasDigit]) }
  /// What is to be known of a capital inside a sentence, and what it is.
  private static var innerBits: UInt16 {
    Token.kindBits | bits([.capitalized, .allCapitals, .sentenceStart, .initialism])
  }
  private static var innerCapital: UInt16 { bits(.capitalized) }

  private static func bits(_ flags: Token.Flags) -> UInt16 { flags.rawValue }
}
