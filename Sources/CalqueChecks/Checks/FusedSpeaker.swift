internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A closing mark lost together with the space after it, so that the quotation's last word runs
/// into the name of the speaker, or the first word of the next sentence.
struct FusedSpeaker: Check {
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults.compactMap { fault in
      guard let place = fault.places.first else { return nil }
      switch fault.kind {
      case .fusedWithSpeaker(let token): return describe(fault.mark, token, place, ",", article)
      case .fusedWithSentence(let token): return describe(fault.mark, token, place, ".", article)
      default: return nil
      }
    }
  }

  private func describe(
    _ mark: Int, _ token: Int, _ place: UInt32, _ stop: String, _ article: Article
  ) -> Fault {
    let word = article.tokens[token].range
    let glyph = article.document.marks[mark].glyph
    let closing = stop + QuoteSpelling.closing(of: glyph) + " "
    let left = article.string(TextRange(word.start, place))
    let right = article.string(TextRange(place, word.end))
    return Fault(
      word, values: ["quoted": left, "speaker": right],
      related: [
        .init(range: article.range(ofMark: mark), note: "the quotation is opened here")
      ],
      fixes: [
        Fix(
          summary: "write “\(left)\(closing)\(right)”",
          edits: [Edit(range: TextRange(place, place), replacement: closing)], safety: .review)
      ])
  }
}
