internal import CalqueRules
internal import CalqueText

/// How a paragraph ends, told so that each of its faults is found once: the first of these that holds.
public enum ParagraphEnd: Sendable {
  /// With a final mark, or in a way that may well be meant.
  case complete
  /// Before the end of a sentence that the next paragraph goes on with.
  case brokenOff
  /// With a word that leads on to another, a comma or an opening bracket.
  case leadingOn
  /// In the middle of a word.
  case insideWord
  /// With a word that could be the last of its sentence, without a final mark, in what can only be
  /// prose.
  case stopless
  /// The same in what may be a heading, a caption or a label.
  case unmarked
}

/// A block that ends before its last sentence does.
public struct UnfinishedBlock: Sendable {
  /// Index of the block.
  public let block: Int
  /// How it ends.
  public let end: ParagraphEnd
}

/// Tells how paragraphs end.
struct ParagraphEndReader: Sendable {
  /// Words of the shortest block that is prose rather than a heading or label, if one sentence.
  private static let leastWords = 13
  /// Words of the shortest last sentence that is taken for a sentence.
  private static let leastSentence = 5
  /// Tokens of the longest label before a colon.
  private static let longestLabel = 6
  /// Words of the shortest block that is certainly prose if it is one sentence.
  private static let leastProse = 14
  /// Words of the longest heading that somebody will have written as a sentence.
  private static let longestHeading = 22
  /// Tokens before the end among which a dash introduces who is quoted.
  private static let signatureReach = 12

  private let words: WordTable
  private let pageLines: PageLineReader
  private let leadingOn: WordList
  private let questions: WordList
  private let prepositions: WordList
  private let signUp: WordList
  private let labels: WordList
  private let articles: WordList
  private let adjectives: WordList
  private let connectives: WordList
  private let weekdays: WordList
  private let pronouns: WordList
  private let determiners: WordList
  private let reportingVerbs: WordList
  private let past: WordLists
  /// Words that tell of what has happened or was said, as headings hardly do.
  private let told: WordLists

  /// Creates a reader with the words of a lexicon.
  init(_ lexicon: Lexicon) {
    words = lexicon.words
    pageLines = PageLineReader(lexicon)
    leadingOn = lexicon.list("unfinished-ending")
    questions = lexicon.list("question-word")
    prepositions = lexicon.list("preposition")
    signUp = lexicon.list("sign-up-word")
    labels = lexicon.list("picture-label")
    articles = lexicon.list("article")
    adjectives = lexicon.list("adjective")
    weekdays = lexicon.list("weekday")
    pronouns = lexicon.list("pronoun")
    determiners = lexicon.list("determiner")
    reportingVerbs = lexicon.list("reporting-verb")
    connectives = lexicon.list("prose-opening")
    told = lexicon.lists(["told-form", "reporting-verb"])
    past = lexicon.lists(["have-form", "reporting-verb", "past-be-form", "pronoun", "possessive"])
  }

  /// Returns the blocks that end before their last sentence does, in order.
  ///
  /// O(tokens) of those that end without a final mark.
  func unfinishedBlocks(of article: Article) -> [UnfinishedBlock] {
    let (blocks, tokens) = (article.document.blocks, article.tokens)
    return article.rareBlocks.withoutStop.compactMap { index in
      guard mayLeadOn(tokens[blocks[index].tokens.upperBound - 1]) else { return nil }
      let end = end(ofBlock: index, article)
      guard end != .complete, !hasOtherReason(blocks[index], article) else { return nil }
      return UnfinishedBlock(block: index, end: end)
    }
  }

  /// Tells whether a block that looks unfinished is a line of the page, or one whose last quotation
  /// mark may be lost with its stop: that is another fault.
  private func hasOtherReason(_ block: Block, _ article: Article) -> Bool {
    block.tokens.count > 1
      && (hasLoneMark(block, article)
        || article.tokens[block.tokens.upperBound - 1].kind == .word
          && pageLines.isPageLine(block, article))
  }

  /// Tells whether a token may be the last of a paragraph that is not complete.
  private func mayLeadOn(_ token: Token) -> Bool {
    token.kind == .word || token.isMark(",") || token.isMark("(") || token.isMark("[")
  }

