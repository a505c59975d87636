internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A currency sign behind its amount: `500 €`.
struct CurrencyPlace: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.symbols.compactMap { index in
      let sign = article.tokens[index]
      guard sign.isCurrencySign,
        let before = article.tokenBefore(index), article.tokens[before].kind == .number,
        article.joinedToken(index + 1).map({ $0.kind == .punctuation || $0.kind == .quote }) ?? true
      else { return nil }
      if let next = article.tokenAfter(index), article.tokens[next].kind == .number { return nil }
      let number = article.tokens[before]
      let range = TextRange(number.start, sign.end)
      let moved = article.string(sign.range) + article.string(number.range)
      return Fault(
        range, values: ["written": article.string(range), "english": moved],
        fixes: [.writing(moved, at: range)])
    }
  }
}
