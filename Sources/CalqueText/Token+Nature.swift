extension Token {
  /// What a token is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Letters, with inner apostrophes and hyphens, digits among them: `build-up`, `Moscow’s`,
    /// `2nd`.
    case word
    /// Digits with inner separators: `1,500`, `3.5`, `2014-16`.
    case number
    /// A sentence's own marks: `.` `,` `(` `—` …
    case punctuation
    /// Everything else: `%`, `$`, an emoji, a link, a handle, a byte that is no UTF-8.
    case symbol
    /// A mark that may open or close a quotation, or be an apostrophe: see ``QuoteMark``.
    case quote
  }

  /// What is known of a token from its bytes alone.
  public struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt16

    /// Creates flags from their bits.
    @inlinable
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    // The three lowest bits tell at one look of a capital inside a sentence (`TokenGroup`).

    /// The first letter is a capital.
    @inlinable public static var capitalized: Flags { Flags(rawValue: 1 << 0) }
    /// All letters are capitals, and there are two at least.
    @inlinable public static var allCapitals: Flags { Flags(rawValue: 1 << 1) }
    /// The token is the first of its sentence.
    @inlinable public static var sentenceStart: Flags { Flags(rawValue: 1 << 2) }

    // These may stand in any order.

    /// The token is one of `U.S.`, `a.m.`, `EE.UU.`, its last dot included.
    @inlinable public static var initialism: Flags { Flags(rawValue: 1 << 3) }
    /// White space stands before the token, or it is the first of its block.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1 << 4) }
    /// A small letter is followed by a capital: `UkraineStano`, `WhatsApp`.
    @inlinable public static var hasSeam: Flags { Flags(rawValue: 1 << 5) }
    /// The token is a web or mail address, a handle or a hashtag.
    @inlinable public static var link: Flags { Flags(rawValue: 1 << 6) }
    /// The token stands between an opening and a closing quotation mark.
    @inlinable public static var insideQuotation: Flags { Flags(rawValue: 1 << 7) }
    /// The token is the first of its block.
    @inlinable public static var blockStart: Flags { Flags(rawValue: 1 << 8) }
    /// Marks stand between the digits of the number, and not as in most of English: not as in
    /// `1,500`, `3.5` and `10:30`.
    @inlinable public static var oddlyGrouped: Flags { Flags(rawValue: 1 << 9) }

    /// The token is a comma or a full stop close behind a letter or digit of ASCII and before a
    /// space or a line end, as most are: nothing of it is uncommon.
    @inlinable public static var ordinaryMark: Flags { Flags(rawValue: 1 << ordinaryMarkBit) }
    @inlinable package static var ordinaryMarkBit: UInt16 { 10 }

    // Together with the kind the two highest bits tell at one look what is no word of ASCII
    // letters.

    /// A digit is among the letters.
    @inlinable public static var hasDigit: Flags { Flags(rawValue: 1 << 11) }
    /// A byte is not ASCII.
    @inlinable public static var nonASCII: Flags { Flags(rawValue: 1 << 12) }
  }

  /// What a token is and what is known of it from its bytes alone, in two bytes.
  public struct Nature: Sendable, Hashable {
    /// The kind in the three highest bits, the flags below.
    @usableFromInline package var bits: UInt16

    /// How far left the kind stands among its flags.
    @usableFromInline static var kindShift: UInt16 { 13 }
    /// The bits of the kind among its flags; none in a word.
    @usableFromInline package static var kindBits: UInt16 { 7 &<< kindShift }

    /// Creates what is known of a token.
    @inlinable @inline(__always)
    package init(_ kind: Kind, _ flags: Flags = []) {
      bits = UInt16(kind.rawValue) &<< Self.kindShift | flags.rawValue
    }

    /// What the token is.
    @inlinable
    public var kind: Kind {
      switch bits &>> Self.kindShift {
      case 0: .word
      case 1: .number
      case 2: .punctuation
      case 3: .symbol
      default: .quote
      }
    }

    /// What is known of the token.
    public internal(set) var flags: Flags {
      @inlinable get { Flags(rawValue: bits & ~Self.kindBits) }
      set { bits = bits & Self.kindBits | newValue.rawValue }
    }

    /// One in a mark that may be of a quotation, zero in any other token.
    @inlinable package var quoteBit: UInt16 {
      // The last kind alone has the highest bit.
      bits &>> 15
    }

    /// Tells whether the token is a word or a number.
    @inlinable
    public var isWordLike: Bool {
      // They are the first two kinds.
      bits < 2 &<< Self.kindShift
    }
  }
}
