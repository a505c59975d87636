internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A sentence that starts with a small letter.
///
/// With the option `kind: stop` a rule is about places where none can start and the stop before it is too much:
/// `life. of the port.`
struct SmallSentenceStart: Check {
  /// Words of the shortest sentence that has lost its capital.
  private static let leastWords = 4
  /// Letters of the shortest word that is no abbreviation, though no dictionary has it.
  private static let leastUnknown: UInt32 = 6

  private let isAboutStops: Bool
  /// Words that hardly start a sentence.
  private let joined: WordList
  private let reportingVerbs: WordList
  private let words: WordTable
  private let abbreviations: WordList
  private let leadingOn: WordList

  init(_ setup: CheckSetup) {
    isAboutStops = setup.options["kind"] == ["stop"]
    joined = setup.lexicon.list("no-sentence-start")
    reportingVerbs = setup.lexicon.list("reporting-verb")
    words = setup.lexicon.words
    leadingOn = setup.lexicon.list("unfinished-ending")
    abbreviations = setup.lexicon.list("abbreviation")
  }

  func faults(in article: Article) -> [Fault] {
    sentences(in: article) + (isAboutStops ? stopsBeforeCommas(in: article) : [])
  }

  private func sentences(in article: Article) -> [Fault] {
    article.rareSentences.startingSmall.compactMap { index in
      let sentence = article.document.sentences[index]
      let block = article.document.blocks[sentence.block]
      let first = sentence.tokens.lowerBound
      guard block.kind == .paragraph, startsSmall(first, article) else { return nil }
      let startsBlock = first == block.tokens.lowerBound
      let isStart =
        startsBlock
        ? followsWholeBlock(sentence.block, article) : followsStop(first, in: block, article)
      guard isStart, endsWithStop(sentence.tokens, article),
        isAboutStops == (!startsBlock && goesOn(sentence.tokens, article))
      else { return nil }
      if isAboutStops {
        return hasLink(sentence.tokens, article)
          ? nil : describeStop(first - 1, before: first, article)
      }
      return isLong(sentence.tokens, article) ? describe(first, article) : nil
    }
  }

  /// Returns the stops with a spaced comma behind them: `she wrote. , and he left`.
  private func stopsBeforeCommas(in article: Article) -> [Fault] {
    article.rare.spacedMarks.compactMap { comma in
      guard article.tokens[comma].isMark(","), let stop = article.tokenBefore(comma),
        let word = article.tokenBefore(stop), article.tokens[stop].isMark("."),
        endsWord(word, article), startsSmall(word, article),
        article.document.blocks[article.document.block(ofToken: comma)].kind == .paragraph
      else { return nil }
      return describeStop(stop, before: comma, article)
    }
  }

  /// Tells whether what looks like a sentence is the rest of the one before.
  private func goesOn(_ sentence: Range<Int>, _ article: Article) -> Bool {
    article.token(sentence.lowerBound, isIn: joined) || !isLong(sentence, article)
  }

  /// Tells whether a token is a plain word of English, written small.
  private func startsSmall(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    guard token.kind == .word,
      token.flags.isDisjoint(with: [.capitalized, .hasSeam, .hasDigit, .initialism])
    else { return false }
    // `it’s` is a word if `it` is one; `a` is the only one of a letter.
    let bytes = article.document.text[token.range.indices]
    let letters = bytes.prefix { (0x61...0x7A).contains($0) }
    guard letters.endIndex == bytes.endIndex || [0x27, 0xE2].contains(bytes[letters.endIndex])
    else {
      return false
    }
    let hash = WordHash.of(folded: letters)
    return words.rank(of: hash) == .common || letters.elementsEqual([0x61])
  }

  /// Tells whether the stop before a sentence ended one, and was none of an abbreviation's.
  private func followsStop(_ first: Int, in block: Block, _ article: Article) -> Bool {
    guard first >= block.tokens.lowerBound + 2 else { return false }
    return article.tokens[first - 1].isMark(".")
      && article.tokens[first].flags.contains(.spaceBefore)
      && endsWord(first - 2, article)
  }

  /// Tells whether a stop that stands close behind a word does not belong to it.
  private func endsWord(_ index: Int, _ article: Article) -> Bool {
    let (word, stop) = (article.tokens[index], article.tokens[index + 1])
    guard !stop.flags.contains(.spaceBefore), word.kind == .word,
      !article.token(index, isIn: abbreviations)
    else { return false }
    let length = word.end - word.start
    return length >= Self.leastUnknown || length >= 2 && words.rank(of: word.hash) != nil
  }

  /// Tells whether the block before one is no list that the block goes on with.
  private func followsWholeBlock(_ index: Int, _ article: Article) -> Bool {
    let blocks = article.document.blocks
    // A text of one paragraph may be an excerpt, which starts anywhere.
    guard index > 0 else { return article.isFirstSection && blocks.count > 1 }
    guard blocks[index - 1].kind != .listItem, let last = blocks[index - 1].tokens.last else {
      return false
    }
    let token = article.tokens[last]
    if token.kind == .quote || token.isMark(".") || token.isMark("!") || token.isMark("?") {
      return true
    }
    // A line that leads on is the first half of the sentence: that fault is another.
    return blocks[index - 1].kind != .paragraph && token.kind == .word
      && !article.token(last, isIn: leadingOn)
      && !startsSmall(blocks[index - 1].tokens.lowerBound, article)
  }

  /// Tells whether tokens are a sentence rather than an item or a label.
  private func isLong(_ tokens: Range<Int>, _ article: Article) -> Bool {
    tokens.count { article.tokens[$0].kind == .word } >= Self.leastWords
  }

  private func endsWithStop(_ tokens: Range<Int>, _ article: Article) -> Bool {
    let last = article.tokens[tokens.upperBound - 1]
    return !last.isMark(";") && last.kind != .word
  }

  private func hasLink(_ tokens: Range<Int>, _ article: Article) -> Bool {
    tokens.contains { article.tokens[$0].flags.contains(.link) }
  }

  private func describeStop(_ stop: Int, before next: Int, _ article: Article) -> Fault {
    let (range, following) = (article.tokens[stop].range, article.tokens[next])
    let word = article.tokens[stop - 1]
    // A comma has no space before it, and a word that stands on both sides stands once.
    let end =
      word.hash == following.hash
      ? following.end : following.isMark(",") ? following.start : range.end
    // Of `she said. added` one verb is too much as well.
    let leavesVerbs = following.kind == .word && article.token(stop - 1, isIn: reportingVerbs)
    return Fault(
      range, values: ["word": article.string(following.range)],
      fixes: leavesVerbs
        ? []
        : [
          Fix(
            summary: "take out the stop",
            edits: [Edit(range: TextRange(range.start, end), replacement: "")], safety: .review)
        ])
  }

  private func describe(_ first: Int, _ article: Article) -> Fault {
    let range = article.tokens[first].range
    let word = article.string(range)
    let capital = word.withCapitalFirstLetter
    return Fault(
      range, values: ["word": word, "capital": capital],
      fixes: [.firstLetter(of: range, to: capital)])
  }
}
