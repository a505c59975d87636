internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Hashtags in a row: the keywords of a post, taken for text.
struct HashtagRun: Check {
  private let leastCount: Int

  init(_ setup: CheckSetup) {
    leastCount = setup.number("least-count", default: 3)
  }

  func faults(in article: Article) -> [Fault] {
    let tokens = article.tokens
    return article.document.blocks.flatMap { block -> [Fault] in
      var faults: [Fault] = []
      var run = block.tokens.lowerBound..<block.tokens.lowerBound
      for index in block.tokens {
        if isHashtag(tokens[index]) {
          run = (run.isEmpty ? index : run.lowerBound)..<index + 1
        } else if !run.isEmpty {
          faults += fault(run, article)
          run = index..<index
        }
      }
      return faults + fault(run, article)
    }
  }

  private func isHashtag(_ token: Token) -> Bool {
    token.flags.contains(.link) && token.hash == 0x23
  }

  private func fault(_ run: Range<Int>, _ article: Article) -> [Fault] {
    guard run.count >= leastCount else { return [] }
    let range = article.document.range(of: run)
    return [
      Fault(
        range, values: ["count": "\(run.count)"],
        fixes: [
          Fix(
            summary: "remove the hashtags", edits: [Edit(range: range, replacement: "")],
            safety: .review)
        ])
    ]
  }
}
