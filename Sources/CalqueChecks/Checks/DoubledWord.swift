internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A word that stands twice in a row.
struct DoubledWord: Check {
  /// Words that English may say twice: `had had`, `very very`.
  private let allowed: WordList
  /// Words that may end one part of a sentence and start the next: `came in in May`.
  private let particles: WordList

  init(_ setup: CheckSetup) {
    allowed = setup.lexicon.list("repeatable")
    particles = setup.lexicon.list("particle")
  }

  func faults(in article: Article) -> [Fault] {
    article.wordIndex.doubles.compactMap { index in
      guard isFault(index, article), let before = article.tokenBefore(index) else { return nil }
      let (first, second) = (article.tokens[before], article.tokens[index])
      return Fault(
        TextRange(first.start, second.end), values: ["word": article.string(second.range)],
        fixes: [
          Fix(
            summary: "remove one",
            edits: [Edit(range: TextRange(first.end, second.end), replacement: "")],
            safety: .safe)
        ])
    }
  }

  private func isFault(_ index: Int, _ article: Article) -> Bool {
    let word = article.tokens[index]
    // A capital makes a name of it: Yang Yang, Pago Pago.
    guard word.kind == .word, !word.flags.contains(.capitalized), !word.flags.contains(.hasDigit),
      article.document.block(ofToken: index) == article.document.block(ofToken: index - 1),
      word.end - word.start > 1 || word.hash == Self.article
    else { return false }
    guard !article.token(index, isIn: allowed) else { return false }
    // Three and more are a loop or a way of speaking.
    let neighbours = [index - 2, index + 1].filter(article.tokens.indices.contains)
    guard !neighbours.contains(where: { article.tokens[$0].hash == word.hash }) else {
      return false
    }
    return !article.token(index, isIn: particles) || isPlain(index, article)
  }

  private static let article = WordHash.of("a")

  /// Tells whether a particle stands behind no word that could own the first of the two.
  private func isPlain(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index - 1) else { return true }
    return article.tokens[before].kind != .word
  }
}