  /// Returns how a block ends, by a word or a mark that leads on.
  private func end(ofBlock index: Int, _ article: Article) -> ParagraphEnd {
    let blocks = article.document.blocks
    let block = blocks[index]
    let last = block.tokens.upperBound - 1
    guard block.kind == .paragraph || block.kind == .subheading || block.kind == .tail else {
      return .complete
    }
    guard block.tokens.count > 1 else {
      return isRest(index, last, article) ? .leadingOn : .complete
    }
    let token = article.tokens[last]
    guard token.kind == .word else { return .leadingOn }
    guard !token.flags.contains(.initialism) else { return .complete }
    if startsWithDots(index + 1, article) { return .complete }
    if startsSmall(index + 1, article) {
      return mayBreakOff(index, last, article) ? .brokenOff : .complete
    }
    if leadsOn(last, article),
      block.kind == .paragraph || !article.token(block.tokens.lowerBound, isIn: questions)
    {
      return .leadingOn
    }
    guard isWordy(block, article) else { return .complete }
    if block.kind == .paragraph, endsInBracket(block, article) { return .leadingOn }
    if block.kind == .paragraph || isLast(index, article), isPiece(last, article) {
      return .insideWord
    }
    let isBody = block.kind == .paragraph || index > 0 && blocks[index - 1].kind == .paragraph
    guard isBody else { return .complete }
    if isPlainProse(block, article) { return .stopless }
    guard isProse(block, article) else { return .complete }
    return isCertainProse(index, article) ? .stopless : .unmarked
  }

  /// Tells whether the only word of the last block is the first of a sentence that was cut: `The`.
  private func isRest(_ index: Int, _ word: Int, _ article: Article) -> Bool {
    isLast(index, article) && index > 0 && article.document.blocks[index - 1].kind == .paragraph
      && article.tokens[word].kind == .word && article.token(word, isIn: leadingOn)
  }

  /// Tells whether a word cannot be the last of a sentence: `the`, and `tangible` in `a tangible`.
  private func leadsOn(_ last: Int, _ article: Article) -> Bool {
    guard !article.tokens[last].flags.contains(.capitalized) else { return false }
    if article.token(last, isIn: leadingOn) { return !isStranded(last, article) }
    if isPossessive(last, article) { return true }
    guard article.token(last, isIn: adjectives), let before = article.tokenBefore(last) else {
      return false
    }
    return Self.indefinite.contains(article.tokens[before].hash)
  }

  /// Tells whether a word is a preposition whose question stands before it: `whom they spoke with`.
  private func isStranded(_ last: Int, _ article: Article) -> Bool {
    guard article.token(last, isIn: prepositions), article.tokens[last].hash != Self.to else {
      return false
    }
    var place = last
    while let before = article.tokenBefore(place), article.tokens[before].kind == .word {
      if article.token(before, isIn: questions) { return true }
      place = before
    }
    return false
  }

  /// Tells whether a word has a possessive ending, so that what is possessed is missing.
  private func isPossessive(_ index: Int, _ article: Article) -> Bool {
    let bytes = article.document.text[article.tokens[index].range.indices]
    guard bytes.last == 0x73, words.rank(of: article.tokens[index].hash) == nil else {
      return false
    }
    return bytes.dropLast().last == 0x27 || bytes.dropLast().suffix(3).elementsEqual("’".utf8)
  }

  private static let to = WordHash.of("to")
  private static let indefinite = [WordHash.of("a"), WordHash.of("an")]

  private func isLast(_ index: Int, _ article: Article) -> Bool {
    index == article.document.blocks.count - 1
  }

  /// Tells whether a block is prose that starts in the middle of a sentence.
  private func startsSmall(_ index: Int, _ article: Article) -> Bool {
    let blocks = article.document.blocks
    guard index < blocks.count, blocks[index].kind == .paragraph,
      let first = blocks[index].tokens.first
    else { return false }
    let token = article.tokens[first]
    return token.kind == .word
      && token.flags.isDisjoint(with: [.capitalized, .hasSeam, .hasDigit, .nonASCII])
  }

  /// Tells whether a block starts with an ellipsis, so that the sentence before it goes on there.
  private func startsWithDots(_ index: Int, _ article: Article) -> Bool {
    guard index < article.document.blocks.count,
      let first = article.document.blocks[index].tokens.first
    else { return false }
    return article.isEllipsis(first)
  }

  /// Tells whether a block before one that starts small may be the first half of a sentence: it is no line of
  /// a list, where sentences of both start small, and no heading or caption, which is short.
  private func mayBreakOff(_ index: Int, _ last: Int, _ article: Article) -> Bool {
    let block = article.document.blocks[index]
    guard block.sentences.count > 1 || !startsSmall(index, article) else { return false }
    let words = block.tokens.count { article.tokens[$0].kind == .word }
    return words >= Self.leastWords || leadsOn(last, article)
  }

  private func hasLoneMark(_ block: Block, _ article: Article) -> Bool {
    block.marks.contains {
      article.document.marks[$0].isUnpaired && article.document.marks[$0].glyph.isDouble
    }
  }

