internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Speech between dashes, as Spanish, French and Russian write it.
///
/// `— We are ready — said Vega.`
struct DialogueDash: Check {
  private let grammar: AttributionGrammar

  init(_ setup: CheckSetup) {
    grammar = setup.grammar
  }

  func faults(in article: Article) -> [Fault] {
    article.rareBlocks.startingWithMark.compactMap { index in
      let block = article.document.blocks[index]
      return block.isProse ? fault(in: block.tokens, article) : nil
    }
  }

  private func fault(in block: Range<Int>, _ article: Article) -> Fault? {
    guard block.count > 4, isDash(block.lowerBound, article) else { return nil }
    let first = block.lowerBound
    for token in block.dropFirst(3) where isDash(token - 1, article) {
      guard let tag = grammar.attribution(at: token, in: token..<block.upperBound, of: article),
        tag.verb == token || tag.speaker.count == 1
      else { continue }
      return describe(first, token - 1, tag, article)
    }
    return nil
  }

  private func isDash(_ token: Int, _ article: Article) -> Bool {
    let mark = article.tokens[token]
    return mark.isMark("—") || mark.isMark("–") || mark.isMark("―")
  }

  private func describe(
    _ first: Int, _ second: Int, _ tag: Attribution, _ article: Article
  ) -> Fault {
    let tokens = article.tokens
    let (opening, closing) = QuoteSpelling.pair(
      isDouble: true, isCurly: article.document.usesCurlyQuotes)
    let last = tokens[second - 1]
    let hasMark = [",", "!", "?", "…"].contains { last.isMark($0) }
    let edits = [
      Edit(range: TextRange(tokens[first].start, tokens[first + 1].start), replacement: opening),
      Edit(
        range: TextRange(last.end, tokens[second + 1].start),
        replacement: (hasMark ? "" : ",") + closing + " "),
    ]
    return Fault(
      tokens[first].range, values: ["tag": article.string(tag.tokens)],
      related: [.init(range: tokens[second].range, note: "the speech ends here")],
      fixes: [Fix(summary: "write \(opening) … \(closing)", edits: edits, safety: .review)])
  }
}
