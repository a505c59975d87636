internal import CalqueText

/// All rules of a set of packs, compiled: what the engine runs and what reports look up.
///
/// Only tables of numbers and one block of string bytes, all in one stretch of memory: that of the
/// product for the built-in rules, which are read where they lie, so that a run parses and copies
/// nothing. Strings are referred to by ``StringID`` and made only when a report needs them.
///
/// A class, though it never changes: to hand it on costs one count, not one for each table.
public final class RuleProgram: Sendable {
  /// Number of a string in the program; zero is the empty string.
  public typealias StringID = UInt32

  /// All of the program.
  let bytes: Table<UInt8>

  // MARK: Words

  /// The words by open addressing.
  ///
  /// The number of places is a power of two; probing is linear, from the low bits of the hash.
  public let vocabulary: Table<VocabularyEntry>
  /// Number of words, the unknown word zero included.
  public let wordCount: UInt32
  /// Lexicon lists, in the order of their bits.
  public let lists: Table<LexiconList>
  /// Start of the name of each list (``key(of:)``).
  let listKeys: Table<UInt64>
  /// Membership of each word in the lists: ``listStride`` numbers a word, bit `n` for list `n`.
  public let listBits: Table<UInt64>
  /// How many 64-bit numbers of ``listBits`` a word has.
  public var listStride: UInt32 { UInt32(max(1, (lists.count + 63) / 64)) }
  /// Hashes of the entries of the lists, for whole lines; see ``LexiconList/phrases``.
  public let phraseHashes: Table<UInt64>
  /// Start of each form set in ``formWords``, and the end of the last.
  public let formStarts: Table<UInt32>
  /// Words of the form sets, sorted within each set.
  public let formWords: Table<WordID>
  /// Which forms (``WordForm/bit``) each word of ``formWords`` can be.
  public let formMasks: Table<UInt32>

  // MARK: Patterns

  /// How the anchors of each word are found (``AnchorRoles``).
  public let anchorRoles: Table<UInt8>
  /// The anchors, in the order of their words.
  public let anchors: Table<Anchor>
  /// For each bit that ``pairFilter`` has where its second pair and those after it start in
  /// ``pairs``, and the end of the last.
  public let pairStarts: Table<UInt32>
  /// For each number of ``pairFilter`` how many bits are set before it.
  public let pairRanks: Table<UInt32>
  /// The anchors by the tokens that find them: of each bit the first one, then all others.
  public let pairs: Table<AnchorPair>
  /// A bit for each pair (``TokenPair/filterBit``): what has none needs no search.
  public let pairFilter: Table<UInt64>
  /// A bit for each member of the sets of conditions (``TokenCondition/filterBit(of:in:)``); a
  /// power of two of numbers.
  public let conditionFilter: Table<UInt64>
  /// The patterns, each with where its code starts.
  public let patterns: Table<Pattern>
  /// Instructions of all patterns (``Instruction/bits``), pattern after pattern; `split` and `jump`
  /// name indices of this table, always ahead of them.
  public let code: Table<UInt32>

  // MARK: Rules

  /// The rules, sorted by id.
  public let rules: Table<Rule>
  /// What is to be known of every rule, in the same order.
  public let briefs: Table<RuleBrief>
  /// Conditions of rules on the article.
  public let needs: Table<Need>
  /// Where the probe patterns of conditions are tried.
  public let probeAnchors: Table<ProbeAnchor>
  /// Fixes of rules.
  public let fixes: Table<FixTemplate>
  /// Pieces of fixes.
  public let fixPieces: Table<FixPiece>
  /// For each lemma used in a fix, the string of each ``WordForm``, in order.
  public let paradigms: Table<StringID>
  /// Packs, sorted by folder name.
  public let packs: Table<Pack>
  /// Signs of a source language.
  public let evidence: Table<Evidence>

  // MARK: Strings

  /// Lists of strings that records refer to by range.
  public let stringLists: Table<StringID>
  /// Start of each string in ``stringBytes``, and the end of the last.
  public let stringStarts: Table<UInt32>
  /// UTF-8 of all strings, one after the other.
  public let stringBytes: Table<UInt8>

