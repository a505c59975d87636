internal import CalqueEngine
internal import CalqueText

/// An article and nothing behind it: `the arrival of the. Nobody knew`.
struct ArticleBeforeStop: Check {
  // “A” is a grade and a vitamin as well.
  private static let articles = [WordHash.of("the"), WordHash.of("an")]

  private let prepositions: WordList

  init(_ setup: CheckSetup) {
    prepositions = setup.lexicon.list("preposition")
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens(of: Self.articles).compactMap { index in
      guard let stop = article.tokenAfter(index), article.tokens[stop].isMark("."),
        article.joinedToken(stop) != nil, let next = article.tokenAfter(stop),
        article.tokens[next].flags.contains(.sentenceStart),
        let preposition = article.tokenBefore(index), article.token(preposition, isIn: prepositions)
      else { return nil }
      let range = article.document.range(of: preposition..<index + 1)
      return Fault(range, values: ["words": article.string(range)])
    }
  }
}
