internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A number with the points and commas of another language: `1.500 people`, `3,5 percent`.
struct ForeignFigure: Check {
  /// What the rule looks for.
  private enum Kind: String {
    case thousands, decimals, groups
  }

  private let kind: Kind
  /// Words behind a number that may well have three decimals: `4.176 million`, `9.580 seconds`.
  private let measures: WordList
  private let months: WordList

  init(_ setup: CheckSetup) {
    kind = setup.options["kind"]?.first.flatMap(Kind.init) ?? .thousands
    measures = setup.lexicon.list("measure")
    months = setup.lexicon.list("month")
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.foreignNumbers.compactMap { index in
      let token = article.tokens[index]
      let figure = Figure(article.document.text[token.range.indices])
      guard isFault(figure.shape, at: index, article) else { return nil }
      guard kind != .groups else {
        return Fault(token.range, values: ["written": article.string(token.range)])
      }
      return Fault(
        token.range,
        values: ["written": article.string(token.range), "english": figure.swapped],
        fixes: [
          Fix(
            summary: "write “\(figure.swapped)”",
            edits: [Edit(range: token.range, replacement: figure.swapped)], safety: .review)
        ])
    }
  }

  private func isFault(_ shape: Figure.Shape, at index: Int, _ article: Article) -> Bool {
    switch (kind, shape) {
    case (.thousands, .pointedThousands(let groups)):
      groups > 1 || hasComma(index, article) || isCount(index, article)
    case (.decimals, .decimalComma): isAmount(index, article)
    case (.groups, .unevenGroups): isAmount(index, article)
    default: false
    }
  }

  private func hasComma(_ index: Int, _ article: Article) -> Bool {
    article.document.text[article.tokens[index].range.indices].contains(0x2C)
  }

  /// Tells whether a number with one point can only be one of thousands.
  private func isCount(_ index: Int, _ article: Article) -> Bool {
    if isRound(index, article) || isMoney(index, article) { return true }
    guard let next = article.tokenAfter(index) else { return endsInZeros(index, article) }
    let token = article.tokens[next]
    // `12.345.` and `12.345-67` are parts of something longer.
    guard !(token.kind == .symbol && !token.flags.contains(.spaceBefore)) else { return false }
    guard !article.token(next, isIn: measures), !isRate(index, article) else { return false }
    if endsInZeros(index, article) { return true }
    return token.kind == .word && !token.flags.contains(.capitalized)
      && !token.flags.contains(.insideQuotation) && token.end - token.start > 3
  }

  private func endsInZeros(_ index: Int, _ article: Article) -> Bool {
    article.document.text[article.tokens[index].range.indices].suffix(2).allSatisfy { $0 == 0x30 }
  }

  /// Tells whether a number is one of whole thousands from ten on, `30.000`: nobody measures to
  /// three decimals that are all zero.
  private func isRound(_ index: Int, _ article: Article) -> Bool {
    let bytes = article.document.text[article.tokens[index].range.indices]
    return bytes.count >= 6 && bytes.suffix(3).allSatisfy { $0 == 0x30 }
  }

  /// Tells whether a number is an amount of money from a hundred on: nothing so dear is priced to
  /// three decimals.
  private func isMoney(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index) else { return false }
    let (sign, figure) = (article.tokens[before], article.tokens[index])
    return figure.end - figure.start == 7 && !figure.flags.contains(.spaceBefore)
      && (sign.isMark("$") || sign.isMark("€") || sign.isMark("£"))
  }

  /// Tells whether a currency sign stands before the number: rates of exchange have many decimals.
  private func isRate(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index) else { return false }
    return article.tokens[before].isMark("$") && !endsInZeros(index, article)
  }

  /// Tells whether numbers of the same length follow one another, as in `sizes 40,45 and 55`.
  private func startsList(_ index: Int, joint: Int, _ article: Article) -> Bool {
    let parts = article.document.text[article.tokens[index].range.indices].split(separator: 0x2C)
    guard Self.joints.contains(article.tokens[joint].hash), parts.count == 2, parts[0].count > 1,
      let last = article.tokenAfter(joint), article.tokens[last].kind == .number
    else { return false }
    let digits = article.document.text[article.tokens[last].range.indices]
    return parts.allSatisfy { $0.count == digits.count } && !digits.contains(0x2C)
  }

  private static let joints = WordSet("and or")

  /// Tells whether a number with a comma is an amount and no list of two numbers or a day and hour.
  private func isAmount(_ index: Int, _ article: Article) -> Bool {
    if let before = article.tokenBefore(index) {
      let token = article.tokens[before]
      if token.kind == .number || article.token(before, isIn: months) { return false }
      if token.isMark(",") || token.isMark("/") || token.isMark("-") { return false }
    }
    guard let next = article.tokenAfter(index) else { return true }
    let token = article.tokens[next]
    return token.kind != .number && !startsList(index, joint: next, article)
      && !(token.kind == .punctuation && article.joinedToken(next + 1)?.kind == .number)
  }
}
