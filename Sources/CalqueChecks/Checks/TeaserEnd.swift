internal import CalqueEngine
internal import CalqueText

/// An ellipsis in brackets at the end of a paragraph: a feed's first lines in place of a story.
struct TeaserEnd: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.document.blocks.compactMap { block in
      guard block.kind != .listItem, block.tokens.count > 3 else { return nil }
      let tokens = block.tokens.suffix(3)
      let marks = tokens.map { article.tokens[$0] }
      guard marks[0].isMark("["), marks[1].isMark("…"), marks[2].isMark("]"),
        !marks[1].flags.contains(.insideQuotation)
      else { return nil }
      let range = article.document.range(of: tokens.startIndex..<tokens.endIndex)
      return Fault(range, values: ["text": article.string(range)])
    }
  }
}
