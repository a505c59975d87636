internal import CalqueEngine
internal import CalqueText

/// A row of words that was left in another language.
struct ForeignClause: Check {
  private let reader: ForeignRowReader

  init(_ setup: CheckSetup) {
    reader = ForeignRowReader(ForeignVocabulary(setup.lexicon))
  }

  func faults(in article: Article) -> [Fault] {
    reader.rows(in: article).map { row in
      let range = article.document.range(of: row)
      return Fault(range, values: ["text": article.string(range)])
    }
  }
}
