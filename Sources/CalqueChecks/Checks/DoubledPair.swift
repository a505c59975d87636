internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A quotation whose marks are both written twice: `""so""`.
struct DoubledPair: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.document.marks.indices.dropFirst().compactMap { index in
      article.document.closingMark(ofDoubled: index).map { describe(index, $0, article) }
    }
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
