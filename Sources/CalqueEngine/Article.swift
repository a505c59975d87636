public import CalqueRules
public import CalqueText

/// A document as one set of rules and its checks see it: its words looked up in a program's
/// vocabulary.
///
/// A class, though it never changes: it is handed to every check and held by what renders findings,
/// and a copy of the value would retain some forty arrays each time.
public final class Article: Sendable {
  // The document and what is known of it are stored, not handed on from the survey: each look at a
  // token would retain every array of the document.

  /// The analysed text.
  public let document: Document
  /// The tokens of the document.
  public let tokens: [Token]
  /// The different words, and where each stands.
  public let wordIndex: WordIndex
  /// Tokens that are rare, by what makes them so.
  public let rare: TokenIndex
  /// Sentences that are rare, by what makes them so.
  public let rareSentences: SentenceIndex
  /// Blocks that are rare, by what makes them so.
  public let rareBlocks: BlockIndex
  /// Quotation marks that are rare, by what makes them so.
  public let rareMarks: MarkIndex
  /// Characters that no reader was meant to see.
  public let characterFaults: [CharacterFault]
  /// Quotations with a wrong mark or one in the wrong place, in order.
  public let quoteSlips: [QuoteSlip]
  /// Phrases that stand twice or more in a row, in order.
  public let repetitions: [Repetition]
  /// Runs of bytes that are not UTF-8.
  public let invalidSequences: [TextRange]
  /// Whether this is where the text starts; a very long text is linted in sections.
  public let isFirstSection: Bool

  /// The program that the words of ``patternTokens`` belong to.
  public let program: RuleProgram
  /// The tokens as patterns see them.
  @usableFromInline let patternTokens: [PatternToken]
  /// Indices of the words that neither a rule nor the dictionary knows, in order: names, slips,
  /// other languages.
  public let unknownWords: [Int]
  /// Quotation marks that have lost their other end, in order.
  public let quoteFaults: [QuoteFault]
  /// Blocks that end before their last sentence does, in order.
  public let unfinishedBlocks: [UnfinishedBlock]
  @usableFromInline let lists: ListMembership
  /// The word of each entry of ``wordIndex``.
  private let entryWords: [WordID]
  /// The words and marks that anchor a pattern of the program, in order.
  let anchorTokens: [AnchorToken]

  /// Looks up the words of a document.
  ///
  /// O(tokens).
  ///
  /// - Parameters:
  ///   - survey: What is known of the document.
  ///   - program: The rules.
  ///   - judgement: What checks judge by; nil where there are no checks.
  convenience init(_ survey: TextSurvey, program: RuleProgram, judgement: Judgement?) {
    let lookUp = WordLookUp(
      survey.wordIndex, survey.document.tokens, program, judgement?.dictionary ?? WordTable())
    guard let judgement else {
      self.init(survey, program, lookUp)
      return
    }
    let read = Article(survey, program, lookUp)
    self.init(
      survey, program, lookUp, quoteFaults: read.findQuoteFaults(judgement.grammar),
      unfinishedBlocks: judgement.paragraphEnds.unfinishedBlocks(of: read))
  }

  private init(
    _ survey: TextSurvey, _ program: RuleProgram, _ lookUp: WordLookUp,
    quoteFaults: [QuoteFault] = [], unfinishedBlocks: [UnfinishedBlock] = []
  ) {
    document = survey.document
    tokens = survey.document.tokens
    wordIndex = survey.wordIndex
    rare = survey.rare
    rareSentences = survey.rareSentences
    rareBlocks = survey.rareBlocks
    rareMarks = survey.rareMarks
    characterFaults = survey.characterFaults
    quoteSlips = survey.quoteSlips
    repetitions = survey.repetitions
    invalidSequences = survey.invalidSequences
    isFirstSection = survey.isFirstSection
    self.program = program
    lists = ListMembership(program)
    patternTokens = lookUp.tokens
    entryWords = lookUp.entryWords
    unknownWords = lookUp.unknownWords
    anchorTokens = lookUp.anchorTokens
    self.quoteFaults = quoteFaults
    self.unfinishedBlocks = unfinishedBlocks
  }
}

// MARK: - The document

extension Article {
  /// Returns the text of a run of tokens, line ends as spaces.
  public func string(_ tokenIndices: Range<Int>) -> String {
    string(document.range(of: tokenIndices))
  }

  /// Returns the text of a range, line ends as spaces.
  public func string(_ range: TextRange) -> String {
    let bytes = document.text[range.indices]
    guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(
      decoding: bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }
}

// MARK: - Words

extension Article {
  /// Returns the word or mark of the rules that a token is; zero for one that no rule knows.
  ///
  /// O(1).
  @inlinable
  public func word(_ index: Int) -> WordID { patternTokens[index].word }

  /// Tells whether a token is a word of a lexicon list.
  ///
  /// O(1).
  @inlinable
  public func token(_ index: Int, isIn list: WordList) -> Bool {
    lists.contains(word(index), in: list)
  }

  /// Tells whether a token is a word of one of some lexicon lists.
  ///
  /// O(1), quicker than to ask for each.
  @inlinable
  public func token(_ index: Int, isInOneOf lists: WordLists) -> Bool {
    self.lists.contains(word(index), inOneOf: lists)
  }

  /// Returns the indices of the tokens that are words of one of some lists, in order.
  ///
  /// O(different words + tokens / 64 + n) for n such tokens.
  public func tokens(in lists: WordLists) -> [Int] {
    wordIndex.places(of: self.lists.places(of: entryWords, in: lists))
  }

  /// Tells whether a word stands in the article with a capital.
  ///
  /// O(times that it stands there).
  public func hasCapitalized(_ hash: UInt64) -> Bool {
    wordIndex.places(of: hash).contains { tokens[$0].flags.contains(.capitalized) }
  }

  /// Returns the indices of the tokens that are one of some words, word by word.
  ///
  /// O(words + n) for n such tokens.
  public func tokens(of hashes: [UInt64]) -> [Int] { wordIndex.places(of: hashes) }
}

/// What checks judge words and speakers by.
struct Judgement: Sendable {
  let dictionary: WordTable
  let grammar: AttributionGrammar
  let paragraphEnds: ParagraphEndReader
}
