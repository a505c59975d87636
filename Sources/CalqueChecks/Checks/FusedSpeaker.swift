internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A closing mark lost together with the space after it, so that the quotation's last word runs
/// into the name of the speaker.
struct FusedSpeaker: Check {
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = AttributionGrammar(setup.lexicon)
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults(grammar).compactMap { fault in
      guard case .fusedWithSpeaker(let token) = fault.kind else { return nil }
      return describe(fault, token, article)
    }
  }

  private func describe(_ fault: QuoteFault, _ token: Int, _ article: Article) -> Fault {
    let mark = article.document.marks[fault.mark]
    let word = article.tokens[token].range
    let closing = "," + QuoteRepair.closing(of: mark.glyph) + " "
    let left = article.string(TextRange(word.start, fault.place))
    let right = article.string(TextRange(fault.place, word.end))
    let fix = Fix(
      summary: "write “\(left)\(closing)\(right)”",
      edits: [Edit(range: TextRange(fault.place, fault.place), replacement: closing)],
      safety: .review)
    return Fault(
      word, values: ["quoted": left, "speaker": right],
      related: [
        .init(range: article.tokens[mark.token].range, note: "the quotation is opened here")
      ],
      fixes: [fix])
  }
}
