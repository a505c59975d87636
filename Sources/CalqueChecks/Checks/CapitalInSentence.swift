internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A capital on a word of grammar in the middle of a sentence: `the film He also made`.
///
/// The option `behind` says what a rule wants before it: `whole-sentence`, where that may be one
/// which has lost its stop, or `unfinished`, where the sentence has to go on.
struct CapitalInSentence: Check {
  static let options = [CheckOption("behind", .oneOf(["whole-sentence", "unfinished"]))]

  /// Pronouns that are titles as well: `the horror film It`.
  private static let titlePronouns = WordSet("it we who you")

  private static let that = WordHash.of("that")
  private static let the = WordHash.of("the")
  private static let who = WordHash.of("who")

  private let followsWhole: Bool
  /// Words that sentences hardly end with.
  private let leadingOn: WordLists
  /// Words that titles follow: `called`, `novel`.
  private let beforeTitle: WordList
  private let small: WordList
  /// Words that titles start with as well as sentences.
  private let openingOrTitle: WordList
  private let afterNames: WordList
  private let pronouns: WordList
  /// Words that stand before a noun and behind no subject.
  private let beforeNoun: WordLists
  private let chineseSurnames: WordList
  /// Small words that are surnames, too: Mr To, Ms An.
  private let surnames: WordList
  private let words: WordTable
  private let openings: WordList
  /// Words behind the first one of a sentence on which a capital is too much.
  private let afterOpening: WordLists
  private let predicates: WordLists
  private let calendar: WordLists

  init(_ setup: CheckSetup) {
    followsWhole = setup.options["behind"] == ["whole-sentence"]
    leadingOn = setup.lexicon.lists(["unfinished-ending", "preposition", "reporting-verb"])
    pronouns = setup.lexicon.list("pronoun")
    beforeNoun = setup.lexicon.lists(["determiner", "possessive"])
    surnames = setup.lexicon.list("small-surname")
    words = setup.lexicon.words
    openings = setup.lexicon.list("sentence-starter")
    openingOrTitle = setup.lexicon.list("opening-or-title")
    afterOpening = setup.lexicon.lists(["be-form", "have-form", "article", "pronoun"])
    predicates = setup.lexicon.lists(["be-form", "have-form"])
    calendar = setup.lexicon.lists(["weekday", "month"])
    chineseSurnames = setup.lexicon.list("chinese-surname")
    afterNames = setup.lexicon.list("small-after-name")
    beforeTitle = setup.lexicon.list("before-title")
    small = setup.lexicon.list("small-in-sentence")
  }

  func faults(in article: Article) -> [Fault] {
    var titles = Titles()
    return article.rare.innerCapitals.compactMap { index in
      guard article.token(index, isIn: small) || followsWhole && opensSentence(index, article),
        isBetweenSmallWords(index, article),
        startsSentence(index, article) == followsWhole, !followsLabel(index, article),
        !isName(index, article), !titles.contain(index, article)
      else { return nil }
      return describe(index, article)
    }
  }

  /// Tells whether the words before one may be a whole sentence or a heading, and it may start
  /// another: no title stands there, as in `a book called The old pier`.
  private func startsSentence(_ index: Int, _ article: Article) -> Bool {
    !article.tokens[index - 1].flags.contains(.sentenceStart)
      && !article.token(index - 1, isInOneOf: leadingOn)
      && !isPredicate(index, article) && !joinsClause(index, article)
      && (!article.token(index - 1, isIn: beforeTitle) || article.token(index, isIn: pronouns))
  }

  /// Tells whether a word opens a sentence rather than a title: it stands between small words, two
  /// behind it, as in `More and more boats`.
  private func opensSentence(_ index: Int, _ article: Article) -> Bool {
    guard article.token(index, isIn: openingOrTitle), isSmall(index - 1, article),
      let next = article.tokenAfter(index), let second = article.tokenAfter(next)
    else { return false }
    return isSmall(next, article) && isSmall(second, article)
  }

  /// Tells whether a word of prose has plain small words on both sides, without a mark.
  private func isBetweenSmallWords(_ index: Int, _ article: Article) -> Bool {
    guard let next = article.tokenAfter(index), isSmall(next, article),
      let before = article.tokenBefore(index),
      isSmall(before, article) || followsOpening(index, article) || isPredicate(index, article)
        || article.token(index, isIn: afterNames) && endsName(before, article)
        || article.token(before, isInOneOf: calendar)
    else { return false }
    let block = article.document.blocks[article.document.block(ofToken: index)]
    // Where a mark is lost, the capital may start the quotation.
    return block.kind == .paragraph && !article.document.hasLoneMark(in: block)
  }

  /// Tells whether a word stands behind what labels a paragraph: `90+5 min Not much to tell`, `Q
  /// Are you lonely?`.
  private func followsLabel(_ index: Int, _ article: Article) -> Bool {
    let start = article.document.blocks[article.document.block(ofToken: index)].tokens.lowerBound
    let first = article.tokens[start]
    switch index - start {
    case 1:
      return first.kind == .word && first.end - first.start == 1
        && !article.token(start, isIn: pronouns)
    case 2...4:
      return first.hasFigures
        && (start + 1..<index - 1).allSatisfy { article.tokens[$0].kind != .word }
    default: return false
    }
  }

