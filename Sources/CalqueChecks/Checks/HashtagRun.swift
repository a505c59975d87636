internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Hashtags in a row: the keywords of a post, taken for text.
struct HashtagRun: Check {
  static let options = [CheckOption("least-count", .count)]

  private let leastCount: Int

  init(_ setup: CheckSetup) {
    leastCount = setup.number("least-count", default: 3)
  }

  func faults(in article: Article) -> [Fault] {
    var runs: [Range<Int>] = []
    for index in article.rare.symbols where isHashtag(article.tokens[index]) {
      if let last = runs.last, last.upperBound == index, article.tokenBefore(index) != nil {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs.filter { $0.count >= leastCount }.map { describe($0, article) }
  }

  private func isHashtag(_ token: Token) -> Bool {
    token.flags.contains(.link) && token.hash == 0x23
  }

  private func describe(_ run: Range<Int>, _ article: Article) -> Fault {
    let range = article.document.range(of: run)
    return Fault(
      range, values: ["count": "\(run.count)"],
      fixes: [
        Fix(
          summary: "remove the hashtags", edits: [Edit(range: range, replacement: "")],
          safety: .review)
      ])
  }
}
