public import CalqueRules
public import CalqueText

/// The word lists of `Rules/lexicon/`, by name.
public struct Lexicon: Sendable {
  private let program: RuleProgram
  private let indices: [String: Int]

  /// Reads the names of a program's lists.
  public init(_ program: RuleProgram) {
    self.program = program
    indices = Dictionary(
      program.lists.enumerated().map { (program.string($1.name), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns the list of that name; an empty one where there is none.
  public func list(_ name: String) -> WordList { WordList(index: indices[name]) }

  /// Returns the list of that name, to ask of whole lines.
  public func phrases(_ name: String) -> PhraseList {
    guard let index = indices[name] else { return PhraseList(hashes: []) }
    return PhraseList(hashes: program.phraseHashes[program.lists[index].phrases.indices])
  }
}

/// A lexicon list, to ask of single words whether they are in it.
public struct WordList: Sendable, Hashable {
  let index: Int?

  /// Tells whether a word of the program is in the list.
  ///
  /// O(1).
  func contains(_ word: WordID, in program: RuleProgram) -> Bool {
    guard let index, word != 0 else { return false }
    let bits = program.listBits[Int(word) * Int(program.listStride) + index / 64]
    return bits >> UInt64(index % 64) & 1 == 1
  }
}

/// The entries of a lexicon list, to ask of whole lines.
public struct PhraseList: Sendable {
  /// Hashes of the entries (``CalqueText/PhraseHash``), sorted.
  let hashes: ArraySlice<UInt64>

  /// Tells whether the words of a line are an entry, whatever its marks and case.
  ///
  /// O(log entries).
  public func contains(_ line: some Sequence<Token>) -> Bool {
    let hash = PhraseHash.of(line)
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
