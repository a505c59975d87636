internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Straight marks in an article that has curly ones, or the reverse.
///
/// Option `quoteStyle`: `straight`, `curly`, or `consistent` (the default), which takes what most
/// of the article's quotations have.
struct QuoteStyle: Check {
  static let options = [CheckOption("quoteStyle", .oneOf(["straight", "curly", "consistent"]))]

  private let wantsCurly: Bool?

  init(_ setup: CheckSetup) {
    switch setup.options["quoteStyle"]?.first {
    case "curly": wantsCurly = true
    case "straight": wantsCurly = false
    default: wantsCurly = nil
    }
  }

  func faults(in article: Article) -> [Fault] {
    let marks = article.document.marks
    guard let isCurly = wantsCurly ?? majority(article) else { return [] }
    return marks.indices.compactMap { index in
      guard marks[index].role == .opening, let partner = marks[index].partner,
        marks[index].glyph.system == marks[partner].glyph.system,
        marks[index].glyph.isDouble == marks[partner].glyph.isDouble, !marks[index].isEncoded,
        !marks[partner].isEncoded,
        marks[index].glyph.system == (isCurly ? .straight : .curly),
        !isMentioned(marks[index], with: marks[partner], article.document)
      else { return nil }
      return describe(index, partner, isCurly, article)
    }
  }

  private func isMentioned(
    _ opening: QuoteMark, with closing: QuoteMark, _ document: Document
  ) -> Bool {
    let block = document.blocks[document.block(ofToken: opening.token)]
    return document.isMentioned(opening, with: closing, in: block.tokens)
  }

  /// Returns whether most quotations of an article are in curly marks, as the first one is where
  /// there are as many of both; nil where all are of one kind.
  private func majority(_ article: Article) -> Bool? {
    let systems = article.document.marks.compactMap { mark in
      mark.role == .opening && mark.partner != nil ? mark.glyph.system : nil
    }
    let curly = systems.count { $0 == .curly }
    let straight = systems.count { $0 == .straight }
    guard curly > 0, straight > 0 else { return nil }
    if curly != straight { return curly > straight }
    return systems.first { $0 == .curly || $0 == .straight } == .curly
  }

  private func describe(
    _ opening: Int, _ closing: Int, _ isCurly: Bool, _ article: Article
  ) -> Fault {
    let isDouble = article.document.marks[opening].glyph.isDouble
    let target = QuoteSpelling.pair(isDouble: isDouble, isCurly: isCurly)
    let ranges = [article.range(ofMark: opening), article.range(ofMark: closing)]
    return Fault(
      ranges[0],
      values: [
        "found": isCurly ? "straight" : "curly", "opening": target.opening,
        "closing": target.closing,
      ],
      related: [.init(range: ranges[1], note: "the quotation is closed here")],
      fixes: [
        Fix(
          summary: "write \(target.opening) … \(target.closing)",
          edits: zip(ranges, [target.opening, target.closing]).map {
            Edit(range: $0, replacement: $1)
          }, safety: .safe)
      ])
  }
}
