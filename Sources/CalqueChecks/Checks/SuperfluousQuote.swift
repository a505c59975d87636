internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A double mark that is one too many; option `kind` says whether one that stands free, `stray`, or
/// one that is written twice, `doubled`.
struct SuperfluousQuote: Check {
  static let options = [CheckOption("kind", .oneOf(["stray", "doubled"]))]

  private let grammar: AttributionGrammar
  private let kind: QuoteFault.Kind

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
    kind = setup.options["kind"] == ["doubled"] ? .doubled : .stray
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults.filter { $0.kind == kind }.map { describe($0, article) }
  }

  private func describe(_ fault: QuoteFault, _ article: Article) -> Fault {
    let range = article.range(ofMark: fault.mark)
    // What stands free goes with the space before it.
    let mark = article.document.marks[fault.mark]
    let block = article.document.blocks[article.document.block(ofToken: mark.token)].tokens
    let start =
      kind == .stray && mark.token > block.lowerBound
      ? article.tokens[mark.token - 1].end : range.start
    return Fault(
      range, values: ["mark": article.string(range)],
      fixes: [
        Fix(
          summary: "remove the mark",
          edits: [Edit(range: TextRange(start, range.end), replacement: "")],
          safety: kind == .doubled ? .safe : .review)
      ])
  }
}
