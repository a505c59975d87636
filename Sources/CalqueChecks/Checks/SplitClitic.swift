internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// An ending with an apostrophe that was cut off its word: `the city 's`, `they 're`, `pilots '
/// boat`.
struct SplitClitic: Check {
  private static let endings = WordSet("s re ll ve d m t")

  private static let negation = WordHash.of("n't")
  /// Quotation marks of the longest paragraph that is looked through, so that time stays linear.
  private static let mostMarks = 64

  private let reportingVerbs: WordList

  init(_ setup: CheckSetup) {
    reportingVerbs = setup.lexicon.list("reporting-verb")
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.spacedMarks.compactMap { index in
      let mark = article.tokens[index]
      guard mark.isMark("'") || mark.isMark("’") else { return nil }
      guard let ending = article.joinedToken(index + 1) else {
        return isPossessive(index, article) ? describe(mark.range, at: index, article) : nil
      }
      guard Self.endings.contains(ending.hash), !ending.flags.contains(.capitalized),
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

  /// Tells whether a mark with white space on both sides may be the apostrophe of a plural: no
  /// other single mark of the paragraph can be its other end.
  private func isPossessive(_ index: Int, _ article: Article) -> Bool {
    guard let owner = article.tokenBefore(index), let owned = article.tokenAfter(index),
      article.tokens[owner].kind == .word, article.tokens[owned].kind == .word,
      article.document.text[Int(article.tokens[owner].end) - 1] == 0x73,
      article.tokens[owner].end - article.tokens[owner].start > 3,
      !article.token(owner, isIn: reportingVerbs)
    else { return false }
    let document = article.document
    let marks = document.blocks[document.block(ofToken: index)].marks
    return marks.count <= Self.mostMarks
      && marks.allSatisfy { mark in
        document.marks[mark].token == index || document.marks[mark].glyph.isDouble
          || document.marks[mark].role == .apostrophe
            && !document.tokens[document.marks[mark].token].flags.contains(.spaceBefore)
      }
  }

  /// Tells whether a mark right behind the ending closes what the apostrophe would open: `'s'`.
  private func closes(_ index: Int, _ article: Article) -> Bool {
    article.joinedToken(index).map { $0.kind == .quote } ?? false
  }
}
