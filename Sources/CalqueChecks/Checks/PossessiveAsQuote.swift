internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A double mark where the possessive of a plural has its apostrophe: `the workers" rights`.
struct PossessiveAsQuote: Check {
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults.filter { $0.kind == .possessive }.map { fault in
      let range = article.range(ofMark: fault.mark)
      let token = article.document.marks[fault.mark].token
      let word = article.string(article.tokens[token - 1].range)
      return Fault(
        range, values: ["word": word],
        related: fault.related("if it closes a quotation, that one most likely opens here"),
        fixes: [
          Fix(
            summary: "write “\(word)'”", edits: [Edit(range: range, replacement: "'")],
            safety: .review)
        ])
    }
  }
}
