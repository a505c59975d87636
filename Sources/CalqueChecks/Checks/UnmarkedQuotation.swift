internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// What a speaker says in the first person without quotation marks: `We will close it, she said`.
struct UnmarkedQuotation: Check {
  /// Tokens of the longest sentence that is looked through.
  private static let reach = 80
  /// Paragraphs in the first person that may stand beside those that a speaker is named in.
  private static let mostOthers = 2
  /// Tokens of the longest tag.
  private static let longestTag = 12

  private static let and = WordHash.of("and")
  private static let subordinating = WordSet(
    """
    if when while as although though because since after before once unless until where whenever what \
    whatever whoever
    """)
  private static let numeral = WordHash.of("i")
  private static let firstPerson = "i i'm i've i'll i'd we we're we've we'll we'd"
  private static let firstPersonWords = WordSet(firstPerson)
  private static let firstPersonHashes = WordHash.ofEach(firstPerson)
  /// Words behind which a numeral stands: `Part I was long`.
  private static let numbered = WordSet(
    """
    act article book category chapter class division figure group league level part phase schedule \
    section stage table tier title type volume
    """)

  private let grammar: AttributionGrammar
  private let words: WordTable
  private let circumstances: WordLists

  init(_ setup: CheckSetup) {
    circumstances = setup.lexicon.lists(["preposition", "weekday"])
    grammar = setup.grammar
    words = setup.lexicon.words
  }

  func faults(in article: Article) -> [Fault] {
    let told = article.tokens(of: Self.firstPersonHashes).sorted().filter {
      !article.tokens[$0].flags.contains(.insideQuotation) && !isNumeral($0, article)
    }
    var end = 0
    var blocks: [Int] = []
    let faults = told.compactMap { index -> Fault? in
      guard index >= end else { return nil }
      let sentence = article.document.sentences[article.document.sentence(ofToken: index)]
      end = sentence.tokens.upperBound
      if blocks.last != sentence.block { blocks.append(sentence.block) }
      return fault(of: index, in: sentence, article)
    }
    // Whoever writes a column in the first person leaves out marks on purpose.
    return blocks.count > Self.mostOthers + 2 * faults.count ? [] : faults
  }

  private func fault(of index: Int, in sentence: Sentence, _ article: Article) -> Fault? {
    let (document, tokens) = (article.document, sentence.tokens)
    let block = document.blocks[sentence.block]
    guard block.kind == .paragraph, tokens.count <= Self.reach, !document.hasLoneMark(in: block),
      let (comma, tag) = tag(in: index..<tokens.upperBound, article),
      !(tokens.lowerBound..<comma).contains(where: { article.tokens[$0].kind == .quote }),
      // `As we walked on, he said that …` tells, and `If we go on like this, he says, the end is
      // near`.
      !isSubordinate(tokens.lowerBound, article)
        || article.tokens[tag.tokens.upperBound].isMark(".")
    else { return nil }
    return Fault(
      document.range(of: tokens.lowerBound..<comma), values: ["tag": article.string(tag.tokens)])
  }

  /// Returns the first tag of another in some tokens, and the comma before it: `, she said`, `,
  /// said the mayor`.
  private func tag(in range: Range<Int>, _ article: Article) -> (comma: Int, tag: Attribution)? {
    for comma in range.dropLast() where article.tokens[comma].isMark(",") {
      let tokens = comma + 1..<min(comma + Self.longestTag, range.upperBound)
      guard let tag = grammar.attribution(at: comma + 1, in: tokens, of: article),
        !tag.tokens.contains(where: { Self.firstPersonWords.contains(article.tokens[$0].hash) }),
        tag.tokens.upperBound < range.upperBound, endsHere(tag, article)
      else { continue }
      return (comma, tag)
    }
    return nil
  }

  /// Tells whether a tag says no more than who spoke, when and where: behind `he asked me if I …`
  /// goes on what was said.
  private func endsHere(_ tag: Attribution, _ article: Article) -> Bool {
    let next = tag.tokens.upperBound
    let token = article.tokens[next]
    if token.isMark(",") {
      // `he said, “no”` opens a quotation.
      return article.tokenAfter(next).map { article.tokens[$0].kind != .quote } ?? true
    }
    guard token.kind != .quote else { return false }
    return token.isMark(".") || token.isMark("(")
      || tag.verb < tag.speaker.lowerBound || article.token(next, isInOneOf: circumstances)
      || token.hash == Self.and
  }

  /// Tells whether a sentence starts with a clause that another one has to follow.
  private func isSubordinate(_ first: Int, _ article: Article) -> Bool {
    Self.subordinating.contains(article.tokens[first].hash)
  }

  /// Tells whether `I` numbers what stands before it, as in `World War I`, or an item of a list, or
  /// stands before a mark, as no subject does.
  private func isNumeral(_ index: Int, _ article: Article) -> Bool {
    guard article.tokens[index].hash == Self.numeral else { return false }
    guard article.tokens[index].flags.contains(.capitalized) else { return true }
    guard let next = article.tokenAfter(index), article.tokens[next].isWordLike else { return true }
    guard let before = article.tokenBefore(index) else { return false }
    let token = article.tokens[before]
    guard token.flags.contains(.capitalized) else { return false }
    guard token.flags.contains(.sentenceStart), let rank = words.rank(of: token.hash) else {
      return true
    }
    return rank == .name || Self.numbered.contains(token.hash)
  }
}
