internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A quotation that opens and never closes; option `marks` says whether in `single` marks.
struct UnclosedQuote: Check {
  private let grammar: AttributionGrammar
  private let isDouble: Bool

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
    isDouble = setup.options["marks"] != ["single"]
  }

  func faults(in article: Article) -> [Fault] {
    article.quoteFaults.compactMap { fault in
      guard article.document.marks[fault.mark].glyph.isDouble == isDouble else { return nil }
      return switch fault.kind {
      case .unclosed, .unclosedBefore: describe(fault, article)
      default: nil
      }
    }
  }

  private func describe(_ fault: QuoteFault, _ article: Article) -> Fault {
    let missing = QuoteSpelling.closing(of: article.document.marks[fault.mark].glyph)
    return Fault(
      article.range(ofMark: fault.mark), values: ["missing": missing],
      related: fault.related("the closing mark most likely belongs here"),
      fixes: fault.insertions(of: missing))
  }
}
