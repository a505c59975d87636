internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// An acronym that stands on both sides of its name: `the HPA, the Harbour Police Authority (HPA)`,
/// `the HPA (Harbour Police Authority, HPA)`.
struct RepeatedAcronym: Check {
  /// Tokens of the longest name.
  private static let longestName = 10

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.openings.compactMap { opening in
      behindName(opening, article) ?? insideBrackets(opening, article)
    }
  }

  /// Finds `HPA, the Harbour Police Authority (HPA)`, of which the brackets can go.
  private func behindName(_ opening: Int, _ article: Article) -> Fault? {
    let tokens = article.tokens
    guard opening + 2 < tokens.count, isAcronym(tokens[opening + 1]),
      tokens[opening + 2].isMark(")")
    else { return nil }
    var first = opening
    while opening - first <= Self.longestName, let before = article.tokenBefore(first),
      tokens[before].kind == .word
    {
      first = before
    }
    guard opening - first >= 2, !tokens[first..<opening].contains(where: isSentenceStart),
      let comma = article.tokenBefore(first), tokens[comma].isMark(","),
      let acronym = article.tokenBefore(comma), isAcronym(tokens[acronym]),
      tokens[acronym].hash == tokens[opening + 1].hash
    else { return nil }
    let start = tokens[opening - 1].end
    return describe(
      opening + 1, again: acronym, cutting: TextRange(start, tokens[opening + 2].end), article)
  }

  /// Finds `HPA (Harbour Police Authority, HPA)`, of which the comma and what follows can go.
  private func insideBrackets(_ opening: Int, _ article: Article) -> Fault? {
    let tokens = article.tokens
    guard let acronym = article.tokenBefore(opening), isAcronym(tokens[acronym]) else { return nil }
    var last = opening
    while last - opening <= Self.longestName, let next = article.tokenAfter(last),
      tokens[next].kind == .word
    {
      last = next
    }
    guard last - opening >= 2, last + 3 < tokens.count, tokens[last + 1].isMark(","),
      tokens[last + 2].hash == tokens[acronym].hash, isAcronym(tokens[last + 2]),
      tokens[last + 3].isMark(")")
    else { return nil }
    let cut = TextRange(tokens[last].end, tokens[last + 2].end)
    return describe(last + 2, again: acronym, cutting: cut, article)
  }

  private func isAcronym(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.allCapitals) && token.end - token.start >= 2
  }

  private func isSentenceStart(_ token: Token) -> Bool { token.flags.contains(.sentenceStart) }

  private func describe(
    _ index: Int, again first: Int, cutting cut: TextRange, _ article: Article
  ) -> Fault {
    let range = article.tokens[index].range
    return Fault(
      range, values: ["acronym": article.string(range)],
      related: [.init(range: article.tokens[first].range, note: "it stands here first")],
      fixes: [
        Fix(
          summary: "take the second one out", edits: [Edit(range: cut, replacement: "")],
          safety: .review)
      ])
  }
}
