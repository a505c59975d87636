internal import CalqueEngine
internal import CalqueText

/// The marks of a dateline without its place, as in `( – Three boats were painted`.
struct EmptyDateline: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rareBlocks.startingWithMark.compactMap { index in
      let block = article.document.blocks[index]
      guard block.kind == .paragraph, block.tokens.count > 2 else { return nil }
      let first = block.tokens.lowerBound
      let (bracket, dash) = (article.tokens[first], article.tokens[first + 1])
      guard bracket.isMark("("), dash.isMark("–") || dash.isMark("—") || dash.isMark("-") else {
        return nil
      }
      let range = article.document.range(of: first..<first + 2)
      return Fault(range, values: ["text": article.string(range)])
    }
  }
}
