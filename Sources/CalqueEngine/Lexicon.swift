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

  /// Returns the hashes of the entries of a list, for whole lines (``PhraseHash``).
  ///
  /// O(entries).
  public func phrases(_ name: String) -> Set<UInt64> {
    guard let index = indices[name] else { return [] }
    return Set(program.strings(program.lists[index].entries).map(PhraseHash.of))
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

/// Hash of the words of a phrase or line, whatever its marks, case and spacing.
public enum PhraseHash {
  /// Returns the hash of a run of tokens; marks do not count.
  public static func of(_ tokens: some Sequence<Token>) -> UInt64 {
    tokens.lazy.filter(\.isWordLike).reduce(WordHash.empty) { add($1.hash, to: $0) }
  }

  /// Returns the hash of a phrase as a lexicon has it.
  public static func of(_ phrase: String) -> UInt64 {
    let text = Array(phrase.utf8)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(text.count)))
    return of(Document(text: text, blocks: [block]).tokens)
  }

  private static func add(_ word: UInt64, to hash: UInt64) -> UInt64 {
    (hash &* 0x0000_0100_0000_01B3) ^ word
  }
}
