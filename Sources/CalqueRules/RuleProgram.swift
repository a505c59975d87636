/// All rules of a set of packs, compiled: what the engine runs and what reports look up.
///
/// Only flat arrays of numbers and one block of string bytes, so that a program is written to and
/// read from bytes by copying (``RuleProgram/encoded()``): a run with the built-in rules parses
/// nothing. Strings are referred to by ``StringID`` and made only when a report needs them.
public struct RuleProgram: Sendable, Equatable {
  /// Number of a string in the program; zero is the empty string.
  public typealias StringID = UInt32

  // MARK: Words

  /// Word hashes (``CalqueText/WordHash``) by open addressing, zero where a place is free.
  ///
  /// The number of places is a power of two; probing is linear, from the low bits of the hash.
  public var vocabularyHashes: [UInt64] = []
  /// The ``WordID`` beside each hash.
  public var vocabularyWords: [WordID] = []
  /// Number of words, the unknown word zero included.
  public var wordCount: UInt32 = 1
  /// Lexicon lists, in the order of their bits.
  public var lists: [LexiconList] = []
  /// Membership of each word in the lists: ``listStride`` numbers a word, bit `n` for list `n`.
  public var listBits: [UInt64] = []
  /// How many 64-bit numbers of ``listBits`` a word has.
  public var listStride: UInt32 { UInt32(max(1, (lists.count + 63) / 64)) }
  /// Hashes of the entries of the lists, for whole lines; see ``LexiconList/phrases``.
  public var phraseHashes: [UInt64] = []
  /// Start of each form set in ``formWords``, and the end of the last.
  public var formStarts: [UInt32] = [0]
  /// Words of the form sets, sorted within each set.
  public var formWords: [WordID] = []
  /// Which forms (``WordForm/bit``) each word of ``formWords`` can be.
  public var formMasks: [UInt32] = []

  // MARK: Patterns

  /// Start of each word's own anchors in ``anchors``, and the end of the last: patterns to try
  /// wherever the word occurs.
  public var anchorStarts: [UInt32] = [0]
  /// The anchors: those of single words, then those of pairs.
  public var anchors: [Anchor] = []
  /// Start in ``pairs`` of each run of pairs (``Neighbour/run(ofFilterBit:)``), and the end of the last.
  public var pairStarts: [UInt32] = [0]
  /// Pairs of tokens with the patterns to try where both stand together.
  public var pairs: [AnchorPair] = []
  /// A bit for each pair (``Neighbour/filterBit(of:before:)``): what has none needs no search.
  public var pairFilter: [UInt64] = []
  /// A bit for each member of the sets of conditions (``TokenCondition/filterBit(of:in:)``); a power
  /// of two of numbers.
  public var conditionFilter: [UInt64] = []
  /// The patterns, each with where its code starts.
  public var patterns: [Pattern] = []
  /// Instructions of all patterns (``Instruction/bits``), pattern after pattern; `split` and `jump`
  /// name indices of this array, always ahead of them.
  public var code: [UInt32] = []

  // MARK: Rules

  /// The rules, sorted by id.
  public var rules: [Rule] = []
  /// Conditions of rules on the article.
  public var needs: [Need] = []
  /// Fixes of rules.
  public var fixes: [FixTemplate] = []
  /// Pieces of fixes.
  public var fixPieces: [FixPiece] = []
  /// For each lemma used in a fix, the string of each ``WordForm``, in order.
  public var paradigms: [StringID] = []
  /// Packs, sorted by folder name.
  public var packs: [Pack] = []
  /// Signs of a source language.
  public var evidence: [Evidence] = []

  // MARK: Strings

  /// Lists of strings that records refer to by range.
  public var stringLists: [StringID] = []
  /// Start of each string in ``stringBytes``, and the end of the last.
  public var stringStarts: [UInt32] = [0, 0]
  /// UTF-8 of all strings, one after the other.
  public var stringBytes: [UInt8] = []

  /// Creates an empty program.
  public init() {}

  /// Returns a string of the program.
  ///
  /// O(length).
  public func string(_ id: StringID) -> String {
    String(
      decoding: stringBytes[Int(stringStarts[Int(id)])..<Int(stringStarts[Int(id) + 1])],
      as: UTF8.self)
  }

  /// Returns the strings of a range of ``stringLists``.
  public func strings(_ range: Span32) -> [String] {
    stringLists[range.indices].map(string)
  }
}

/// A half-open range of indices of one of a program's arrays.
public struct Span32: Sendable, Hashable {
  /// Index of the first element.
  public var start: UInt32
  /// Index after the last one.
  public var end: UInt32

  /// Creates the range `start..<end`.
  public init(_ start: UInt32 = 0, _ end: UInt32 = 0) {
    self.start = start
    self.end = end
  }

  /// The indices.
  public var indices: Range<Int> { Int(start)..<Int(end) }
}
