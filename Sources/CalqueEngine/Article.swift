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
  /// Indices of the words that neither a rule nor the dictionary knows, in order: names, slips,
  /// other languages.
  public let unknownWords: [Int]
  /// Runs of bytes that are not UTF-8.
  public let invalidSequences: [TextRange]
  /// Quotations with a wrong mark or one in the wrong place, in order.
  public let quoteSlips: [QuoteSlip]
  /// Whether this is where the text starts; a very long text is linted in sections.
  public let isFirstSection: Bool

  /// Looks up the words of a document.
  ///
  /// O(tokens).
  public init(
    _ document: Document, program: RuleProgram, dictionary: WordTable = WordTable(),
    invalidSequences: [TextRange] = [], isFirstSection: Bool = true
  ) {
    self.document = document
    self.program = program
    self.invalidSequences = invalidSequences
    self.isFirstSection = isFirstSection
    let words = Self.lookUp(document.tokens, in: program)
    self.words = words
    unknownWords = Self.unknownWords(document.tokens, words, dictionary)
    quoteSlips = document.quoteSlips()
    rare = TokenIndex(document)
    characterFaults = Self.characterFaults(of: document)
  }

  /// The tokens of the document.
  public var tokens: [Token] { document.tokens }

  /// Tells whether a token is a word of a lexicon list.
  public func token(_ index: Int, isIn list: WordList) -> Bool {
    list.contains(words[index], in: program)
  }

  /// Returns the indices of the tokens that are words of one of some lists, in order.
  ///
  /// O(tokens), and much quicker than to ask of each token.
  public func tokens(in lists: [WordList]) -> [Int] {
    let stride = Int(program.listStride)
    var masks = [UInt64](repeating: 0, count: stride)
    for case let index? in lists.map(\.index) { masks[index / 64] |= 1 << UInt64(index % 64) }
    let parts = masks.indices.filter { masks[$0] != 0 }
    let bits = program.listBits
    var found: [Int] = []
    for (index, word) in words.enumerated() where word != 0 {
      let first = Int(word) * stride
      for part in parts where bits[first + part] & masks[part] != 0 {
        found.append(index)
        break
      }
    }
    return found
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

  private static func unknownWords(
    _ tokens: [Token], _ words: [WordID], _ dictionary: WordTable
  ) -> [Int] {
    guard !dictionary.isEmpty else { return [] }
    var unknown: [Int] = []
    for (index, token) in tokens.enumerated() where token.kind == .word && words[index] == 0 {
      if dictionary.rank(of: token.hash) == nil { unknown.append(index) }
    }
    return unknown
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
