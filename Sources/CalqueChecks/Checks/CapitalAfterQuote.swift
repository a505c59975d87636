internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A word that is no name with a capital after a closing mark.
///
/// The option `lists` names the lists of words that a rule is about, `starts: sentence` says that
/// these may start one: a stop is missing, or the capital is wrong.
struct CapitalAfterQuote: Check {
  static let options = [
    CheckOption("lists", .wordLists),
    CheckOption("starts", .oneOf(["sentence"])),
  ]

  private let startsSentence: Bool
  /// Lists of words that are no names.
  private let plainWords: WordLists

  init(_ setup: CheckSetup) {
    startsSentence = setup.options["starts"] == ["sentence"]
    plainWords = setup.lexicon.lists(setup.options["lists", default: []])
  }

  func faults(in article: Article) -> [Fault] {
    article.rareMarks.closingsBeforeCapital.compactMap {
      fault(after: article.document.marks[$0], article)
    }
  }

  private func fault(after mark: QuoteMark, _ article: Article) -> Fault? {
    guard let next = article.tokenAfter(mark.lastToken) else { return nil }
    let word = article.tokens[next]
    guard
      word.kind == .word, word.flags.contains(.capitalized),
      word.flags.isDisjoint(with: [.allCapitals, .sentenceStart]),
      isPlainClosing(mark.token, next, article), !endsSentence(mark.token - 1, article),
      word.end - word.start > 1, article.token(next, isInOneOf: plainWords),
      !startsName(next, article), !isNumbered(next, article), isInSentences(next, article)
    else { return nil }
    let written = article.string(word.range)
    let small = written.lowercased()
    return Fault(
      word.range, values: ["word": written, "small": small],
      fixes: startsSentence
        ? []
        : [.writing(small, at: word.range, safety: .safe)])
  }

  /// Tells whether a mark stands as one that closes does: behind a word, before a space.
  private func isPlainClosing(_ mark: Int, _ next: Int, _ article: Article) -> Bool {
    !article.tokens[mark].flags.contains(.spaceBefore)
      && article.tokens[next].flags.contains(.spaceBefore)
  }

  /// Tells whether another capital follows: `The Hill`, `The Power of Nutrition`.
  private func startsName(_ word: Int, _ article: Article) -> Bool {
    article.tokenAfter(word).map { article.tokens[$0].flags.contains(.capitalized) } ?? false
  }

  /// Tells whether a stop or a number follows: `No. 7`.
  private func isNumbered(_ word: Int, _ article: Article) -> Bool {
    article.tokenAfter(word).map {
      article.tokens[$0].isMark(".") || article.tokens[$0].kind == .number
    } ?? false
  }

  /// Tells whether a word stands in prose or a caption.
  private func isInSentences(_ word: Int, _ article: Article) -> Bool {
    let block = article.document.blocks[article.document.block(ofToken: word)]
    return block.isProse || block.kind == .caption
  }

  /// Tells whether the quoted words end as a sentence does, after which a capital is in order.
  private func endsSentence(_ token: Int, _ article: Article) -> Bool {
    var token = token
    // `“Flower of London? (6)” The winner`: what is in brackets belongs to the sentence before it.
    if article.tokens[token].isMark(")"),
      let opening = (max(0, token - 4)..<token).last(where: { article.tokens[$0].isMark("(") }),
      opening > 0
    {
      token = opening - 1
    }
    let last = article.tokens[token]
    return last.isMark(".") || last.isMark("!") || last.isMark("?") || last.isMark("…")
  }
}
