internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A number with the points and commas of another language: `1.500 people`, `3,5 percent`.
struct ForeignFigure: Check {
  static let options = [CheckOption("kind", .oneOf(Kind.allCases.map(\.rawValue)))]

  /// What the rule looks for.
  private enum Kind: String, CaseIterable {
    case thousands, decimals, groups
  }

  /// A number of the article.
  private struct Candidate {
    let index: Int
    let token: Token
    let bytes: ArraySlice<UInt8>
    let figure: Figure

    init(_ index: Int, _ article: Article) {
      self.index = index
      token = article.tokens[index]
      bytes = article.document.text[token.range.indices]
      figure = Figure(bytes)
    }

    var hasComma: Bool { bytes.contains(0x2C) }
    var endsInTwoZeros: Bool { bytes.suffix(2).allSatisfy { $0 == 0x30 } }
    /// Whether it is one of whole thousands from ten on, `30.000`: nobody measures to three
    /// decimals that are all zero.
    var isRound: Bool { bytes.count >= 6 && endsInThreeZeros }
    var endsInThreeZeros: Bool { bytes.suffix(3).allSatisfy { $0 == 0x30 } }
    /// Whether it has three digits on both sides of its point.
    var isFromHundredOn: Bool { bytes.count == 7 }
  }

  private static let joints = WordSet("and or")
  private static let of = WordHash.of("of")
  /// What is given to three decimals: `a grade of 3.875`.
  private static let scores = WordSet(
    "average averages coefficient gpa grade grades index mean odds rating ratio score scores")
  private static let approximators = WordSet(
    "about almost approximately around least nearly over roughly some than")
  /// Money of which nobody counts hundreds to three decimals; of others rates of exchange do.
  private static let dearMoney = WordSet("dollars euros pounds")

  private let kind: Kind
  /// Words behind a number that may well have three decimals: `4.176 million`, `9.580 seconds`.
  private let measures: WordList
  private let currencies: WordList
  private let months: WordList
  /// Words that make a large or exact number of one with decimals: `more than 1.500 million`.
  private let scales: WordList

  init(_ setup: CheckSetup) {
    kind = setup.options["kind"]?.first.flatMap(Kind.init) ?? .thousands
    measures = setup.lexicon.list("measure")
    currencies = setup.lexicon.list("currency-name")
    months = setup.lexicon.list("month")
    scales = setup.lexicon.list("scale")
  }

  func faults(in article: Article) -> [Fault] {
    let numbers = article.rare.foreignNumbers.map { Candidate($0, article) }
    let hasDecimals = kind == .thousands && numbers.contains { isDecimal($0, article) }
    return numbers.compactMap { number in
      isFault(number, besideDecimals: hasDecimals, article) ? describe(number, article) : nil
    }
  }

  private func isFault(
    _ number: Candidate, besideDecimals: Bool, _ article: Article
  ) -> Bool {
    switch (kind, number.figure.shape) {
    case (.thousands, .pointedThousands(let groups)):
      groups > 1 || number.hasComma || isCount(number, article)
        || number.endsInTwoZeros && !besideDecimals && mayBeCount(number, article)
    case (.decimals, .decimalComma):
      isAmount(number, article) && !mayBeGroups(number, article)
    case (.groups, .decimalComma):
      isAmount(number, article) && mayBeGroups(number, article)
    case (.groups, .unevenGroups): isAmount(number, article)
    default: false
    }
  }

  private func describe(_ number: Candidate, _ article: Article) -> Fault {
    let range = number.token.range
    guard kind != .groups else {
      return Fault(range, values: ["written": article.string(range)])
    }
    let english = number.figure.swapped
    return Fault(
      range, values: ["written": article.string(range), "english": english],
      fixes: [.writing(english, at: range)])
  }

  // MARK: Points

  /// Tells whether a number with one point can only be one of thousands.
  private func isCount(_ number: Candidate, _ article: Article) -> Bool {
    if number.isRound || isMoney(number, article) || isEstimate(number, article) { return true }
    guard let next = article.tokenAfter(number.index), mayBeCount(number, article) else {
      return false
    }
    let token = article.tokens[next]
    return !isRate(number, before: next, article) && token.kind == .word
      && token.flags.isDisjoint(with: [.capitalized, .insideQuotation])
      && token.end - token.start > 3
  }

