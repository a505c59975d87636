internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A single mark that opens a quotation and has its space behind it, or none: `the' pier'`.
struct MovedSingleMark: Check {
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults.compactMap { fault in
      guard case .openedBehind(let opening) = fault.kind else { return nil }
      return describe(opening, fault.mark, article)
    }
  }

  private func describe(_ opening: TextRange, _ closing: Int, _ article: Article) -> Fault {
    let glyph = article.document.marks[closing].glyph
    let mark = QuoteSpelling.opening(of: glyph)
    let moving = article.document.movingEdit(
      ofClosing: closing, to: QuoteSpelling.closing(of: glyph))
    return Fault(
      opening, values: ["mark": mark],
      related: [
        .init(range: article.range(ofMark: closing), note: "the quotation is closed here")
      ],
      fixes: [
        Fix(
          summary: "put the space before \(mark)",
          edits: [Edit(range: opening, replacement: " " + mark)] + (moving.map { [$0] } ?? []),
          safety: .review)
      ])
  }
}
