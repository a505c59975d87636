internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A word that stands twice in a row.
struct DoubledWord: Check {
  /// Words that English may say twice: `had had`, `very very`.
  private let allowed: WordList
  /// Words that may end one part of a sentence and start the next.
  private let particle: OwnedParticle
  /// Words that open a clause which ends in `is`: `what this is is an attempt`.
  private let clauseOpenings: WordList

  init(_ setup: CheckSetup) {
    allowed = setup.lexicon.list("repeatable")
    particle = OwnedParticle(setup.lexicon)
    clauseOpenings = setup.lexicon.list("clause-before-is")
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
    if Self.copulas.contains(word.hash) { return !endsClause(index - 1, article) }
    return !particle.mayBeOwned(index - 1, article)
  }

  private static let article = WordHash.of("a")
  private static let copulas = [WordHash.of("is"), WordHash.of("was")]

  /// Tells whether a form of “be” may end a clause that another one goes on with.
  private func endsClause(_ index: Int, _ article: Article) -> Bool {
    let sentence = article.document.sentences[article.document.sentence(ofToken: index)].tokens
    return (sentence.lowerBound..<index).contains { article.token($0, isIn: clauseOpenings) }
  }
}

/// Judges whether the first of two particles belongs to the verb before it: `came in in May`.
private struct OwnedParticle {
  private let particles: WordList
  private let timeOpenings: WordList
  private let months: [WordList]
  private let verbs: [WordList]

  init(_ lexicon: Lexicon) {
    particles = lexicon.list("particle")
    timeOpenings = lexicon.list("time-opening")
    months = ["month", "weekday", "number-words"].map(lexicon.list)
    verbs = ["past-verb", "past-participle", "plain-verb", "be-form", "have-form"].map(
      lexicon.list)
  }

  /// Tells whether the first of two particles, at `first`, may belong to what stands before it.
  func mayBeOwned(_ first: Int, _ article: Article) -> Bool {
    guard article.token(first, isIn: particles), let before = article.tokenBefore(first),
      article.tokens[before].kind == .word
    else { return false }
    if let next = article.tokenAfter(first + 1), opensTime(next, article) { return true }
    return verbs.contains { article.token(before, isIn: $0) } || isInflected(before, article)
  }

  private func opensTime(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].kind == .number || article.token(index, isIn: timeOpenings)
      || months.contains { article.token(index, isIn: $0) }
  }

  /// Tells whether a word ends as forms of verbs do: `logged`, `logging`, and names, which may be
  /// anything.
  private func isInflected(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    let bytes = article.document.text[token.range.indices]
    return token.flags.contains(.capitalized) || bytes.suffix(2).elementsEqual("ed".utf8)
      || bytes.suffix(3).elementsEqual("ing".utf8)
  }
}
