internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A number or name of the headline that the text does not have.
struct HeadlineFact: Check {
  /// Tokens of a headline that are looked at.
  private static let mostTokens = 40

  private let words: WordTable

  init(_ setup: CheckSetup) {
    words = setup.lexicon.words
  }

  func faults(in article: Article) -> [Fault] {
    let blocks = article.document.blocks
    guard let headline = blocks.first(where: { $0.kind == .headline }),
      blocks.count(where: { $0.isProse }) > 1
    else { return [] }
    // What is longer is no headline, and each fact of it is looked for in all of the text.
    let facts = headline.tokens.prefix(Self.mostTokens).filter { isFact($0, article) }
    var numbers: [Int]?
    return facts.compactMap { index in
      guard !isInBody(index, headline, article, &numbers) else { return nil }
      let range = article.tokens[index].range
      return Fault(range, values: ["fact": article.string(range)])
    }
  }

  /// Tells whether a token is a number of two digits and more, or a name that no dictionary has.
  private func isFact(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    if token.kind == .number { return token.end - token.start >= 2 }
    return token.kind == .word && token.flags.contains(.capitalized) && article.word(index) == 0
      && token.flags.isDisjoint(with: [.allCapitals, .hasDigit, .initialism, .nonASCII])
      && token.end - token.start >= 5 && words.rank(of: token.hash) == nil
      && article.document.text[token.range.indices].allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// Tells whether the text behind the headline has a number in any way of writing it: `30 thousand` as
  /// `30,000`, `15` as `fifteen` or in `15-year-old`, `65,000` as `65,490`.
  ///
  /// `numbers` are those of the text, sorted; read at the first question.
  private func hasNumber(
    _ index: Int, _ headline: Block, _ article: Article, _ numbers: inout [Int]?
  ) -> Bool {
    let isWritten = article.wordIndex.places(of: article.tokens[index].hash).contains {
      article.tokens[$0].start >= headline.range.end
    }
    // Dates, ranges and results stand in the text as they are.
    guard !isWritten, let value = QuantityReader.value(index, article) else { return isWritten }
    let known =
      numbers
      ?? (headline.tokens.upperBound..<article.tokens.count)
      .compactMap { QuantityReader.value($0, article) }.sorted()
    numbers = known
    let stated = QuantityReader.stated(by: value)
    let next = known.partitioningIndex { $0 >= stated.lowerBound }
    return next < known.count && known[next] <= stated.upperBound
  }

  private func isInBody(
    _ index: Int, _ headline: Block, _ article: Article, _ numbers: inout [Int]?
  ) -> Bool {
    let token = article.tokens[index]
    if token.kind == .number { return hasNumber(index, headline, article, &numbers) }
    if article.wordIndex.count(of: token.hash) > 1 { return true }
    // `Nusaybin’s` and `Nusaybin` are one name.
    let start = article.document.text[token.range.indices].prefix(5)
    return article.tokens.contains { other in
      other.start >= headline.range.end && other.kind == .word
        && article.document.text[other.range.indices].starts(with: start)
    }
  }
}
