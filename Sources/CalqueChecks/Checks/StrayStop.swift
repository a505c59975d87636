internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A stop in the middle of a sentence: `life. of the port`, `she wrote. , and he left`.
struct StrayStop: Check {
  private let starts: SmallStartReader
  private let reportingVerbs: WordList

  init(_ setup: CheckSetup) {
    starts = SmallStartReader(setup.lexicon)
    reportingVerbs = setup.lexicon.list("reporting-verb")
  }

  func faults(in article: Article) -> [Fault] {
    stopsBeforeRests(in: article) + stopsBeforeCommas(in: article)
  }

  /// Returns the stops behind which the sentence goes on with a small letter.
  private func stopsBeforeRests(in article: Article) -> [Fault] {
    starts.sentences(in: article).compactMap { sentence in
      guard starts.followsStop(sentence, article), starts.goesOn(sentence, article),
        !sentence.tokens.contains(where: { article.tokens[$0].flags.contains(.link) })
      else { return nil }
      let first = sentence.tokens.lowerBound
      return describe(first - 1, before: first, article)
    }
  }

  /// Returns the stops with a spaced comma behind them: `she wrote. , and he left`.
  private func stopsBeforeCommas(in article: Article) -> [Fault] {
    article.rare.spacedMarks.compactMap { comma in
      guard article.tokens[comma].isMark(","), let stop = article.tokenBefore(comma),
        let word = article.tokenBefore(stop), article.tokens[stop].isMark("."),
        starts.endsWord(word, article), starts.isSmallWord(word, article),
        article.document.blocks[article.document.block(ofToken: comma)].kind == .paragraph
      else { return nil }
      return describe(stop, before: comma, article)
    }
  }

  private func describe(_ stop: Int, before next: Int, _ article: Article) -> Fault {
    let (range, following) = (article.tokens[stop].range, article.tokens[next])
    let word = article.tokens[stop - 1]
    // A comma has no space before it, and a word that stands on both sides stands once.
    let end =
      word.hash == following.hash
      ? following.end : following.isMark(",") ? following.start : range.end
    // Of `she said. added` one verb is too much as well.
    let leavesVerbs = following.kind == .word && article.token(stop - 1, isIn: reportingVerbs)
    let fix = Fix(
      summary: "take out the stop",
      edits: [Edit(range: TextRange(range.start, end), replacement: "")], safety: .review)
    return Fault(
      range, values: ["word": article.string(following.range)], fixes: leavesVerbs ? [] : [fix])
  }
}
