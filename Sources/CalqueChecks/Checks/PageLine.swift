internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Lines of the page between the paragraphs of an article: buttons, links to other stories,
/// requests to subscribe.
struct PageLine: Check {
  private let reader: PageLineReader

  init(_ setup: CheckSetup) {
    reader = setup.pageLines
  }

  func faults(in article: Article) -> [Fault] {
    let blocks = article.document.blocks
    var faults: [Fault] = []
    var index = 0
    while index < blocks.count {
      guard reader.isPageLine(blocks[index], article) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < blocks.count, reader.isPageLine(blocks[last + 1], article) { last += 1 }
      faults.append(describe(index...last, article))
      index = last + 1
    }
    return faults
  }

  private func describe(_ lines: ClosedRange<Int>, _ article: Article) -> Fault {
    let blocks = article.document.blocks
    let range = TextRange(blocks[lines.lowerBound].range.start, blocks[lines.upperBound].range.end)
    let after = lines.upperBound + 1 < blocks.count ? blocks[lines.upperBound + 1].range.start : nil
    let before = lines.lowerBound > 0 ? blocks[lines.lowerBound - 1].range.end : nil
    let cut = TextRange(
      after == nil ? before ?? range.start : range.start, after ?? range.end)
    let count = lines.count
    return Fault(
      range,
      values: [
        "stand": count == 1 ? "a line of the page stands" : "\(count) lines of the page stand"
      ],
      fixes: [
        Fix(
          summary: count == 1 ? "remove the line" : "remove the lines",
          edits: [Edit(range: cut, replacement: "")], safety: .review)
      ])
  }
}
