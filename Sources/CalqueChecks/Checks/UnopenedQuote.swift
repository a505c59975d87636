internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A quotation that closes and never opened; option `marks` says whether in `single` marks.
struct UnopenedQuote: Check {
  static let options = [CheckOption("marks", .oneOf(["double", "single"]))]

  private let grammar: AttributionGrammar
  private let isDouble: Bool

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
    isDouble = setup.options["marks"] != ["single"]
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults.compactMap { fault in
      guard article.document.marks[fault.mark].glyph.isDouble == isDouble else { return nil }
      return fault.kind == .unopened ? describe(fault, article) : nil
    }
  }

  private func describe(_ fault: QuoteFault, _ article: Article) -> Fault {
    let glyph = article.document.marks[fault.mark].glyph
    let missing = QuoteSpelling.opening(of: glyph)
    let moving = article.document.movingEdit(
      ofClosing: fault.mark, to: QuoteSpelling.closing(of: glyph))
    return Fault(
      article.range(ofMark: fault.mark), values: ["missing": missing],
      related: fault.related("the opening mark most likely belongs here"),
      fixes: fault.insertions(of: missing, with: moving))
  }
}
