internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A stop in the middle of a sentence: `life. of the port`, `she wrote. , and he left`.
struct StrayStop: Check {
  private let starts: SmallStartReader
  private let reportingVerbs: WordList
  /// Words that join what stands on both sides of them.
  private let joining: WordLists

  init(_ setup: CheckSetup) {
    starts = SmallStartReader(setup.lexicon)
    reportingVerbs = setup.lexicon.list("reporting-verb")
    joining = setup.lexicon.lists([
      "no-sentence-start", "preposition", "conjunction", "closing-adverb",
    ])
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
    let range = article.tokens[stop].range
    return Fault(
      range, values: ["word": article.string(article.tokens[next].range)],
      fixes: end(ofCutFrom: stop, to: next, article).map { end in
        [
          Fix(
            summary: "take out the stop",
            edits: [Edit(range: TextRange(range.start, end), replacement: "")], safety: .review)
        ]
      } ?? [])
  }

  /// Returns where what is taken out ends, if a sentence is left; nil where more is wrong than the
  /// stop.
  private func end(ofCutFrom stop: Int, to next: Int, _ article: Article) -> UInt32? {
    let following = article.tokens[next]
    // A comma has no space before it, and a word that stands on both sides stands once.
    if following.isMark(",") { return following.start }
    if article.tokens[stop - 1].hash == following.hash { return following.end }
    // Of `she said. added` one verb is too much as well, and `rain. muddy mound` lacks words.
    let joins =
      article.token(next, isInOneOf: joining) && !article.token(stop - 1, isIn: reportingVerbs)
    return joins ? article.tokens[stop].end : nil
  }
}
