internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// White space between a figure and what belongs to it: `26 th`, `$ 503`.
struct SpacedFigure: Check {
  /// What the rule looks for.
  private enum Kind: String {
    case ordinal, currency, percent
  }

  private static let ordinals = ["st", "nd", "rd", "th"].map(WordHash.of)
  private let kind: Kind

  init(_ setup: CheckSetup) {
    kind = setup.options["kind"]?.first.flatMap(Kind.init) ?? .ordinal
  }

  func faults(in article: Article) -> [Fault] {
    switch kind {
    case .ordinal:
      article.tokens(of: Self.ordinals).compactMap { ending in
        guard let number = article.tokenBefore(ending), article.tokens[number].kind == .number,
          isOrdinal(number, ending, article)
        else { return nil }
        return describe(number, ending, article)
      }
    case .currency:
      article.rare.symbols.compactMap { sign in
        guard isSign(article.tokens[sign]), let number = article.tokenAfter(sign),
          article.tokens[number].kind == .number
        else { return nil }
        return describe(sign, number, article)
      }
    case .percent:
      article.rare.symbols.compactMap { sign in
        guard article.tokens[sign].isMark("%"), let number = article.tokenBefore(sign),
          article.tokens[number].kind == .number
        else { return nil }
        return describe(number, sign, article)
      }
    }
  }

  private func isSign(_ token: Token) -> Bool {
    token.isMark("$") || token.isMark("€") || token.isMark("£") || token.isMark("¥")
  }

  private func isOrdinal(_ number: Int, _ ending: Int, _ article: Article) -> Bool {
    guard !article.tokens[ending].flags.contains(.capitalized) else { return false }
    let digits = article.document.text[article.tokens[number].range.indices]
    return digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func describe(_ first: Int, _ second: Int, _ article: Article) -> Fault? {
    let (left, right) = (article.tokens[first], article.tokens[second])
    guard right.flags.contains(.spaceBefore) else { return nil }
    let gap = TextRange(left.end, right.start)
    let joined = article.string(left.range) + article.string(right.range)
    return Fault(
      TextRange(left.start, right.end), values: ["joined": joined],
      fixes: [
        Fix(
          summary: "write “\(joined)”", edits: [Edit(range: gap, replacement: "")], safety: .safe)
      ])
  }
}
