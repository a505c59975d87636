internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A sentence that a paragraph break stands in the middle of.
struct BrokenSentence: Check {
  private let reader: ParagraphEndReader

  init(_ setup: CheckSetup) {
    reader = ParagraphEndReader(setup.lexicon, wanted: [.brokenOff])
  }

  func faults(in article: Article) -> [Fault] {
    let blocks = article.document.blocks
    return reader.unfinishedBlocks(of: article).compactMap { index in
      guard let last = blocks[index].tokens.last, let first = blocks[index + 1].tokens.first
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
