internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// A word that was left in another language.
///
/// The option `quoted` says whether the rule is about words in quotation marks, which are often
/// meant; `by-ending`, whether it is about those that only their ending tells: many words of food,
/// music and dress end so that English has taken over, and no dictionary has them all.
struct ForeignWord: Check {
  static let options = [CheckOption("quoted", .flag), CheckOption("by-ending", .flag)]

  /// A word that comes more often is a term of the story, which explains it.
  private static let mostOccurrences = 3

  private let wordReader: ForeignWordReader
  private let rowReader: ForeignRowReader
  private let splitter: WordSplitter
  private let isAboutQuoted: Bool

  init(_ setup: CheckSetup) {
    isAboutQuoted = setup.options["quoted"]?.first == "true"
    let vocabulary = ForeignVocabulary(setup.lexicon)
    wordReader = ForeignWordReader(
      vocabulary, isByEnding: setup.options["by-ending"]?.first == "true")
    rowReader = ForeignRowReader(vocabulary)
    splitter = WordSplitter(setup.lexicon, SplitVocabulary(setup.lexicon))
  }

  func faults(in article: Article) -> [Fault] {
    let found = wordReader.words(in: article)
    guard !found.isEmpty else { return [] }
    let broken = BrokenQuotations(of: article)
    let words = found.filter {
      let token = article.tokens[$0]
      return (token.flags.contains(.insideQuotation) || broken.contains(token.start))
        == isAboutQuoted
    }
    guard !words.isEmpty else { return [] }
    let rows = rowReader.rows(in: article)
    var row = 0
    return words.compactMap { index in
      while row < rows.count, rows[row].upperBound <= index { row += 1 }
      let isInRow = row < rows.count && rows[row].contains(index)
      guard !isInRow,
        article.wordIndex.count(of: article.tokens[index].hash) <= Self.mostOccurrences
      else { return nil }
      let range = article.tokens[index].range
      let letters = article.document.text[range.indices]
      // `towerbut` is two words of English rather than one of another language.
      guard splitter.split(letters, isBeforeArticle: false, in: article) == nil else {
        return nil
      }
      return Fault(range, values: ["word": article.string(range)])
    }
  }
}
