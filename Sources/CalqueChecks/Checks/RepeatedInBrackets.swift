internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Words that stand again in the brackets behind them: `a takeover bid (takeover bid)`.
struct RepeatedInBrackets: Check {
  /// Tokens of the longest phrase that is compared.
  private static let longest = 8

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    let found = article.rare.openings.compactMap { opening -> (sentence: Int, fault: Fault)? in
      guard article.tokens[opening].isMark("("),
        // `hash(hash)` is a program.
        article.tokens[opening].flags.contains(.spaceBefore), let inside = inside(opening, article),
        let before = repeated(inside, before: opening, article)
      else { return nil }
      return (article.document.sentence(ofToken: opening), describe(before, inside, article))
    }
    // Several in one sentence are a list, of bands and their albums or of cities and their states.
    return found.indices.filter { index in
      let neighbours = [index - 1, index + 1].filter(found.indices.contains)
      return !neighbours.contains { found[$0].sentence == found[index].sentence }
    }.map { found[$0].fault }
  }

  /// Returns the words between a bracket and the next one that closes, if these are few.
  private func inside(_ opening: Int, _ article: Article) -> Range<Int>? {
    var end = opening
    while let next = article.tokenAfter(end), next - opening <= Self.longest + 1 {
      if article.tokens[next].isMark(")") { return opening + 1 < next ? opening + 1..<next : nil }
      guard article.tokens[next].kind == .word else { return nil }
      end = next
    }
    return nil
  }

  /// Returns the same words right before the bracket, in the same sentence; `Kim (kim)` tells how a
  /// thing is written.
  private func repeated(
    _ inside: Range<Int>, before opening: Int, _ article: Article
  ) -> Range<Int>? {
    let first = opening - inside.count
    guard first >= 0,
      !(first + 1...opening).contains(where: { article.tokens[$0].flags.contains(.sentenceStart) }),
      zip(first..<opening, inside).allSatisfy({ one, other in
        let (one, other) = (article.tokens[one], article.tokens[other])
        return one.hash == other.hash
          && one.flags.contains(.capitalized) == other.flags.contains(.capitalized)
      })
    else { return nil }
    return first..<opening
  }

  private func describe(_ before: Range<Int>, _ inside: Range<Int>, _ article: Article) -> Fault {
    let (first, again) = (article.document.range(of: before), article.document.range(of: inside))
    let closing = article.tokens[inside.upperBound].end
    return Fault(
      again, values: ["phrase": article.string(first)],
      related: [.init(range: first, note: "it stands here first")],
      fixes: [
        Fix(
          summary: "take the brackets out",
          edits: [Edit(range: TextRange(first.end, closing), replacement: "")], safety: .review)
      ])
  }
}