  /// Tells whether a small word is a surname or first name of the article, which has the whole name
  /// elsewhere: `To Lam`, `Emre Can`.
  private func isPartOfName(_ index: Int, _ article: Article) -> Bool {
    article.wordIndex.fewPlaces(of: article.tokens[index].hash).contains { place in
      guard article.tokens[place].flags.contains(.capitalized) else { return false }
      return [article.tokenBefore(place), article.tokenAfter(place)].contains { neighbour in
        neighbour.map { isUnknownName($0, article) } ?? false
      }
    }
  }

  private func isUnknownName(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    return token.kind == .word && token.flags.contains(.capitalized)
      && !token.flags.contains(.sentenceStart) && words.rank(of: token.hash) == nil
  }

  /// Tells whether a pronoun is a name or part of one: of a person, `Liu He`, of a group,
  /// `She the People`, or of a work.
  private func isName(_ index: Int, _ article: Article) -> Bool {
    if article.token(index, isIn: surnames), isPartOfName(index, article) { return true }
    guard article.token(index, isIn: pronouns) else { return false }
    return article.token(index - 1, isIn: chineseSurnames)
      || article.tokens[index].hash == Self.who && article.tokens[index - 1].hash == Self.the
      || article.token(index + 1, isInOneOf: beforeNoun)
      || article.token(index - 1, isIn: beforeTitle)
        && Self.titlePronouns.contains(article.tokens[index].hash)
  }

  /// Tells whether a form of “be” or “have”, or an article, stands behind the first word of a
  /// sentence: `He Was late`, `In The port`.
  private func followsOpening(_ index: Int, _ article: Article) -> Bool {
    let before = article.tokens[index - 1]
    guard before.kind == .word,
      before.flags.contains(.sentenceStart) || startsQuotation(index - 1, article)
    else { return false }
    return article.token(index - 1, isIn: openings)
      && article.token(index, isInOneOf: afterOpening)
  }

  /// Tells whether a word is a “that” which opens the clause of a sentence: `said on Monday That
  /// the pier is safe`.
  private func joinsClause(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].hash == Self.that
      && (article.token(index + 1, isInOneOf: beforeNoun)
        || article.token(index + 1, isIn: pronouns))
  }

  private func startsQuotation(_ index: Int, _ article: Article) -> Bool {
    guard let mark = article.tokenBefore(index) else { return false }
    return article.tokens[mark].kind == .quote
      && !article.tokens[index].flags.contains(.spaceBefore)
  }

  /// Tells whether a form of “be” or “have” stands between a name and two small words, `Ruiz Has
  /// kept the`, where titles have a capital: `Greed Is Good`.
  private func isPredicate(_ index: Int, _ article: Article) -> Bool {
    guard article.token(index, isInOneOf: predicates), article.token(index, isIn: small),
      let before = article.tokenBefore(index), let next = article.tokenAfter(index),
      let second = article.tokenAfter(next)
    else { return false }
    let name = article.tokens[before]
    return name.kind == .word && name.flags.contains(.capitalized)
      && !article.token(before, isIn: openings)
      && isSmall(next, article) && isSmall(second, article)
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
    // Whether a title starts there, which wants marks and keeps its capital, nobody can tell from
    // here.
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

extension CapitalInSentence {
  /// Tells of words, asked in order, whether they stand in a title, where most words have capitals:
  /// a line of one sentence, or what stands in quotation marks.
  ///
  /// Keeps the last line and quotation that it has read, so that each is read once.
  private struct Titles {
    /// Tokens that are a title or none.
    private struct Stretch {
      let tokens: Range<Int>
      let isTitle: Bool

      init(_ tokens: Range<Int>, _ article: Article) {
        self.tokens = tokens
        let words = tokens.filter { article.tokens[$0].kind == .word }
        isTitle =
          words.count { article.tokens[$0].flags.contains(.capitalized) } * 2 > words.count
      }
    }

    private var line: Stretch?
    private var quotation: Stretch?

    mutating func contain(_ index: Int, _ article: Article) -> Bool {
      let block = article.document.blocks[article.document.block(ofToken: index)]
      if block.sentences.count == 1 {
        let line =
          line.flatMap { $0.tokens == block.tokens ? $0 : nil } ?? Stretch(block.tokens, article)
        self.line = line
        if line.isTitle { return true }
      }
      guard article.tokens[index].flags.contains(.insideQuotation) else { return false }
      let quotation =
        quotation.flatMap { $0.tokens.contains(index) ? $0 : nil }
        ?? Stretch(Self.quotedTokens(around: index, in: block.tokens, article), article)
      self.quotation = quotation
      return quotation.isTitle
    }

    /// Returns the tokens of a quotation that one of them is in, or of several side by side.
    private static func quotedTokens(
      around index: Int, in block: Range<Int>, _ article: Article
    ) -> Range<Int> {
      let isQuoted = { (place: Int) in article.tokens[place].flags.contains(.insideQuotation) }
      let first = (block.lowerBound..<index).last { !isQuoted($0) }
      let end = (index..<block.upperBound).first { !isQuoted($0) }
      return (first.map { $0 + 1 } ?? block.lowerBound)..<(end ?? block.upperBound)
    }
  }
}
