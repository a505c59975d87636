internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A quotation over several paragraphs that is not opened again in each of them.
struct NotReopenedQuote: Check {
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults.compactMap { fault in
      guard case .notReopened(let closing) = fault.kind, !fault.places.isEmpty else { return nil }
      return describe(fault, closing, article)
    }
  }

  private func describe(_ fault: QuoteFault, _ closing: Int, _ article: Article) -> Fault {
    let missing = QuoteSpelling.opening(of: article.document.marks[fault.mark].glyph)
    let starts = fault.places.map { TextRange($0, $0) }
    return Fault(
      article.range(ofMark: fault.mark), values: ["missing": missing],
      related: starts.map { .init(range: $0, note: "so read, this paragraph is quoted, too") } + [
        .init(range: article.range(ofMark: closing), note: "the quotation is closed here")
      ],
      fixes: [
        Fix(
          summary: "add \(missing) to each paragraph",
          edits: starts.map { Edit(range: $0, replacement: missing) }, safety: .review)
      ])
  }
}