  /// Tells whether the last bracket of a block opens: what closes it was cut off.
  private func endsInBracket(_ block: Block, _ article: Article) -> Bool {
    let tokens = article.tokens
    let last = block.tokens.last { index in
      tokens[index].kind == .punctuation
        && (isOpening(tokens[index]) || tokens[index].isMark(")") || tokens[index].isMark("]"))
    }
    return last.map { isOpening(tokens[$0]) } ?? false
  }

  private func isOpening(_ token: Token) -> Bool {
    token.isMark("(") || token.isMark("[")
  }

  /// Tells whether the last sentence of a block is long enough for one, without a link.
  private func isWordy(_ block: Block, _ article: Article) -> Bool {
    guard let sentence = block.sentences.last else { return false }
    let (last, tokens) = (article.document.sentences[sentence].tokens, article.tokens)
    return last.count { tokens[$0].kind == .word } >= Self.leastSentence
      && !block.tokens.contains { tokens[$0].flags.contains(.link) }
  }

  /// Tells whether a block without a final mark is prose: no link to another story, no label, no
  /// signed message.
  private func isProse(_ block: Block, _ article: Article) -> Bool {
    let tokens = article.tokens
    guard let last = block.tokens.last, !tokens[last].flags.contains(.allCapitals),
      !block.tokens.suffix(Self.longestLabel).contains(where: { article.token($0, isIn: labels) }),
      !isLabelled(block, article),
      !block.tokens.contains(where: { article.token($0, isIn: signUp) })
    else { return false }
    if block.sentences.count == 1 {
      // Headlines leave articles out; sentences hardly.
      let words = block.tokens.count { tokens[$0].kind == .word }
      let articles = block.tokens.count { article.token($0, isIn: self.articles) }
      guard articles > 0 || words > Self.longestHeading else { return false }
      guard words >= Self.leastWords || words >= 6 && reportsSomething(block, article) else {
        return false
      }
    }
    guard tokens[last].flags.contains(.capitalized) else { return true }
    return !isSigned(block, article)
  }

  /// Tells whether a block can be no heading, caption or label: more sentences than one, or a long
  /// one in the past tense, among paragraphs.
  private func isCertainProse(_ index: Int, _ article: Article) -> Bool {
    let blocks = article.document.blocks
    let block = blocks[index]
    guard block.kind == .paragraph, let sentence = block.sentences.last else { return false }
    let last = article.document.sentences[sentence].tokens
    let words = last.filter { article.tokens[$0].kind == .word }
    let names = words.count { article.tokens[$0].flags.contains(.capitalized) }
    // Who took a photograph, and titles, have more capitals than small letters.
    let isMadeOfNames = names * 2 >= words.count
    if block.sentences.count > 1 {
      guard !isMadeOfNames || article.token(last.lowerBound, isIn: determiners) else {
        return false
      }
      // `Closed for good? What the port plans` is a heading of two.
      return block.sentences.count > 2 || !article.tokens[last.lowerBound - 1].isMark("?")
    }
    guard !isMadeOfNames else { return false }
    guard index > 0, blocks[index - 1].kind == .paragraph, words.count >= Self.leastProse else {
      return false
    }
    return words.count > Self.longestHeading || tells(block, article)
  }

  private func tells(_ block: Block, _ article: Article) -> Bool {
    block.tokens.contains { article.token($0, isInOneOf: told) }
  }

  /// Tells whether a block of any length can be no heading: it goes on from the sentence before,
  /// `but`, reports what somebody said, `he added`, or tells what happened on a day of the week.
  private func isPlainProse(_ block: Block, _ article: Article) -> Bool {
    guard block.kind == .paragraph || block.kind == .subheading,
      !article.tokens[block.tokens.upperBound - 1].flags.contains(.capitalized)
    else { return false }
    let first = block.tokens.lowerBound
    return article.token(first, isIn: connectives)
      || article.token(first, isIn: pronouns) && article.token(first + 1, isIn: reportingVerbs)
      || block.tokens.contains { article.token($0, isIn: weekdays) } && tells(block, article)
  }

  private func reportsSomething(_ block: Block, _ article: Article) -> Bool {
    block.tokens.contains { article.token($0, isInOneOf: past) }
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

  /// Tells whether a word is none: it is the beginning of one.
  private func isPiece(_ last: Int, _ article: Article) -> Bool {
    let token = article.tokens[last]
    guard article.word(last) == 0, words.rank(of: token.hash) == nil,
      token.flags.isDisjoint(with: [.capitalized, .hasDigit, .nonASCII])
    else { return false }
    return article.wordIndex.count(of: token.hash) == 1
  }
}
