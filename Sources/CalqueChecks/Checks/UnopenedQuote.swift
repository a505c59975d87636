internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A quotation that closes and never opened.
struct UnopenedQuote: Check {
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = AttributionGrammar(setup.lexicon)
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults(grammar).compactMap { fault in
      fault.kind == .unopened ? describe(fault, article) : nil
    }
  }

  private func describe(_ fault: QuoteFault, _ article: Article) -> Fault {
    let mark = article.document.marks[fault.mark]
    let missing = QuoteRepair.opening(of: mark.glyph)
    let place = TextRange(fault.place, fault.place)
    let fix = Fix(
      summary: "add \(missing) here", edits: [Edit(range: place, replacement: missing)],
      safety: .review)
    return Fault(
      article.tokens[mark.token].range, values: ["missing": missing],
      related: [.init(range: place, note: "the opening mark most likely belongs here")],
      fixes: [fix])
  }
}
