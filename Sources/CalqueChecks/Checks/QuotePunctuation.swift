internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Commas and stops on the wrong side of a closing mark, by the style of the house.
///
/// Option `style`: `american` has them inside, `british` outside unless the quotation is a sentence
/// of its own, `consistent` (the default) on the side where most of the article has them.
struct QuotePunctuation: Check {
  static let options = [CheckOption("style", .oneOf(Style.allCases.map(\.rawValue)))]

  private enum Style: String, CaseIterable {
    case american, british, consistent
  }

  /// A closing mark with a comma or stop beside it.
  private struct Place {
    let closing: Int
    let point: Int
    let isInside: Bool
    let isSentence: Bool
  }

  private let style: Style

  init(_ setup: CheckSetup) {
    style = setup.options["style"]?.first.flatMap(Style.init) ?? .consistent
  }

  func faults(in article: Article) -> [Fault] {
    let places = article.document.blocks.filter(\.isProse).flatMap { block in
      block.marks.compactMap { place($0, in: block.tokens, article) }
    }
    // Both styles have the points of a quoted sentence inside.
    let parts = places.filter { !$0.isSentence }
    let balance = 2 * parts.count(where: \.isInside) - parts.count
    return places.filter { isWrong($0, balance) }.map { describe($0, article) }
  }

  private func place(_ index: Int, in block: Range<Int>, _ article: Article) -> Place? {
    let mark = article.document.marks[index]
    guard mark.role == .closing, let partner = mark.partner, !mark.isEncoded else { return nil }
    let opening = article.document.marks[partner]
    let (before, after) = (mark.token - 1, mark.lastToken + 1)
    let isSentence =
      article.tokens[opening.lastToken + 1].flags.contains(.capitalized)
      && (mark.token - opening.lastToken > 3
        || article.tokens[opening.token].flags.contains(.sentenceStart))
    if isPoint(before, article), before > opening.lastToken {
      return Place(closing: index, point: before, isInside: true, isSentence: isSentence)
    }
    guard after < block.upperBound, isPoint(after, article),
      !article.tokens[after].flags.contains(.spaceBefore)
    else { return nil }
    return Place(closing: index, point: after, isInside: false, isSentence: isSentence)
  }

  private func isPoint(_ token: Int, _ article: Article) -> Bool {
    article.tokens[token].isMark(",") || article.tokens[token].isMark(".")
  }

  /// Tells whether a point is on the wrong side, where so many more points stand inside than
  /// outside.
  private func isWrong(_ place: Place, _ balance: Int) -> Bool {
    switch style {
    case .american: !place.isInside
    case .british: place.isInside && !place.isSentence
    case .consistent: !place.isSentence && (place.isInside ? balance < 0 : balance > 0)
    }
  }

  private func describe(_ place: Place, _ article: Article) -> Fault {
    let mark = article.range(ofMark: place.closing)
    let point = article.tokens[place.point].range
    let text = [article.string(point), article.string(mark)]
    let range = TextRange(min(mark.start, point.start), max(mark.end, point.end))
    return Fault(
      range,
      values: [
        "point": text[0] == "," ? "comma" : "stop", "side": place.isInside ? "after" : "before",
      ],
      fixes: [
        Fix(
          summary: "write \(place.isInside ? text[1] + text[0] : text[0] + text[1])",
          edits: [
            Edit(
              range: range, replacement: place.isInside ? text[1] + text[0] : text[0] + text[1])
          ], safety: .safe)
      ])
  }
}
