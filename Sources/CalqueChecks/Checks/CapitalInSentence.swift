internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A capital on a word of grammar in the middle of a sentence: `the film He also made`.
struct CapitalInSentence: Check {
  private let small: WordList
  private let afterNames: WordList
  private let pronouns: WordList
  /// Words that follow no subject: articles and the like.
  private let noVerbs: [WordList]
  private let chineseSurnames: WordList
  private let openings: WordList
  private let verbs: [WordList]

  init(_ setup: CheckSetup) {
    pronouns = setup.lexicon.list("pronoun")
    noVerbs = ["determiner", "possessive"].map(setup.lexicon.list)
    openings = setup.lexicon.list("sentence-starter")
    verbs = ["be-form", "have-form", "article", "pronoun"].map(setup.lexicon.list)
    chineseSurnames = setup.lexicon.list("chinese-surname")
    afterNames = setup.lexicon.list("small-after-name")
    small = setup.lexicon.list("small-in-sentence")
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.innerCapitals.compactMap { index in
      guard article.token(index, isIn: small), isBetweenSmallWords(index, article),
        !isName(index, article), !isInTitle(index, article)
      else { return nil }
      return describe(article.tokens[index].range, article)
    }
  }

  /// Tells whether a word of prose has plain small words on both sides, without a mark.
  private func isBetweenSmallWords(_ index: Int, _ article: Article) -> Bool {
    guard let next = article.tokenAfter(index), isSmall(next, article),
      let before = article.tokenBefore(index),
      isSmall(before, article) || followsOpening(index, article)
        || article.token(index, isIn: afterNames) && endsName(before, article)
    else { return false }
    let block = article.document.blocks[article.document.block(ofToken: index)]
    // Where a mark is lost, the capital may start the quotation.
    return block.kind == .paragraph && !article.document.hasLoneMark(in: block)
  }

  /// Tells whether a pronoun is part of a name: of a person, `Liu He`, or a group, `She the People`.
  private func isName(_ index: Int, _ article: Article) -> Bool {
    guard article.token(index, isIn: pronouns) else { return false }
    return article.token(index - 1, isIn: chineseSurnames)
      || noVerbs.contains { article.token(index + 1, isIn: $0) }
  }

  /// Tells whether a word stands in a title, where most words have capitals.
  private func isInTitle(_ index: Int, _ article: Article) -> Bool {
    let block = article.document.blocks[article.document.block(ofToken: index)]
    guard block.sentences.count == 1 else { return false }
    let words = block.tokens.filter { article.tokens[$0].kind == .word }
    return words.count { article.tokens[$0].flags.contains(.capitalized) } * 2 > words.count
  }

  /// Tells whether a form of “be” or “have”, or an article, stands behind the first word of a sentence:
  /// `He Was late`, `In The port`.
  private func followsOpening(_ index: Int, _ article: Article) -> Bool {
    let before = article.tokens[index - 1]
    guard before.kind == .word, before.flags.contains(.sentenceStart) else { return false }
    return article.token(index - 1, isIn: openings)
      && verbs.contains {
        article.token(index, isIn: $0)
      }
  }

  private func isSmall(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    return token.kind == .word
      && token.flags.isDisjoint(with: [.capitalized, .hasDigit, .hasSeam, .link])
  }

  /// Tells whether a word is the second or a later one of a name.
  private func endsName(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index) else { return false }
    return [before, index].allSatisfy { place in
      article.tokens[place].kind == .word && article.tokens[place].flags.contains(.capitalized)
    }
  }

  private func describe(_ range: TextRange, _ article: Article) -> Fault {
    let word = article.string(range)
    let small = word.prefix(1).lowercased() + word.dropFirst()
    return Fault(
      range, values: ["word": word, "small": small],
      fixes: [.firstLetter(of: range, to: small)])
  }
}
