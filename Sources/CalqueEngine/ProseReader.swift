internal import CalqueRules
internal import CalqueText

/// Tells prose that has lost its final mark from headings, captions and labels, which have none.
struct ProseReader: Sendable {
  /// Words of the shortest block of one sentence that is prose by its length: the layout of plain
  /// text takes shorter ones for headings.
  static let leastWords = 13
  /// Words of the shortest one that is certainly prose: news has headings of 13.
  private static let leastCertainWords = 14
  /// Words of the shortest block of one sentence that is prose since it tells what was.
  private static let leastToldWords = 6
  /// Words of the shortest last sentence that is taken for a sentence.
  private static let leastSentence = 5
  /// Words of the longest heading that somebody will have written as a sentence.
  private static let longestHeading = 22
  /// Tokens of the longest label before a colon.
  private static let longestLabel = 6
  /// Tokens of the longest dateline with its dash, `LUGO, Spain (AP) —`.
  private static let longestDateline = 9
  private static let presentForms = WordSet("is are")
  /// Tokens before the end among which a dash introduces who is quoted.
  private static let signatureReach = 12

  private let words: WordTable
  private let signUp: WordList
  private let labels: WordList
  private let articles: WordList
  private let connectives: WordList
  private let weekdays: WordList
  private let pronouns: WordList
  private let determiners: WordList
  private let reportingVerbs: WordList
  private let past: WordLists
  /// Words that tell of what has happened or was said, as headings hardly do.
  private let told: WordLists
  /// Words that tell what somebody did.
  private let deeds: WordLists
  /// Words that headings and the words of speakers start with: `how`, `our`.
  private let lineOpenings: WordLists
  private let clauseOpenings: WordLists
  private let relatives: WordList
  /// Words for what a newspaper prints: `story`.
  private let storyNouns: WordList

  init(_ lexicon: Lexicon) {
    words = lexicon.words
    signUp = lexicon.list("sign-up-word")
    labels = lexicon.list("picture-label")
    articles = lexicon.list("article")
    weekdays = lexicon.list("weekday")
    pronouns = lexicon.list("pronoun")
    determiners = lexicon.list("determiner")
    reportingVerbs = lexicon.list("reporting-verb")
    connectives = lexicon.list("prose-opening")
    told = lexicon.lists(["told-form", "reporting-verb"])
    deeds = lexicon.lists(["past-verb", "plain-verb", "told-form"])
    lineOpenings = lexicon.lists(["line-opening", "question-word"])
    clauseOpenings = lexicon.lists(["question-word", "clause-opening"])
    relatives = lexicon.list("question-word")
    storyNouns = lexicon.list("story-noun")
    past = lexicon.lists(["have-form", "reporting-verb", "past-be-form", "pronoun", "possessive"])
  }

  /// Tells whether the last sentence of a block is long enough for one, without a link.
  func endsWithSentence(_ block: Block, _ article: Article) -> Bool {
    wordCount(of: lastSentence(of: block, article), article) >= Self.leastSentence
      && !block.tokens.contains { article.tokens[$0].flags.contains(.link) }
  }

  /// Tells whether most words of the last sentence of a block but its first are names, as in who
  /// took a photograph, and in titles.
  func endsWithNames(_ block: Block, _ article: Article) -> Bool {
    let words = lastSentence(of: block, article).filter { article.tokens[$0].kind == .word }
      .dropFirst()
    let names = words.count { article.tokens[$0].flags.contains(.capitalized) }
    return names * 2 >= words.count
  }

  /// Tells whether a block without a final mark is as short as a heading.
  func mayBeHeading(_ block: Block, _ article: Article) -> Bool {
    block.sentences.count == 1 && wordCount(of: block.tokens, article) <= Self.longestHeading
  }

  /// Tells whether a block without a final mark may be prose: no link to another story, no label,
  /// no signed message.
  func mayBeProse(_ block: Block, _ article: Article) -> Bool {
    let last = block.tokens.upperBound - 1
    guard !article.tokens[last].flags.contains(.allCapitals), !isLabelled(block, article),
      !block.tokens.suffix(Self.longestLabel).contains(where: { article.token($0, isIn: labels) }),
      !block.tokens.contains(where: { article.token($0, isIn: signUp) }),
      !namesItself(block, article)
    else { return false }
    return !article.tokens[last].flags.contains(.capitalized) || !isSigned(block, article)
  }

  /// Tells whether a line is about the text that it stands in: `This story was updated on Monday`.
  private func namesItself(_ block: Block, _ article: Article) -> Bool {
    let first = block.tokens.lowerBound
    return article.token(first, isIn: determiners) && article.token(first + 1, isIn: storyNouns)
  }

  /// Tells whether a block of any length can be no heading: it goes on from the sentence before,
  /// `but`, reports what somebody said, `he added`, or tells what happened on a day of the week.
  func isPlainProse(_ block: Block, _ article: Article) -> Bool {
    guard block.kind == .paragraph || block.kind == .subheading,
      !article.tokens[block.tokens.upperBound - 1].flags.contains(.capitalized)
    else { return false }
    let first = block.tokens.lowerBound
    return article.token(first, isIn: connectives)
      || article.token(first, isIn: pronouns) && article.token(first + 1, isIn: reportingVerbs)
      || block.tokens.contains { article.token($0, isIn: weekdays) } && tells(block, article)
  }

