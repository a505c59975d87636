/// What a token must be for a trial of a pattern to be worth its time.
///
/// Necessary, not sufficient: a few tokens that do not fit pass as well. Words and marks are asked
/// of a filter, in which a set of them has a bit for each (``filterBit(of:in:)``); all other words
/// are told by their look.
public struct TokenCondition: BitwiseCopyable, Sendable, Hashable {
  /// The set's number above, and below in eight bits the looks and demands.
  public var bits: UInt32 = 0

  /// Asks for nothing.
  public static var none: TokenCondition { TokenCondition() }

  /// What words a condition accepts whether or not its set has them, and what it asks beside.
  public struct Traits: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Creates traits from their bits.
    @inlinable
    public init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// Accepts every number.
    @inlinable public static var number: Traits { Traits(rawValue: 1 << 0) }
    /// Accepts every word with a capital first letter.
    @inlinable public static var capitalized: Traits { Traits(rawValue: 1 << 1) }
    /// Accepts every word with a small first letter.
    @inlinable public static var small: Traits { Traits(rawValue: 1 << 2) }
    /// Asks for a quotation mark between this token and the one that is looked at from.
    @inlinable public static var marked: Traits { Traits(rawValue: 1 << 3) }
    /// Asks for the start of a sentence before the token.
    @inlinable public static var sentenceStart: Traits { Traits(rawValue: 1 << 4) }

    /// Accepts every word and number.
    public static let anyWord: Traits = [.number, .capitalized, .small]
    /// What is asked beside the token.
    public static let demands: Traits = [.marked, .sentenceStart]
  }

  /// Asks for nothing.
  public init() {}

  /// Makes a condition; the set zero accepts every token.
  public init(set: UInt32, _ traits: Traits) {
    precondition(set < 1 << 24, "a set's number has 24 bits")
    bits = set << 8 | traits.rawValue
  }

  /// The number of the set; zero where every token is accepted.
  @inlinable public var set: UInt32 { bits >> 8 }
  /// What is accepted and asked beside the set.
  @inlinable public var traits: Traits { Traits(rawValue: bits & 0xFF) }

  /// Returns the bit that a token has as a member of the condition's set, in a filter of a power of
  /// two of bits.
  @inlinable
  public func filterBit(of member: WordID, in bitCount: Int) -> Int {
    let both = UInt64(set) << 32 | UInt64(member)
    return Int(truncatingIfNeeded: (both &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (bitCount &- 1)
  }
}
