internal import CalqueText

/// What checks of any set of rules ask of a document, found once.
///
/// A class, though it never changes: a copy of the value would retain some forty arrays.
final class TextSurvey: Sendable {
  /// The analysed text.
  let document: Document
  /// Runs of bytes that are not UTF-8.
  let invalidSequences: [TextRange]
  /// Whether this is where the text starts; a very long text is linted in sections.
  let isFirstSection: Bool
  /// The different words, and where each stands.
  let wordIndex: WordIndex
  /// Tokens that are rare, by what makes them so.
  let rare: TokenIndex
  /// Sentences that are rare, by what makes them so.
  let rareSentences: SentenceIndex
  /// Blocks that are rare, by what makes them so.
  let rareBlocks: BlockIndex
  /// Quotation marks that are rare, by what makes them so.
  let rareMarks: MarkIndex
  /// Characters that no reader was meant to see.
  let characterFaults: [CharacterFault]
  /// Quotations with a wrong mark or one in the wrong place, in order.
  let quoteSlips: [QuoteSlip]
  /// Phrases that stand twice or more in a row, in order.
  let repetitions: [Repetition]

  /// Looks through a section.
  ///
  /// O(bytes).
  init(_ section: Engine.Section) {
    let document = section.document
    self.document = document
    invalidSequences = section.invalidSequences
    isFirstSection = section.isFirst
    wordIndex = WordIndex(document.tokens)
    rare = TokenIndex(document)
    rareSentences = SentenceIndex(document)
    rareBlocks = BlockIndex(document)
    rareMarks = MarkIndex(document)
    characterFaults = Self.characterFaults(of: document)
    quoteSlips = document.quoteSlips()
    repetitions = document.repetitions(wordIndex.echoes)
  }

  private static func characterFaults(of document: Document) -> [CharacterFault] {
    guard let first = document.blocks.first, let last = document.blocks.last else { return [] }
    return CharacterScanner.faults(
      of: document.text, in: TextRange(first.range.start, last.range.end))
  }
}
