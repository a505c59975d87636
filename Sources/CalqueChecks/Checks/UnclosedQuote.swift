internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A quotation that opens and never closes; option `marks` says whether in `single` marks.
struct UnclosedQuote: Check {
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
      return switch fault.kind {
      case .unclosed, .unclosedBefore: describe(fault, article)
      default: nil
      }
    }
  }

  private func describe(_ fault: QuoteFault, _ article: Article) -> Fault {
    let missing = QuoteSpelling.closing(of: article.document.marks[fault.mark].glyph)
    let rival = fault.rival.map { self.rival($0, missing, article) }
    return Fault(
      article.range(ofMark: fault.mark), values: ["missing": missing],
      related: fault.related("the closing mark most likely belongs here")
        + (rival.map { [$0.related] } ?? []),
      fixes: fault.insertions(of: missing) + (rival.map { [$0.fix] } ?? []))
  }

  /// Says of the next mark how it is at fault, if it is that one.
  private func rival(
    _ index: Int, _ closing: String, _ article: Article
  ) -> (related: Finding.Related, fix: Fix) {
    let range = article.range(ofMark: index)
    if article.document.marks[index].partner != nil {
      return (
        .init(range: range, note: "or the quotation goes on, and this mark is one too many"),
        Fix(
          summary: "remove the next mark", edits: [Edit(range: range, replacement: "")],
          safety: .review)
      )
    }
    let moving = article.document.movingEdit(ofClosing: index, to: closing)
    return (
      .init(range: range, note: "or this mark closes it, and has changed sides with the space"),
      Fix(
        summary: "close with the next mark", edits: moving.map { [$0] } ?? [], safety: .review)
    )
  }
}
