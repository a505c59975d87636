internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// White space before a mark that belongs to the word in front of it: `the port , which`.
struct SpacedPunctuation: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.spacedMarks.compactMap { index in
      let mark = article.tokens[index]
      guard mark.kind == .punctuation, mark.end - mark.start == 1, mark.hash < 0x80,
        let before = article.tokenBefore(index), belongs(mark, at: index, behind: before, article)
      else { return nil }
      let word = article.tokens[before]
      let gap = TextRange(word.end, mark.start)
      let written = article.string(mark.range)
      let space = Edit(range: TextRange(mark.end, mark.end), replacement: " ")
      let lacksSpace = article.joinedToken(index + 1)?.kind == .word
      return Fault(
        TextRange(word.end, mark.end), values: ["mark": written],
        fixes: [
          Fix(
            summary: "remove the space before “\(written)”",
            edits: [Edit(range: gap, replacement: "")] + (lacksSpace ? [space] : []), safety: .safe)
        ])
    }
  }

  private func belongs(
    _ mark: Token, at index: Int, behind before: Int, _ article: Article
  ) -> Bool {
    // `.com`, `.5`, `:)`, `?!`: what follows directly makes it another thing; no word starts with a
    // comma.
    if let next = article.joinedToken(index + 1), next.kind != .quote {
      guard mark.isMark(","), next.kind == .word else { return false }
    }
    // A cut is shown by spaced stops, and headlines set a colon apart.
    if let next = article.tokenAfter(index), article.tokens[next].hash == mark.hash { return false }
    // A converter writes `?` for a dash that it does not know: `a big winner ? and a loser`.
    if mark.isMark("?"), let next = article.tokenAfter(index), isSmallWord(article.tokens[next]) {
      return false
    }
    if mark.isMark(":"), !article.document.blocks[article.document.block(ofToken: index)].isProse {
      return false
    }
    let word = article.tokens[before]
    switch word.kind {
    case .word, .number: return true
    case .symbol: return word.isMark("%")
    case .quote: return false
    case .punctuation: return word.isMark(")") && !mark.isMark(")")
    }
  }

  private func isSmallWord(_ token: Token) -> Bool {
    token.kind == .word && !token.flags.contains(.capitalized)
  }
}
