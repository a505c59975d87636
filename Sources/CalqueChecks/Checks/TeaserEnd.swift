internal import CalqueEngine
internal import CalqueText

/// A paragraph that ends as a feed cuts it: `[…]`, `[+]`, `… Read more`.
struct TeaserEnd: Check {
  /// Words of the longest link behind the cut.
  private static let longestLink = 4

  private let furniture: PhraseList

  init(_ setup: CheckSetup) {
    furniture = setup.lexicon.phrases("furniture")
  }

  func faults(in article: Article) -> [Fault] {
    article.rareBlocks.withoutStop.compactMap { index in
      let block = article.document.blocks[index]
      guard block.tokens.count > 3, block.kind != .listItem,
        mayEnd(article.tokens[block.tokens.upperBound - 1]),
        let start = cut(in: block.tokens, article)
      else { return nil }
      let range = article.document.range(of: start..<block.tokens.upperBound)
      return Fault(range, values: ["text": article.string(range)])
    }
  }

  /// Tells whether a token may be the last one of what is cut or of a link behind it.
  private func mayEnd(_ token: Token) -> Bool { token.kind == .word || token.isMark("]") }

  /// Returns the token with which the mark of the cut starts.
  private func cut(in block: Range<Int>, _ article: Article) -> Int? {
    let tokens = article.tokens
    guard tokens[block.upperBound - 1].kind == .word else {
      return bracket(before: block.upperBound, in: block, article)
    }
    // A link to the rest follows.
    for length in 1...Self.longestLink where block.count > length + 2 {
      let link = block.upperBound - length
      let start =
        tokens[link - 1].isMark("…") ? link - 1 : bracket(before: link, in: block, article)
      if let start, furniture.contains(tokens[link..<block.upperBound]) { return start }
    }
    return nil
  }

  /// Returns the start of `[…]` or `[+]` that ends before a token.
  private func bracket(before end: Int, in block: Range<Int>, _ article: Article) -> Int? {
    let tokens = article.tokens
    guard end - 3 > block.lowerBound, tokens[end - 1].isMark("]"), tokens[end - 3].isMark("["),
      tokens[end - 2].isMark("…") || tokens[end - 2].isMark("+"),
      !tokens[end - 2].flags.contains(.insideQuotation)
    else { return nil }
    return end - 3
  }
}
