internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A quotation whose marks are both written twice: `""so""`.
struct DoubledPair: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.document.marks.indices.dropFirst().compactMap { index in
      Self.closing(of: index, in: article.document).map { describe(index, $0, article) }
    }
  }

  /// Returns the closing mark of a quotation that is all that the one before holds; nil for any
  /// other mark.
  static func closing(of index: Int, in document: Document) -> Int? {
    let marks = document.marks
    guard index > 0, marks[index].role == .opening, marks[index - 1].role == .opening,
      marks[index - 1].lastToken + 1 == marks[index].token,
      marks[index - 1].glyph == marks[index].glyph,
      let closing = marks[index].partner, let outer = marks[index - 1].partner,
      marks[closing].lastToken + 1 == marks[outer].token
    else { return nil }
    return closing
  }

  private func describe(_ index: Int, _ closing: Int, _ article: Article) -> Fault {
    let ranges = [article.range(ofMark: index), article.range(ofMark: closing)]
    return Fault(
      ranges[0], values: ["mark": article.string(ranges[0])],
      related: [.init(range: ranges[1], note: "the other two stand here")],
      fixes: [
        Fix(
          summary: "remove one of each",
          edits: ranges.map { Edit(range: $0, replacement: "") }, safety: .review)
      ])
  }
}
