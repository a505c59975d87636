internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A number or name of the headline that the text does not have.
struct HeadlineFact: Check {
  /// Tokens of a headline that are looked at.
  private static let mostTokens = 40
  /// Bytes by which two forms of a name are taken to be one: `Nusaybin’s` and `Nusaybin`.
  private static let nameStart = 5
  private static let creditWords = WordSet("photo photos picture video")

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
    let facts = ownTokens(of: headline, article).prefix(Self.mostTokens)
      .filter { isFact($0, article) && isFirst($0, article) }
    var numbers: [Double]?
    return facts.compactMap { index in
      guard !isInBody(index, headline, article, &numbers) else { return nil }
      let range = article.tokens[index].range
      return Fault(range, values: ["fact": article.string(range)])
    }
  }

  // MARK: The headline

  /// Returns the tokens of a headline up to a credit, and to what the page puts behind it.
  private func ownTokens(of headline: Block, _ article: Article) -> Range<Int> {
    let own = headline.tokens.lowerBound..<pageNameStart(in: headline.tokens, article)
    let credit = own.first { index in
      Self.creditWords.contains(article.tokens[index].hash)
        && (article.tokenAfter(index).map { article.tokens[$0].isMark(":") } ?? false)
    }
    return own.lowerBound..<(credit ?? own.upperBound)
  }

  /// Returns where the name of the paper starts, behind the last ` | ` or ` - `: with what stands
  /// in brackets before it, and a date behind it that has a mark of its own.
  private func pageNameStart(in tokens: Range<Int>, _ article: Article) -> Int {
    var end = tokens.upperBound
    for index in tokens.reversed() where isSeparator(index, article) {
      let tail = index + 1..<end
      end = index
      if tail.contains(where: { article.tokens[$0].kind == .word }) { break }
    }
    guard end < tokens.upperBound, end > tokens.lowerBound, article.tokens[end - 1].isMark(")")
    else { return end }
    return (tokens.lowerBound..<end).last { article.tokens[$0].isMark("(") } ?? end
  }

  /// Tells whether a mark parts the headline from the name of the paper: `|`, or a hyphen between
  /// spaces or behind a bracket.
  private func isSeparator(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    if token.isMark("|") { return true }
    guard token.isMark("-"), let before = article.tokenBefore(index),
      let next = article.tokenAfter(index)
    else { return false }
    return article.tokens[before].isMark(")")
      || token.flags.contains(.spaceBefore) && article.tokens[next].flags.contains(.spaceBefore)
  }

  /// Tells whether a token is a number of two digits and more, or a name that no dictionary has.
  private func isFact(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    if token.kind == .number { return token.end - token.start >= 2 }
    return token.kind == .word && token.flags.contains(.capitalized) && article.word(index) == 0
      && token.flags.isDisjoint(with: [.allCapitals, .hasDigit, .initialism, .nonASCII])
      && Int(token.end - token.start) >= Self.nameStart && words.rank(of: token.hash) == nil
      && article.document.text[token.range.indices].allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// Tells whether a word or number stands here first: what the headline says twice is one finding.
  private func isFirst(_ index: Int, _ article: Article) -> Bool {
    article.wordIndex.places(of: article.tokens[index].hash).first == index
  }

  // MARK: The text

  private func isInBody(
    _ index: Int, _ headline: Block, _ article: Article, _ numbers: inout [Double]?
  ) -> Bool {
    let token = article.tokens[index]
    let isWritten = article.wordIndex.places(of: token.hash).contains {
      article.tokens[$0].start >= headline.range.end
    }
    if isWritten { return true }
    guard token.kind != .number else { return hasNumber(index, headline, article, &numbers) }
    let start = article.document.text[token.range.indices].prefix(Self.nameStart)
    return article.tokens[headline.tokens.upperBound...].contains { other in
      other.kind == .word && article.document.text[other.range.indices].starts(with: start)
    }
  }

  /// Tells whether the text behind the headline has a number in another way of writing it:
  /// `30 thousand` for `30,000`, `fifteen` or `15-year-old` for `15`, `65,490` for `65,000`; dates,
  /// ranges and results stand in the text as they are.
  ///
  /// `numbers` are those of the text, sorted; read at the first question.
  private func hasNumber(
    _ index: Int, _ headline: Block, _ article: Article, _ numbers: inout [Double]?
  ) -> Bool {
    guard let value = QuantityReader.value(index, article) else { return false }
    let known =
      numbers
      ?? (headline.tokens.upperBound..<article.tokens.count)
      .compactMap { QuantityReader.value($0, article) }.sorted()
    numbers = known
    let stated = QuantityReader.stated(by: value)
    let next = known.partitioningIndex { $0 >= stated.lowerBound }
    return next < known.count && known[next] <= stated.upperBound
  }
}
