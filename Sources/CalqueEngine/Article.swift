public import CalqueRules
public import CalqueText

/// A document as rules and checks see it: its words looked up in a program's vocabulary.
///
/// A class, though it never changes: it is handed to every check and held by what renders findings,
/// and a copy of the value would retain some forty arrays each time.
public final class Article: Sendable {
  /// The analysed text.
  public let document: Document
  /// The program that ``words`` belong to.
  public let program: RuleProgram
  /// The word of each token; zero for one that no rule knows and for marks.
  public let words: [WordID]
  /// Tokens that are rare, by what makes them so.
  public let rare: TokenIndex
  /// Characters that no reader was meant to see.
  public let characterFaults: [CharacterFault]
  /// Runs of bytes that are not UTF-8.
  public let invalidSequences: [TextRange]
  /// Whether this is where the text starts; a very long text is linted in sections.
  public let isFirstSection: Bool

  /// Looks up the words of a document.
  ///
  /// O(tokens).
  public init(
    _ document: Document, program: RuleProgram, invalidSequences: [TextRange] = [],
    isFirstSection: Bool = true
  ) {
    self.document = document
    self.program = program
    self.invalidSequences = invalidSequences
    self.isFirstSection = isFirstSection
    words = Self.lookUp(document.tokens, in: program)
    rare = TokenIndex(document)
    characterFaults = Self.characterFaults(of: document)
  }

  /// The tokens of the document.
  public var tokens: [Token] { document.tokens }

  /// Tells whether a token is a word of a lexicon list.
  public func token(_ index: Int, isIn list: WordList) -> Bool {
    list.contains(words[index], in: program)
  }

  /// Returns the text of a run of tokens, line ends as spaces.
  public func string(_ tokenIndices: Range<Int>) -> String {
    string(document.range(of: tokenIndices))
  }

  /// Returns the text of a range, line ends as spaces.
  public func string(_ range: TextRange) -> String {
    let bytes = document.text[range.indices].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func characterFaults(of document: Document) -> [CharacterFault] {
    guard let first = document.blocks.first, let last = document.blocks.last else { return [] }
    return CharacterScanner.faults(
      of: document.text, in: TextRange(first.range.start, last.range.end))
  }

  private static func lookUp(_ tokens: [Token], in program: RuleProgram) -> [WordID] {
    let hashes = program.vocabularyHashes
    let words = program.vocabularyWords
    guard !hashes.isEmpty else { return Array(repeating: 0, count: tokens.count) }
    let mask = UInt64(hashes.count - 1)
    return tokens.map { token in
      guard token.isWordLike else { return 0 }
      var place = Int(truncatingIfNeeded: token.hash & mask)
      while hashes[place] != 0 {
        if hashes[place] == token.hash { return words[place] }
        place = (place &+ 1) & Int(truncatingIfNeeded: mask)
      }
      return 0
    }
  }
}
