internal import CalqueEngine
internal import CalqueText

/// An ellipsis in brackets at the end of a paragraph: a feed's first lines in place of a story.
struct TeaserEnd: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.document.blocks.compactMap { block in
      guard block.kind != .listItem, block.tokens.count > 3 else { return nil }
      let end = block.tokens.upperBound
      let marks = article.tokens[end - 3..<end]
      guard marks[end - 1].isMark("]"), marks[end - 2].isMark("…"), marks[end - 3].isMark("["),
        !marks[end - 2].flags.contains(.insideQuotation)
      else { return nil }
      let range = article.document.range(of: end - 3..<end)
      return Fault(range, values: ["text": article.string(range)])
    }
  }
}
