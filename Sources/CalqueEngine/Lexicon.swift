public import CalqueRules
public import CalqueText

/// The word lists of `Rules/lexicon/`, by name, and the dictionary of `Rules/lexicon/dictionary/`.
public struct Lexicon: Sendable {
  /// English words and names.
  public let words: WordTable

  private let program: RuleProgram
  private let membership: ListMembership
  private let indices: [String: Int]

  /// Reads the names of a program's lists.
  public init(_ program: RuleProgram, words: WordTable = WordTable()) {
    self.program = program
    self.words = words
    membership = ListMembership(program)
    indices = Dictionary(
      program.lists.enumerated().map { (program.string($1.name), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns the list of that name; an empty one where there is none.
  public func list(_ name: String) -> WordList { WordList(index: indices[name]) }

  /// Tells whether a word, by its hash, is in a list.
  ///
  /// O(1). Of a word of the article ask ``Article/token(_:isIn:)``, which has looked it up.
  public func word(_ hash: UInt64, isIn list: WordList) -> Bool {
    list.index.map { membership.contains(program.word(of: hash), in: $0) } ?? false
  }

  /// Returns the list of that name, to ask of whole lines.
  public func phrases(_ name: String) -> PhraseList {
    guard let index = indices[name] else { return PhraseList(program.phraseHashes[0..<0]) }
    return PhraseList(program.phraseHashes[program.lists[index].phrases.indices])
  }
}

extension RuleProgram {
  /// Returns the word of a hash; zero for one that no rule knows.
  ///
  /// O(1).
  func word(of hash: UInt64) -> WordID {
    guard !vocabularyHashes.isEmpty else { return 0 }
    let mask = vocabularyHashes.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while vocabularyHashes[place] != 0 {
      if vocabularyHashes[place] == hash { return vocabularyWords[place] }
      place = (place + 1) & mask
    }
    return 0
  }
}

/// A lexicon list, to ask of single words whether they are in it.
public struct WordList: Sendable, Hashable {
  let index: Int?
}

/// The entries of a lexicon list, to ask of whole lines.
public struct PhraseList: Sendable {
  /// Hashes of the entries (``CalqueText/PhraseHash``), sorted.
  private let hashes: Slice<Table<UInt64>>
  /// A bit for each hash, by its low bits: most lines are refused without a search.
  private var filter = [UInt64](repeating: 0, count: 64)

  init(_ hashes: Slice<Table<UInt64>>) {
    self.hashes = hashes
    for hash in hashes { filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63) }
  }

  /// Tells whether the words of a line are an entry, whatever its marks and case.
  ///
  /// O(log entries).
  public func contains(_ line: ArraySlice<Token>) -> Bool {
    contains(PhraseHash.of(line))
  }

  /// Tells whether a line starts with an entry of up to `longest` tokens.
  ///
  /// O(longest × log entries).
  public func containsStart(of line: ArraySlice<Token>, longest: Int) -> Bool {
    var hash = PhraseHash.empty
    for token in line.prefix(longest) {
      hash = PhraseHash.adding(token, to: hash)
      if contains(hash) { return true }
    }
    return false
  }

  private func contains(_ hash: UInt64) -> Bool {
    guard filter[Int(hash >> 6 & 63)] >> (hash & 63) & 1 == 1 else { return false }
    var low = hashes.startIndex
    var high = hashes.endIndex
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] == hash { return true }
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
