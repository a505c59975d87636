internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A word that “and” or “or” joins to itself, where the source has two of one meaning: `tired and
/// tired`.
struct WordAndItself: Check {
  static let options = [CheckOption("except", .texts)]

  private static let and = WordHash.of("and")
  private static let or = WordHash.of("or")
  /// Bytes of the shortest word that is reported.
  private static let leastLength: UInt32 = 4
  /// Words behind which the pair cannot have been a part of two longer names.
  private static let followers = WordSet(
    """
    is are was were has have had will would can could when that in on at who which as by for during \
    while because since after before where if so but
    """)
  /// Words of feeling and seeming, behind which a participle is an adjective.
  private static let copulas = WordSet(
    """
    not very so feel feels felt feeling become becomes became look looks looked seem seems \
    seemed get
    """)
  private static let toOrRelative = WordSet("to that which who between from there")
  private static let there = WordHash.of("there")

  /// Words that another rule reports.
  private let except: [UInt64]
  /// Words that are said twice to say that they go on, or of things that are many: `miles and
  /// miles`.
  private let emphatic: WordList
  private let functionWords: WordLists
  /// What stands before a verb that is said twice: `we waited and waited`.
  private let beforeVerbs: WordLists
  private let beForms: WordList
  private let pastVerbs: WordList
  private let plainVerbs: WordList

  init(_ setup: CheckSetup) {
    let lexicon = setup.lexicon
    except = setup.options["except", default: []].map(WordHash.of)
    emphatic = lexicon.list("said-twice")
    functionWords = lexicon.lists([
      "determiner", "possessive", "preposition", "conjunction", "be-form", "have-form",
      "number-words",
    ])
    beforeVerbs = lexicon.lists(["pronoun", "modal", "do-form"])
    beForms = lexicon.list("be-form")
    pastVerbs = lexicon.list("past-verb")
    plainVerbs = lexicon.list("plain-verb")
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens(of: [Self.and, Self.or]).compactMap { joint in
      let next = joint + 1
      guard joint > 0, next < article.tokens.count,
        article.tokens[joint - 1].hash == article.tokens[next].hash, isFault(joint, article)
      else { return nil }
      return describe(joint, article)
    }
  }

  private func isFault(_ joint: Int, _ article: Article) -> Bool {
    guard article.tokenBefore(joint) != nil, article.tokenAfter(joint) != nil else { return false }
    let word = article.tokens[joint + 1]
    guard word.kind == .word, word.end - word.start >= Self.leastLength,
      word.flags.isDisjoint(with: [.capitalized, .hasDigit]),
      !article.tokens[joint - 1].flags.contains(.capitalized),
      !article.token(joint + 1, isIn: emphatic),
      !article.token(joint + 1, isInOneOf: functionWords), !except.contains(word.hash)
    else { return false }
    let ending = article.document.text[word.range.indices].suffix(3)
    // `bigger and bigger`
    guard !ending.suffix(2).elementsEqual("er".utf8) else { return false }
    return endsPhrase(joint, article) && !isSaidTwice(joint - 1, ending, article)
  }

  /// Tells whether the pair is a phrase of its own: nothing behind it belongs to its second word,
  /// and where a word follows, nothing before it to the first.
  private func endsPhrase(_ joint: Int, _ article: Article) -> Bool {
    guard let next = article.tokenAfter(joint + 1) else { return true }
    let token = article.tokens[next]
    guard token.kind == .word else {
      let isClose = !token.flags.contains(.spaceBefore)
      return isClose && (token.kind == .quote || Self.isStop(token))
    }
    guard article.tokens[joint].hash == Self.and, Self.followers.contains(token.hash),
      let before = article.tokenBefore(joint - 1)
    else { return false }
    return article.tokens[before].kind != .word || isFunctionWord(before, article)
  }

  private static func isStop(_ token: Token) -> Bool {
    switch token.hash {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026: true
    default: false
    }
  }

  private func isFunctionWord(_ index: Int, _ article: Article) -> Bool {
    article.token(index, isInOneOf: functionWords)
      || Self.copulas.contains(article.tokens[index].hash)
  }

  /// Tells whether a word may be a verb that is said twice on purpose, or stands behind `there
  /// are`.
  private func isSaidTwice(_ first: Int, _ ending: ArraySlice<UInt8>, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(first) else { return false }
    let token = article.tokens[before]
    guard token.kind == .word else {
      // `pilots, pilots and pilots`
      return token.isMark(",") || token.kind != .number && isVerbLike(first, ending, article)
    }
    if article.token(before, isInOneOf: beforeVerbs) || Self.toOrRelative.contains(token.hash) {
      return true
    }
    let isBe = article.token(before, isIn: beForms)
    if isBe, let start = article.tokenBefore(before), article.tokens[start].hash == Self.there {
      return true
    }
    if ending.elementsEqual("ing".utf8) { return isBe || !isFunctionWord(before, article) }
    return !isFunctionWord(before, article) && isVerbLike(first, ending, article)
  }

  /// Tells whether a word may be a form of a verb by its ending or by the lists: `talks`, `waited`,
  /// `ran`.
  private func isVerbLike(_ index: Int, _ ending: ArraySlice<UInt8>, _ article: Article) -> Bool {
    ending.last == 0x73 || ending.suffix(2).elementsEqual("ed".utf8)
      || ending.elementsEqual("ing".utf8) || article.token(index, isIn: pastVerbs)
      || article.token(index, isIn: plainVerbs)
  }

  private func describe(_ joint: Int, _ article: Article) -> Fault {
    let (first, second) = (article.tokens[joint - 1], article.tokens[joint + 1])
    let range = TextRange(first.start, second.end)
    return Fault(
      range, values: ["phrase": article.string(range), "word": article.string(first.range)],
      fixes: [
        Fix(
          summary: "keep one",
          edits: [Edit(range: TextRange(first.end, second.end), replacement: "")], safety: .review)
      ])
  }
}
