/// A pattern to try where a word occurs.
public struct Anchor: BitwiseCopyable, Sendable, Hashable {
  /// Index of the pattern.
  public var pattern: UInt32 = 0
  /// How far the word may be from the start of the pattern.
  public var reach = AnchorReach()
  /// What must stand around the word.
  public var surroundings = Surroundings()
}

/// How many tokens there may be between the start of a pattern and its anchor word, quotation marks
/// apart.
public struct AnchorReach: BitwiseCopyable, Sendable, Hashable {
  /// Least number of them.
  public var least: UInt32 = 0
  /// Greatest number of them.
  public var most: UInt32 = 0

  /// Creates the reach.
  public init(least: UInt32 = 0, most: UInt32 = 0) {
    (self.least, self.most) = (least, most)
  }
}

/// What must stand around an anchor word, quotation marks apart, for its pattern to be tried.
public struct Surroundings: BitwiseCopyable, Sendable, Hashable {
  /// What the token before the word must be.
  public var before = TokenCondition.none
  /// What the token after the word must be.
  public var after = TokenCondition.none
  /// What the second token before the word must be.
  public var secondBefore = TokenCondition.none
  /// What the second token after the word must be.
  public var secondAfter = TokenCondition.none

  /// Number of conditions.
  var count: Int { [before, after, secondBefore, secondAfter].count { $0 != .none } }
}

/// How the anchors of a word are found.
public struct AnchorRoles: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates roles from their bits.
  @inlinable
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Some are tried wherever the word stands.
  @inlinable public static var alone: AnchorRoles { AnchorRoles(rawValue: 1 << 0) }
  /// Some are tried beside certain tokens after the word.
  @inlinable public static var withNext: AnchorRoles { AnchorRoles(rawValue: 1 << 1) }
  /// Some are tried beside certain tokens before the word.
  @inlinable public static var withPrevious: AnchorRoles { AnchorRoles(rawValue: 1 << 2) }

  /// All there are.
  static let all: AnchorRoles = [.alone, .withNext, .withPrevious]
}

/// Two tokens side by side.
public struct TokenPair: Sendable, Hashable {
  /// Both tokens.
  public let bits: UInt64

  /// What stands beside an anchor that its word finds alone: no word and no mark.
  public static let any: WordID = 1 << 30

  /// Makes a pair.
  @inlinable
  public init(_ first: WordID, _ second: WordID) {
    bits = UInt64(first) << 32 | UInt64(second)
  }

  /// Makes a pair, or with zero instead of one the pair of a token and ``any``, without a branch.
  @inlinable
  public init(_ first: WordID, _ second: WordID, isPair: UInt32) {
    let mask = 0 &- isPair
    bits = UInt64(first) << 32 | UInt64(second & mask | 1 << 30 & ~mask)
  }

  /// Number of 64-bit numbers of the filter, 64 KiB: with half of that the built-in rules set one
  /// bit of five, and a text takes 1.07 of the time; with twice as much a folder takes longer.
  public static let filterSize = 8192

  /// The bit of the filter that the pair has.
  @inlinable public var filterBit: Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) &>> 45)
  }
}

/// An anchor under the two tokens that find it, or under its word and any token.
public struct AnchorPair: BitwiseCopyable, Sendable, Hashable {
  /// The first token of the pair.
  public var first: WordID = 0
  /// The second token of the pair, or ``TokenPair/any``.
  public var second: WordID = 0
  /// Of the anchor's surroundings the condition that refuses most: it is asked before the anchor is
  /// looked up.
  public var condition = TokenCondition.none
  /// The index of the anchor above, and below in eight bits the rest.
  private var details: UInt32 = 0

  /// Makes a record that has no pair yet.
  ///
  /// - Parameters:
  ///   - anchor: Index of the anchor.
  ///   - isSecond: Whether the anchor word is the second token.
  ///   - condition: What is asked first.
  ///   - offset: How far behind the anchor word the token stands that must meet the condition,
  ///     quotation marks apart: from -2 to 2, zero where there is none.
  ///   - asksMore: Whether the anchor's surroundings ask for more than that.
  init(anchor: Int, isSecond: Bool, _ condition: TokenCondition, offset: Int, asksMore: Bool) {
    precondition(anchor < 1 << 24, "an anchor's index has 24 bits")
    self.condition = condition
    details =
      UInt32(anchor) << 8 | UInt32(offset + 2) << 2 | (asksMore ? 2 : 0) | (isSecond ? 1 : 0)
  }

  /// Notes that other records have the same bit of the filter.
  mutating func noteOthers() { details |= 1 << 5 }

  /// The pair.
  @inlinable public var pair: TokenPair { TokenPair(first, second) }
  /// Index of the anchor.
  public var anchor: Int { Int(details >> 8) }
  /// Whether the anchor word is the second token.
  public var isSecond: Bool { details & 1 == 1 }
  /// Whether the anchor's surroundings ask for more than the condition.
  public var asksMore: Bool { details & 2 == 2 }
  /// Whether other records have the same bit of the filter; told by the first of them alone.
  public var hasOthers: Bool { details & 1 << 5 != 0 }
  /// How far behind the anchor word the token stands that must meet the condition.
  public var offset: Int { Int(details >> 2 & 7) - 2 }
}
