internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A word that is no name with a capital after a closing mark, in the middle of a sentence.
struct CapitalAfterQuote: Check {
  /// Lists of words that are no names.
  private let plainWords: [WordList]

  init(_ setup: CheckSetup) {
    plainWords = setup.options["lists", default: []].map(setup.lexicon.list)
  }

  func faults(in article: Article) -> [Fault] {
    article.document.blocks.filter { $0.isProse || $0.kind == .caption }.flatMap { block in
      block.marks.compactMap { index in
        let mark = article.document.marks[index]
        guard mark.role == .closing, mark.partner != nil else { return nil }
        return fault(after: mark, in: block.tokens, article)
      }
    }
  }

  private func fault(
    after mark: QuoteMark, in block: Range<Int>, _ article: Article
  ) -> Fault? {
    let next = mark.lastToken + 1
    guard next < block.upperBound, isPlainClosing(mark.token, next, article),
      !startsName(next, in: block, article)
    else { return nil }
    let word = article.tokens[next]
    guard
      word.kind == .word, word.flags.contains(.capitalized), !word.flags.contains(.allCapitals),
      !word.flags.contains(.sentenceStart), !endsSentence(mark.token - 1, article),
      word.end - word.start > 1, plainWords.contains(where: { article.token(next, isIn: $0) })
    else { return nil }
    let written = article.string(word.range)
    let small = written.lowercased()
    return Fault(
      word.range, values: ["word": written, "small": small],
      fixes: [
        Fix(
          summary: "write “\(small)”", edits: [Edit(range: word.range, replacement: small)],
          safety: .safe)
      ])
  }

  /// Tells whether a mark stands as one that closes does: behind a word, before a space.
  private func isPlainClosing(_ mark: Int, _ next: Int, _ article: Article) -> Bool {
    !article.tokens[mark].flags.contains(.spaceBefore)
      && article.tokens[next].flags.contains(.spaceBefore)
  }

  /// Tells whether another capital follows: `The Hill`, `The Power of Nutrition`.
  private func startsName(_ word: Int, in block: Range<Int>, _ article: Article) -> Bool {
    word + 1 < block.upperBound && article.tokens[word + 1].flags.contains(.capitalized)
  }

  /// Tells whether the quoted words end as a sentence does, after which a capital is in order.
  private func endsSentence(_ token: Int, _ article: Article) -> Bool {
    let last = article.tokens[token]
    return [".", "!", "?", "…"].contains { last.isMark($0) }
  }
}
