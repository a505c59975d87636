/// A word, number or mark of a text.
///
/// Tokens lie in one flat array for a whole document. No token holds a string: a word is compared
/// by its ``hash``, and its bytes are read from the text where a report needs them. A token takes sixteen
/// bytes: what walks over all of them waits for memory more than it computes.
public struct Token: Sendable, Hashable {
  /// What a token is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Letters, with inner apostrophes and hyphens, digits among them: `build-up`, `Moscow’s`, `2nd`.
    case word
    /// Digits with inner separators: `1,500`, `3.5`, `2014-16`.
    case number
    /// A sentence's own marks: `.` `,` `(` `—` …
    case punctuation
    /// A mark that may open or close a quotation, or be an apostrophe: see ``QuoteMark``.
    case quote
    /// Everything else: `%`, `$`, an emoji, a link, a handle, a byte that is no UTF-8.
    case symbol
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

    /// The first letter is a capital.
    @inlinable public static var capitalized: Flags { Flags(rawValue: 1 << 0) }
    /// All letters are capitals, and there are two at least.
    @inlinable public static var allCapitals: Flags { Flags(rawValue: 1 << 1) }
    /// A digit is among the letters.
    @inlinable public static var hasDigit: Flags { Flags(rawValue: 1 << 2) }
    /// A byte is not ASCII.
    @inlinable public static var nonASCII: Flags { Flags(rawValue: 1 << 3) }
    /// White space stands before the token, or it is the first of its block.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1 << 4) }
    /// A small letter is followed by a capital: `UkraineStano`, `WhatsApp`.
    @inlinable public static var hasSeam: Flags { Flags(rawValue: 1 << 5) }
    /// The token is one of `U.S.`, `a.m.`, `EE.UU.`, its last dot included.
    @inlinable public static var initialism: Flags { Flags(rawValue: 1 << 6) }
    /// The token is a web or mail address, a handle or a hashtag.
    @inlinable public static var link: Flags { Flags(rawValue: 1 << 7) }
    /// The token is the first of its sentence.
    @inlinable public static var sentenceStart: Flags { Flags(rawValue: 1 << 8) }
    /// The token stands between an opening and a closing quotation mark.
    @inlinable public static var insideQuotation: Flags { Flags(rawValue: 1 << 9) }
    /// The token is the first of its block.
    @inlinable public static var blockStart: Flags { Flags(rawValue: 1 << 10) }
  }

  /// Most bytes of a token: what is longer is several.
  static let mostBytes = Int(UInt16.max)

  /// Offset of the first byte.
  public let start: UInt32
  /// Number of bytes.
  @usableFromInline let length: UInt16
  /// The kind in the three highest bits, the flags below.
  @usableFromInline package var kindAndFlags: UInt16
  /// Hash of the folded bytes (``WordHash``) for words and numbers; the scalar for single marks.
  public let hash: UInt64

  /// Creates a token of at most ``mostBytes``.
  @inline(__always)
  init(start: Int, end: Int, hash: UInt64, kind: Kind, flags: Flags) {
    self.start = UInt32(truncatingIfNeeded: start)
    length = UInt16(truncatingIfNeeded: end &- start)
    kindAndFlags = UInt16(kind.rawValue) &<< Self.kindShift | flags.rawValue
    self.hash = hash
  }

  /// How far left the kind stands among its flags.
  @usableFromInline static var kindShift: UInt16 { 13 }
  /// The bits of the kind among its flags; none in a word.
  @usableFromInline package static var kindBits: UInt16 { 7 &<< kindShift }

  /// Offset of the byte after the last one.
  @inlinable public var end: UInt32 { start &+ UInt32(length) }

  /// What the token is.
  @inlinable
  public var kind: Kind {
    switch kindAndFlags &>> Self.kindShift {
    case 0: .word
    case 1: .number
    case 2: .punctuation
    case 3: .quote
    default: .symbol
    }
  }

  /// What is known of the token.
  @inlinable
  public var flags: Flags {
    get { Flags(rawValue: kindAndFlags & ~Self.kindBits) }
    set { kindAndFlags = kindAndFlags & Self.kindBits | newValue.rawValue }
  }

  /// The token's bytes.
  @inlinable
  public var range: TextRange { TextRange(start, end) }

  /// Tells whether the token is this punctuation mark, quote or symbol.
  @inlinable @inline(__always)
  public func isMark(_ scalar: Unicode.Scalar) -> Bool {
    hash == UInt64(scalar.value) && !isWordLike
  }

  /// Tells whether the token is a dash, or a hyphen that stands for one.
  @inlinable
  public var isDash: Bool { isMark("–") || isMark("—") || isMark("―") || isMark("-") }

  /// Tells whether the token is a word or a number.
  @inlinable
  public var isWordLike: Bool {
    // They are the first two kinds.
    kindAndFlags < 2 &<< Self.kindShift
  }
}
