internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A comma, stop or semicolon that stands twice.
struct DoubledMark: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.doubledMarks.compactMap { index in
      let token = article.tokens[index]
      return token.isMark("…") ? dots(index, article) : pair(index, article)
    }
  }

  /// `..` is one token.
  private func dots(_ index: Int, _ article: Article) -> Fault? {
    let token = article.tokens[index]
    guard token.end - token.start == 2, article.joinedToken(index) != nil,
      article.joinedToken(index + 1).map({ $0.kind == .quote }) ?? true
    else { return nil }
    return describe(token.range, cut: TextRange(token.start + 1, token.end), article)
  }

  private func pair(_ index: Int, _ article: Article) -> Fault? {
    guard let first = article.tokenBefore(index) else { return nil }
    let (left, right) = (article.tokens[first], article.tokens[index])
    guard left.isMark(",") || left.isMark(";") || left.isMark(".") else { return nil }
    // A cut is shown by three stops with spaces between them.
    for neighbour in [article.tokenBefore(first), article.tokenAfter(index)] {
      guard let neighbour else { continue }
      if article.tokens[neighbour].hash == left.hash { return nil }
    }
    if left.isMark("."), article.joinedToken(index + 1) != nil { return nil }
    return describe(TextRange(left.start, right.end), cut: TextRange(left.end, right.end), article)
  }

  private func describe(_ range: TextRange, cut: TextRange, _ article: Article) -> Fault {
    Fault(
      range, values: ["marks": article.string(range)],
      fixes: [
        Fix(
          summary: "remove one", edits: [Edit(range: cut, replacement: "")], safety: .safe)
      ])
  }
}
