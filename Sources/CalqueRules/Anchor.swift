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

/// An anchor that is tried only where two tokens stand side by side.
public struct AnchorPair: BitwiseCopyable, Sendable, Hashable {
  /// The first token (``Neighbour/bits``).
  public var first: UInt32 = 0
  /// The second token (``Neighbour/bits``).
  public var second: UInt32 = 0
  /// Index of the anchor.
  public var anchor: UInt32 = 0
  /// 1 where the anchor word is the second token, 0 where it is the first.
  public var isSecond: UInt32 = 0
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

  /// Number of 64-bit numbers of the filter: 32 KiB stay in the nearest cache.
  public static let filterSize = 4096
  /// Number of runs into which pairs are sorted: about as many as there are pairs.
  public static let runCount = 16384

  /// Returns the bit of the filter that two tokens side by side have.
  @inlinable
  public static func filterBit(of first: Neighbour, before second: Neighbour) -> Int {
    let both = UInt64(first.bits) << 32 | UInt64(second.bits)
    return Int(truncatingIfNeeded: (both &* 0x9E37_79B9_7F4A_7C15) &>> 46)
  }

  /// Returns the run of the pairs that have a bit of the filter.
  @inlinable
  public static func run(ofFilterBit bit: Int) -> Int { bit &>> 4 }
}