  /// Tells whether the last sentence of a block is one of news rather than a heading such as `How
  /// the pier was lost`, a caption, `Boats that were sold`, or the words of a speaker: a verb or a
  /// comma stands before any word that opens a clause.
  func hasMainClause(_ block: Block, _ article: Article) -> Bool {
    let sentence = lastSentence(of: block, article)
    // Behind another sentence no heading or caption tells what somebody did.
    if block.sentences.count > 1,
      let verb = sentence.first(where: { article.token($0, isInOneOf: deeds) }),
      !Self.presentForms.contains(article.tokens[verb].hash)
    {
      return true
    }
    guard !article.token(sentence.lowerBound, isInOneOf: lineOpenings),
      let place = sentence.first(where: {
        article.token($0, isInOneOf: deeds) || article.token($0, isInOneOf: clauseOpenings)
          || article.tokens[$0].isMark(",")
      }),
      !article.token(place, isInOneOf: clauseOpenings),
      // `The village, where the storm …`
      !article.tokens[place].isMark(",") || !article.token(place + 1, isIn: relatives)
    else { return false }
    return !endsWithNames(block, article) && !isBiography(place, article)
  }

  /// Tells whether a verb says what somebody is, as the line below a column does: `Ruiz is a
  /// writer`.
  private func isBiography(_ verb: Int, _ article: Article) -> Bool {
    Self.presentForms.contains(article.tokens[verb].hash)
      && article.tokenAfter(verb).map { isArticle($0, article) } ?? false
  }

  /// Tells whether a block starts with where or for whom it was written, `LUGO, Spain (AP) —` or
  /// `(AP)`, which is no label such as `UPDATE –`, and goes on in small letters.
  func startsWithDateline(_ block: Block, _ article: Article) -> Bool {
    let tokens = article.tokens
    let start = block.tokens.prefix(Self.longestDateline)
    let hasAgency =
      start.count > 2 && tokens[start.lowerBound].isMark("(")
      && tokens[start.lowerBound + 2].isMark(")")
    let name = tokens[start.lowerBound + (hasAgency ? 1 : 0)]
    guard name.flags.contains(.allCapitals), words.rank(of: name.hash) == nil,
      hasAgency || start.contains(where: { isDash(tokens[$0]) })
    else { return false }
    return block.tokens.contains {
      isArticle($0, article) && !tokens[$0].flags.contains(.allCapitals)
    }
  }

  private func isDash(_ token: Token) -> Bool {
    token.isMark("—") || token.isMark("–") || token.isMark("-")
  }

  /// Tells whether a block can be no heading, caption or label: more sentences than one, or a long
  /// one in the past tense, among paragraphs.
  func isCertainProse(_ index: Int, _ article: Article) -> Bool {
    let blocks = article.document.blocks
    let block = blocks[index]
    guard block.kind == .paragraph else { return false }
    let last = lastSentence(of: block, article)
    if block.sentences.count > 1 {
      guard !endsWithNames(block, article) || article.token(last.lowerBound, isIn: determiners)
      else { return false }
      // `Closed for good? What the port plans` is a heading of two.
      return block.sentences.count > 2 || !article.tokens[last.lowerBound - 1].isMark("?")
    }
    let words = wordCount(of: last, article)
    guard !endsWithNames(block, article), words >= Self.leastCertainWords, index > 0,
      blocks[index - 1].kind == .paragraph
    else { return false }
    return words > Self.longestHeading || tells(block, article)
  }

  func wordCount(of tokens: Range<Int>, _ article: Article) -> Int {
    tokens.count { article.tokens[$0].kind == .word }
  }

  private func lastSentence(of block: Block, _ article: Article) -> Range<Int> {
    article.document.sentences[block.sentences.upperBound - 1].tokens
  }

  /// Tells whether a block that may be prose has sentences: headlines leave articles out, which
  /// sentences hardly do.
  func hasSentence(_ block: Block, _ article: Article) -> Bool {
    guard block.sentences.count == 1 else { return true }
    let words = wordCount(of: block.tokens, article)
    guard
      words > Self.longestHeading || block.tokens.contains(where: { isArticle($0, article) })
        || words > Self.leastWords && tellsInParts(block, article)
    else { return false }
    return words >= Self.leastWords
      || words >= Self.leastToldWords
        && block.tokens.contains { article.token($0, isInOneOf: past) }
  }

  /// Tells whether a block has a comma and a word that tells what somebody did.
  private func tellsInParts(_ block: Block, _ article: Article) -> Bool {
    block.tokens.contains { article.tokens[$0].isMark(",") }
      && block.tokens.contains { article.token($0, isInOneOf: deeds) }
  }

  private func isArticle(_ index: Int, _ article: Article) -> Bool {
    article.token(index, isIn: articles)
  }

  private func tells(_ block: Block, _ article: Article) -> Bool {
    block.tokens.contains { article.token($0, isInOneOf: told) }
  }

  /// Tells whether a block ends with a dash or stroke and names, `— Ana Ruiz`.
  private func isSigned(_ block: Block, _ article: Article) -> Bool {
    for index in block.tokens.suffix(Self.signatureReach).reversed() {
      let token = article.tokens[index]
      if token.isMark("—") || token.isMark("–") || token.isMark("/") { return true }
      if token.kind == .word, !token.flags.contains(.capitalized) { return false }
    }
    return false
  }

  /// Tells whether a block starts with a label, as in `Opinion:What the harbour needs`.
  private func isLabelled(_ block: Block, _ article: Article) -> Bool {
    block.tokens.prefix(block.sentences.count > 1 ? 2 : Self.longestLabel)
      .contains { article.tokens[$0].isMark(":") }
  }
}
