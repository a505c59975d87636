internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A label of the page above the headline.
struct KickerLine: Check {
  private let furniture: PhraseList

  init(_ setup: CheckSetup) {
    furniture = setup.lexicon.phrases("furniture")
  }

  func faults(in article: Article) -> [Fault] {
    guard article.isFirstSection else { return [] }
    let document = article.document
    return article.rareBlocks.besideParagraphs.compactMap { index in
      let block = document.blocks[index]
      guard block.kind == .kicker else { return nil }
      guard furniture.contains(document.tokens[block.tokens]) else { return nil }
      let end = index + 1 < document.blocks.count ? document.blocks[index + 1].range.start : nil
      let cut = TextRange(block.range.start, end ?? block.range.end)
      return Fault(
        block.range, values: ["line": article.string(block.range)],
        fixes: [
          Fix(
            summary: "remove the line", edits: [Edit(range: cut, replacement: "")],
            safety: .review)
        ])
    }
  }
}
