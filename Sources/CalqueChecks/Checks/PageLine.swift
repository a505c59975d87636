internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Lines of the page between the paragraphs of an article: buttons, links to other stories, requests
/// to subscribe.
struct PageLine: Check {
  /// Tokens of the longest opening that is looked up.
  private static let longestOpening = 6
  /// Tokens of the longest line of furniture.
  private static let longestLine = 12

  private let furniture: PhraseList
  private let openings: PhraseList

  init(_ setup: CheckSetup) {
    furniture = setup.lexicon.phrases("furniture")
    openings = setup.lexicon.phrases("page-line-opening")
  }

  func faults(in article: Article) -> [Fault] {
    let blocks = article.document.blocks
    var faults: [Fault] = []
    var index = 0
    while index < blocks.count {
      guard isPageLine(blocks[index], article) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < blocks.count, isPageLine(blocks[last + 1], article) { last += 1 }
      faults.append(describe(index...last, article))
      index = last + 1
    }
    return faults
  }

  /// Tells whether a block of the body is a line of the page.
  private func isPageLine(_ block: Block, _ article: Article) -> Bool {
    guard block.kind == .paragraph || block.kind == .subheading, !block.tokens.isEmpty else {
      return false
    }
    let tokens = article.tokens[block.tokens]
    if tokens.count <= Self.longestLine, furniture.contains(tokens) { return true }
    return openings.containsStart(of: tokens, longest: Self.longestOpening)
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
      range, values: ["count": count == 1 ? "a line" : "\(count) lines"],
      fixes: [
        Fix(
          summary: count == 1 ? "remove the line" : "remove the lines",
          edits: [Edit(range: cut, replacement: "")], safety: .review)
      ])
  }
}
