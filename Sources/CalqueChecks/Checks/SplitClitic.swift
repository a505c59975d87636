internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// An ending with an apostrophe that was cut off its word: `the city 's`, `they 're`.
struct SplitClitic: Check {
  private static let endings = WordSet("s re ll ve d m t")

  private static let negation = WordHash.of("n't")

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.spacedMarks.compactMap { index in
      let mark = article.tokens[index]
      guard mark.isMark("'") || mark.isMark("’"), let ending = article.joinedToken(index + 1),
        Self.endings.contains(ending.hash), !ending.flags.contains(.capitalized),
        !closes(index + 2, article)
      else { return nil }
      return describe(TextRange(mark.start, ending.end), at: index, article)
    }
      + article.wordIndex.places(of: Self.negation).compactMap {
        describe(article.tokens[$0].range, at: $0, article)
      }
  }

  private func describe(_ ending: TextRange, at index: Int, _ article: Article) -> Fault? {
    guard let before = article.tokenBefore(index), article.tokens[before].kind == .word else {
      return nil
    }
    let word = article.tokens[before]
    let whole = article.string(word.range) + article.string(ending)
    return Fault(
      ending, values: ["ending": article.string(ending), "whole": whole],
      fixes: [
        Fix(
          summary: "write “\(whole)”",
          edits: [Edit(range: TextRange(word.end, ending.start), replacement: "")], safety: .safe)
      ])
  }

  /// Tells whether a mark right behind the ending closes what the apostrophe would open: `'s'`.
  private func closes(_ index: Int, _ article: Article) -> Bool {
    article.joinedToken(index).map { $0.kind == .quote } ?? false
  }
}
