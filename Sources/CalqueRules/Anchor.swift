/// A pattern to try where a word occurs.
public struct Anchor: BitwiseCopyable, Sendable, Hashable {
  /// Index of the pattern.
  public var pattern: UInt32 = 0
  /// Least number of tokens between the start of the pattern and this word, quotation marks apart.
  public var leastBefore: UInt32 = 0
  /// Greatest number of such tokens.
  public var mostBefore: UInt32 = 0
  /// What must stand around the word.
  public var surroundings = Surroundings()
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
}

/// What may stand beside an anchor word: a word that some rule names, or a mark.
public struct Neighbour: Sendable, Hashable {
  /// The word, or beyond all words the mark.
  public let bits: UInt32

  /// Makes a neighbour of a word; zero, a word that no rule names, is equal to none of a rule.
  @inlinable
  public init(word: WordID) {
    bits = word
  }

  /// Makes a neighbour of a mark, by its Unicode scalar.
  @inlinable
  public init(mark: UInt64) {
    bits = 1 << 31 | UInt32(truncatingIfNeeded: mark)
  }
}

/// Two tokens side by side, as one of them finds the other.
public struct TokenPair: Sendable, Hashable {
  /// Both tokens, and which of them finds the other.
  public let bits: UInt64

  /// Makes a pair.
  ///
  /// - Parameters:
  ///   - first: The first token.
  ///   - second: The second token.
  ///   - isFoundBySecond: Whether the second one finds the first.
  @inlinable
  public init(_ first: Neighbour, _ second: Neighbour, isFoundBySecond: Bool) {
    // Neither a word nor a mark has the bit below the highest.
    let side: UInt64 = isFoundBySecond ? 1 << 30 : 0
    bits = UInt64(first.bits) << 32 | UInt64(second.bits) | side
  }

  /// Whether the second token finds the first.
  public var isFoundBySecond: Bool { bits >> 30 & 1 == 1 }

  /// Number of 64-bit numbers of the filter: 32 KiB stay in the nearest cache.
  public static let filterSize = 4096
  /// Number of runs into which pairs are sorted: about as many as there are pairs.
  public static let runCount = 16384

  /// The bit of the filter that the pair has.
  @inlinable public var filterBit: Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) &>> 46)
  }

  /// The run in which the pair is.
  @inlinable public var run: Int { filterBit &>> 4 }
}

/// An anchor that is tried only where two tokens stand side by side.
public struct AnchorPair: BitwiseCopyable, Sendable, Hashable {
  /// The high half of the pair (``TokenPair/bits``).
  public var high: UInt32 = 0
  /// The low half of the pair.
  public var low: UInt32 = 0
  /// Index of the anchor.
  public var anchor: UInt32 = 0
  /// 1 where the anchor word is the second token, 0 where it is the first.
  public var isSecond: UInt32 = 0

  /// The pair (``TokenPair/bits``).
  @inlinable public var bits: UInt64 { UInt64(high) << 32 | UInt64(low) }
}