  /// Tells whether no unit or score speaks against thousands.
  private func mayBeCount(_ number: Candidate, _ article: Article) -> Bool {
    guard let next = article.tokenAfter(number.index) else { return true }
    // A unit, as in `1.500%`.
    let token = article.tokens[next]
    guard token.kind != .symbol || token.flags.contains(.spaceBefore) else { return false }
    return !article.token(next, isIn: measures) && !isScore(number, article)
  }

  /// Tells whether a number has three decimals: nothing is counted behind it, and it is not round,
  /// as in the scores `15.766 and 15.500`.
  private func isDecimal(_ number: Candidate, _ article: Article) -> Bool {
    guard case .pointedThousands(1) = number.figure.shape else { return false }
    return !number.hasComma && !number.endsInTwoZeros && !isCount(number, article)
  }

  /// Tells whether a number that ends in zeros is rounded, `nearly 1.700 miles`, or is money,
  /// `$1.000 to each`: nobody gives these to three decimals.
  private func isEstimate(_ number: Candidate, _ article: Article) -> Bool {
    guard number.endsInTwoZeros, let before = article.tokenBefore(number.index),
      Self.approximators.contains(article.tokens[before].hash)
        || number.endsInThreeZeros && article.tokens[before].isCurrencySign
    else { return false }
    return !(article.tokenAfter(number.index).map { article.token($0, isIn: scales) } ?? false)
  }

  /// Tells whether a number is an amount of money from a hundred on: nothing so dear is priced to
  /// three decimals.
  private func isMoney(_ number: Candidate, _ article: Article) -> Bool {
    guard number.isFromHundredOn else { return false }
    if let next = article.tokenAfter(number.index),
      Self.dearMoney.contains(article.tokens[next].hash)
    {
      return true
    }
    return !number.token.flags.contains(.spaceBefore) && followsCurrency(number, article)
  }

  /// Tells whether a number may be a price or a rate of exchange, which have many decimals.
  private func isRate(_ number: Candidate, before next: Int, _ article: Article) -> Bool {
    followsCurrency(number, article) || article.token(next, isIn: currencies)
  }

  private func isScore(_ number: Candidate, _ article: Article) -> Bool {
    guard let of = article.tokenBefore(number.index), article.tokens[of].hash == Self.of,
      let noun = article.tokenBefore(of)
    else { return false }
    return Self.scores.contains(article.tokens[noun].hash)
  }

  private func followsCurrency(_ number: Candidate, _ article: Article) -> Bool {
    article.tokenBefore(number.index).map { article.tokens[$0].isCurrencySign } ?? false
  }

  // MARK: Commas

  /// Tells whether two digits behind a comma may be what is left of a longer number.
  ///
  /// Nothing says then what is counted: `rose to 27,13.`
  private func mayBeGroups(_ number: Candidate, _ article: Article) -> Bool {
    guard number.bytes.suffix(3).first == 0x2C, !followsCurrency(number, article) else {
      return false
    }
    return article.tokenAfter(number.index).map { article.tokens[$0].isMark(".") } ?? true
  }

  /// Tells whether numbers of the same length follow one another, as in `sizes 40,45 and 55`.
  private func startsList(_ number: Candidate, joint: Int, _ article: Article) -> Bool {
    let parts = number.bytes.split(separator: 0x2C)
    guard Self.joints.contains(article.tokens[joint].hash), parts.count == 2, parts[0].count > 1,
      let last = article.tokenAfter(joint), article.tokens[last].kind == .number
    else { return false }
    let digits = article.document.text[article.tokens[last].range.indices]
    return parts.allSatisfy { $0.count == digits.count } && !digits.contains(0x2C)
  }

  /// Tells whether a number with a comma is an amount and no list of two numbers or a day and hour.
  private func isAmount(_ number: Candidate, _ article: Article) -> Bool {
    if let before = article.tokenBefore(number.index) {
      let token = article.tokens[before]
      if token.kind == .number || article.token(before, isIn: months) { return false }
      if token.isMark(",") || token.isMark("/") || token.isMark("-") { return false }
    }
    guard let next = article.tokenAfter(number.index) else { return true }
    let token = article.tokens[next]
    return token.kind != .number && !startsList(number, joint: next, article)
      && !(token.kind == .punctuation && article.joinedToken(next + 1)?.kind == .number)
  }
}
