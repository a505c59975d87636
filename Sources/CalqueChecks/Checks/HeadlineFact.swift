internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A number or name of the headline that the text does not have.
struct HeadlineFact: Check {
  private let words: WordTable

  init(_ setup: CheckSetup) {
    words = setup.lexicon.words
  }

  func faults(in article: Article) -> [Fault] {
    let blocks = article.document.blocks
    guard let headline = blocks.first(where: { $0.kind == .headline }),
      blocks.count(where: { $0.isProse }) > 1
    else { return [] }
    return headline.tokens.compactMap { index in
      guard isFact(index, article), !isInBody(index, headline, article) else {
        return nil
      }
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
  private func hasNumber(_ index: Int, _ headline: Block, _ article: Article) -> Bool {
    let isWritten = article.wordIndex.places(of: article.tokens[index].hash).contains {
      article.tokens[$0].start >= headline.range.end
    }
    // Dates, ranges and results stand in the text as they are.
    guard !isWritten, let value = QuantityReader.value(index, article) else { return isWritten }
    return article.tokens.indices.contains { place in
      article.tokens[place].start >= headline.range.end
        && QuantityReader.value(place, article).map { QuantityReader.isRounded(value, from: $0) }
          ?? false
    }
  }

  private func isInBody(
    _ index: Int, _ headline: Block, _ article: Article
  ) -> Bool {
    let token = article.tokens[index]
    if token.kind == .number { return hasNumber(index, headline, article) }
    if article.wordIndex.count(of: token.hash) > 1 { return true }
    // `Nusaybin’s` and `Nusaybin` are one name.
    let start = article.document.text[token.range.indices].prefix(5)
    return article.tokens.contains { other in
      other.start >= headline.range.end && other.kind == .word
        && article.document.text[other.range.indices].starts(with: start)
    }
  }
}
