internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// White space between a figure and what belongs to it: `26 th`, `$ 503`, `18: 30`, `55 km / h`.
struct SpacedFigure: Check {
  static let options = [CheckOption("kind", .oneOf(Kind.allCases.map(\.rawValue)))]

  /// What the rule looks for.
  private enum Kind: String, CaseIterable {
    case ordinal, currency, percent, clock, unit
  }

  private static let ordinals = ["st", "nd", "rd", "th"].map(WordHash.of)
  /// Words that stand before a time of day, and before no result of a vote.
  private static let beforeTimes = WordSet(
    "at from until till around about before after since between")
  private static let slash: UInt64 = 0x2F
  /// What is counted in one of ``times`` or areas.
  private static let measures = WordSet(
    """
    km kms kilometers kilometres m meters metres mi miles kg g mg l liters litres kb mb gb kbit mbit \
    gbit cm mm ft knots
    """)
  private static let times = WordSet(
    "h hr hour s sec second min minute day year km m2 m3 l ml kg ha")
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
    case .clock:
      article.rare.openings.compactMap { colon in
        guard article.tokens[colon].isMark(":"), let hour = article.tokenBefore(colon),
          let minute = article.tokenAfter(colon), isTime(hour, colon, minute, article)
        else { return nil }
        return describe(colon, minute, from: hour, article)
      }
    case .unit:
      article.wordIndex.places(of: Self.slash).compactMap { describe(slash: $0, article) }
    }
  }

  /// Reports a slash between two units with a space beside it.
  private func describe(slash: Int, _ article: Article) -> Fault? {
    guard let measure = article.tokenBefore(slash), let time = article.tokenAfter(slash),
      Self.measures.contains(article.tokens[measure].hash),
      Self.times.contains(article.tokens[time].hash), let figure = article.tokenBefore(measure),
      article.tokens[figure].isWordLike
    else { return nil }
    let (left, mark, right) = (
      article.tokens[measure], article.tokens[slash], article.tokens[time]
    )
    let gaps = [TextRange(left.end, mark.start), TextRange(mark.end, right.start)]
    guard gaps.contains(where: { !$0.isEmpty }) else { return nil }
    let joined = article.string(left.range) + "/" + article.string(right.range)
    return Fault(
      TextRange(left.start, right.end), values: ["joined": joined],
      fixes: [
        Fix(
          summary: "write “\(joined)”",
          edits: gaps.filter { !$0.isEmpty }.map { Edit(range: $0, replacement: "") }, safety: .safe
        )
      ])
  }

  /// Tells whether an hour, a colon close to it and two digits are a time.
  ///
  /// No number of anything is written `00`; other minutes have to stand behind a word that times
  /// stand behind. 24:00 is midnight.
  private func isTime(_ hour: Int, _ colon: Int, _ minute: Int, _ article: Article) -> Bool {
    guard !article.tokens[colon].flags.contains(.spaceBefore),
      let hours = digits(hour, 1...2, article), hours < 24,
      let minutes = digits(minute, 2...2, article), minutes < 60
    else { return false }
    guard minutes > 0 else { return true }
    return article.tokenBefore(hour).map {
      Self.beforeTimes.contains(article.tokens[$0].hash)
    } ?? false
  }

  /// Returns the value of a few digits; nil for any other token.
  private func digits(_ index: Int, _ lengths: ClosedRange<Int>, _ article: Article) -> Int? {
    let bytes = article.document.text[article.tokens[index].range.indices]
    let figure = Figure(bytes)
    return lengths.contains(bytes.count) && figure.shape == .plain ? figure.wholeValue : nil
  }

  private func isSign(_ token: Token) -> Bool {
    token.isCurrencySign || token.isMark("¥")
  }

  private func isOrdinal(_ number: Int, _ ending: Int, _ article: Article) -> Bool {
    guard !article.tokens[ending].flags.contains(.capitalized) else { return false }
    let digits = article.document.text[article.tokens[number].range.indices]
    return digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Reports the space between two tokens; the text at fault may start farther to the left.
  private func describe(
    _ first: Int, _ second: Int, from start: Int? = nil, _ article: Article
  ) -> Fault? {
    let (left, right) = (article.tokens[first], article.tokens[second])
    guard right.flags.contains(.spaceBefore) else { return nil }
    let gap = TextRange(left.end, right.start)
    let range = TextRange(article.tokens[start ?? first].start, right.end)
    let joined = article.string(TextRange(range.start, left.end)) + article.string(right.range)
    return Fault(
      range, values: ["joined": joined],
      fixes: [
        Fix(
          summary: "write “\(joined)”", edits: [Edit(range: gap, replacement: "")],
          safety: kind == .clock ? .review : .safe)
      ])
  }
}
