internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A sentence that a paragraph break stands in the middle of.
struct BrokenSentence: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    let blocks = article.document.blocks
    return article.unfinishedBlocks.compactMap { unfinished in
      guard unfinished.end == .brokenOff, let last = blocks[unfinished.block].tokens.last,
        let first = blocks[unfinished.block + 1].tokens.first
      else { return nil }
      let (before, after) = (article.tokens[last].range, article.tokens[first].range)
      let gap = TextRange(before.end, after.start)
      return Fault(
        before, values: ["end": article.string(before), "start": article.string(after)],
        related: [.init(range: after, note: "the sentence goes on here")],
        fixes: [
          Fix(
            summary: "join the paragraphs", edits: [Edit(range: gap, replacement: " ")],
            safety: .review)
        ])
    }
  }
}
