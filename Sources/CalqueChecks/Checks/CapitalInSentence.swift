internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A capital on a word of grammar in the middle of a sentence: `the film He also made`.
///
/// The option `behind` says what a rule wants before it: `whole-sentence`, where that may be one which has
/// lost its stop, or `unfinished`, where the sentence has to go on.
struct CapitalInSentence: Check {
  private let followsWhole: Bool
  /// Words that sentences hardly end with.
  private let leadingOn: WordLists
  /// Words that titles follow: `called`, `novel`.
  private let beforeTitle: WordList
  private let small: WordList
  private let afterNames: WordList
  private let pronouns: WordList
  /// Words that follow no subject: articles and the like.
  private let noVerbs: [WordList]
  private let chineseSurnames: WordList
  private let openings: WordList
  private let verbs: [WordList]

  init(_ setup: CheckSetup) {
    followsWhole = setup.options["behind"] == ["whole-sentence"]
    leadingOn = setup.lexicon.lists(["unfinished-ending", "preposition", "reporting-verb"])
    pronouns = setup.lexicon.list("pronoun")
    noVerbs = ["determiner", "possessive"].map(setup.lexicon.list)
    openings = setup.lexicon.list("sentence-starter")
    verbs = ["be-form", "have-form", "article", "pronoun"].map(setup.lexicon.list)
    chineseSurnames = setup.lexicon.list("chinese-surname")
    afterNames = setup.lexicon.list("small-after-name")
    beforeTitle = setup.lexicon.list("before-title")
    small = setup.lexicon.list("small-in-sentence")
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.innerCapitals.compactMap { index in
      guard article.token(index, isIn: small), isBetweenSmallWords(index, article),
        startsSentence(index, article) == followsWhole,
        !isName(index, article), !isInTitle(index, article)
      else { return nil }
      return describe(index, article)
    }
  }

  /// Tells whether the words before one may be a whole sentence or a heading, and it may start another: no
  /// title stands there, as in `a book called The old pier`.
  private func startsSentence(_ index: Int, _ article: Article) -> Bool {
    !article.tokens[index - 1].flags.contains(.sentenceStart)
      && !article.token(index - 1, isInOneOf: leadingOn)
      && (!article.token(index - 1, isIn: beforeTitle) || article.token(index, isIn: pronouns))
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

  /// Tells whether a word stands in a title, where most words have capitals: a line of one sentence, or what
  /// stands in quotation marks.
  private func isInTitle(_ index: Int, _ article: Article) -> Bool {
    let block = article.document.blocks[article.document.block(ofToken: index)]
    return block.sentences.count == 1 && isTitle(block.tokens, article)
      || article.tokens[index].flags.contains(.insideQuotation)
        && isTitle(quotedTokens(around: index, in: block.tokens, article), article)
  }

  private func isTitle(_ tokens: Range<Int>, _ article: Article) -> Bool {
    let words = tokens.filter { article.tokens[$0].kind == .word }
    return words.count { article.tokens[$0].flags.contains(.capitalized) } * 2 > words.count
  }

  /// Returns the tokens of a quotation that one of them is in, or of several side by side.
  private func quotedTokens(
    around index: Int, in block: Range<Int>, _ article: Article
  ) -> Range<Int> {
    let isQuoted = { (place: Int) in article.tokens[place].flags.contains(.insideQuotation) }
    let first = (block.lowerBound..<index).last { !isQuoted($0) }
    let end = (index..<block.upperBound).first { !isQuoted($0) }
    return (first.map { $0 + 1 } ?? block.lowerBound)..<(end ?? block.upperBound)
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

  private func describe(_ index: Int, _ article: Article) -> Fault {
    let (before, range) = (article.tokens[index - 1].range, article.tokens[index].range)
    let (last, word) = (article.string(before), article.string(range))
    let small = word.withSmallFirstLetter
    // Whether a title starts there, which wants marks and keeps its capital, nobody can tell from here.
    let mayBeTitle = article.token(index - 1, isIn: beforeTitle)
    return Fault(
      range, values: ["before": last, "word": word, "small": small],
      fixes: followsWhole
        ? [Self.stop(behind: before, last)] : mayBeTitle ? [] : [.firstLetter(of: range, to: small)]
    )
  }

  private static func stop(behind before: TextRange, _ word: String) -> Fix {
    Fix(
      summary: "put a full stop behind “\(word)”",
      edits: [Edit(range: TextRange(before.end, before.end), replacement: ".")], safety: .review)
  }
}
