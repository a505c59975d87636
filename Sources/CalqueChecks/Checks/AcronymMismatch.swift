internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// An acronym in brackets behind a name that it does not stand for: `European Harbour Union (UPE)`.
struct AcronymMismatch: Check {
  /// Words of the longest name.
  private static let longestName = 10

  private let joining: WordList

  init(_ setup: CheckSetup) {
    joining = setup.lexicon.list("name-joining-word")
  }

  func faults(in article: Article) -> [Fault] {
    let tokens = article.tokens
    return article.document.blocks.flatMap { block -> [Fault] in
      block.tokens.dropFirst(3).dropLast().compactMap { index in
        let token = tokens[index]
        guard token.kind == .word, token.flags.contains(.allCapitals),
          token.flags.isDisjoint(with: [.hasDigit, .initialism, .nonASCII]),
          (3...6).contains(token.end - token.start), tokens[index - 1].isMark("("),
          tokens[index + 1].isMark(")"), let name = name(before: index - 1, in: block, article),
          !fits(token, name, article)
        else { return nil }
        let range = token.range
        return Fault(
          range,
          values: ["acronym": article.string(range), "name": article.string(name)],
          related: [.init(range: article.document.range(of: name), note: "the name before it")])
      }
    }
  }

  /// Returns the words of the name that ends before a bracket: three capitalized ones at least.
  private func name(before bracket: Int, in block: Block, _ article: Article) -> Range<Int>? {
    var start = bracket
    while start > block.tokens.lowerBound, bracket - start < Self.longestName {
      let token = article.tokens[start - 1]
      guard token.kind == .word,
        token.flags.contains(.capitalized) || article.token(start - 1, isIn: joining)
      else { break }
      start -= 1
    }
    while start < bracket, !article.tokens[start].flags.contains(.capitalized) { start += 1 }
    let name = start..<bracket
    return name.count { article.tokens[$0].flags.contains(.capitalized) } >= 3 ? name : nil
  }

  /// Tells whether the letters of an acronym could come from the words of a name: its first letter
  /// is the first of one of them, and most of the others are in them.
  private func fits(_ acronym: Token, _ name: Range<Int>, _ article: Article) -> Bool {
    let text = article.document.text
    let letters = text[acronym.range.indices].map { $0 | 0x20 }
    // `(R-KY)` is no acronym but a party and a state.
    guard letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return true }
    let initials = Set(name.map { text[Int(article.tokens[$0].start)] | 0x20 })
    let hits = letters.count { initials.contains($0) }
    return hits * 2 > letters.count
      || name.contains { article.tokens[$0].flags.contains(.nonASCII) }
  }
}