  /// Takes the tables in the order in which ``ProgramArrays/encoded()`` wrote them.
  init(_ reader: inout ProgramReader) {
    bytes = reader.bytes
    wordCount = reader.wordCount
    vocabulary = reader.table()
    lists = reader.table()
    listKeys = reader.table()
    listBits = reader.table()
    phraseHashes = reader.table()
    formStarts = reader.table()
    formWords = reader.table()
    formMasks = reader.table()
    anchorRoles = reader.table()
    anchors = reader.table()
    pairStarts = reader.table()
    pairRanks = reader.table()
    pairs = reader.table()
    pairFilter = reader.table()
    conditionFilter = reader.table()
    patterns = reader.table()
    code = reader.table()
    rules = reader.table()
    briefs = reader.table()
    needs = reader.table()
    probeAnchors = reader.table()
    fixes = reader.table()
    fixPieces = reader.table()
    paradigms = reader.table()
    packs = reader.table()
    evidence = reader.table()
    stringLists = reader.table()
    stringStarts = reader.table()
    stringBytes = reader.table()
  }

  /// Returns the word of a hash; zero for one that no rule knows.
  ///
  /// O(1).
  @inlinable
  package func word(of hash: UInt64) -> WordID {
    guard !vocabulary.isEmpty else { return 0 }
    let mask = vocabulary.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while vocabulary[place].word != 0 {
      if vocabulary[place].hasKey(of: hash) { return vocabulary[place].word }
      place = (place + 1) & mask
    }
    return 0
  }

  /// Returns a string of the program.
  ///
  /// O(length).
  public func string(_ id: StringID) -> String {
    String(
      decoding: stringBytes[Int(stringStarts[Int(id)])..<Int(stringStarts[Int(id) + 1])],
      as: UTF8.self)
  }

  /// Compares a string of the program with another by their bytes: less than zero where it comes
  /// first, zero where they are the same; `known` bytes at the start are taken to be.
  ///
  /// O(length); no string is made.
  public func order(of id: StringID, _ other: String, known: Int = 0) -> Int {
    let (start, end) = (Int(stringStarts[Int(id)]), Int(stringStarts[Int(id) + 1]))
    let bytes = other.utf8.span
    var index = known
    while index < min(end - start, bytes.count) {
      let difference = Int(stringBytes[start + index]) - Int(bytes[index])
      if difference != 0 { return difference }
      index += 1
    }
    return end - start - bytes.count
  }

  /// Returns which of some records has a name; nil where none has.
  ///
  /// O(log count): they are sorted by name.
  package func index(of name: String, among count: Int, nameAt: (Int) -> StringID) -> Int? {
    let index = (0..<count).partitioningIndex { order(of: nameAt($0), name) >= 0 }
    return index < count && order(of: nameAt(index), name) == 0 ? index : nil
  }

  /// Returns the index of the list of a name; nil where none has it.
  ///
  /// O(log lists): they are sorted by name, and mostly one number tells two names apart, for every
  /// start asks three hundred times.
  package func list(named name: String) -> Int? {
    let key = Self.key(of: name)
    let index = listKeys.indices.partitioningIndex { index in
      let other = listKeys[index]
      return other == key ? order(of: lists[index].name, name, known: 8) >= 0 : other > key
    }
    guard index < lists.count, listKeys[index] == key else { return nil }
    return order(of: lists[index].name, name, known: 8) == 0 ? index : nil
  }

  /// Returns the first eight bytes of a name as a number, the first one highest, so that keys are
  /// in the order of names; zeros stand for what is missing.
  static func key(of name: String) -> UInt64 {
    let bytes = name.utf8.span
    return (0..<8).reduce(0) { $0 &<< 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
  }

  /// Returns the strings of a range of ``stringLists``.
  public func strings(_ range: Span32) -> [String] {
    stringLists[range.indices].map(string)
  }
}

extension RuleProgram: Equatable {
  /// Tells whether two programs are the same to the byte.
  public static func == (one: RuleProgram, other: RuleProgram) -> Bool { one.bytes == other.bytes }
}

/// A half-open range of indices of one of a program's tables.
public struct Span32: BitwiseCopyable, Sendable, Hashable {
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
