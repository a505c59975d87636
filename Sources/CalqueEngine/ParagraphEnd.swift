internal import CalqueText

/// How a paragraph ends, told so that each of its faults is found once: the first of these that
/// holds.
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
  private static let greetings = WordSet("dear sir madam hello hi")
  /// Tokens of the longest line that opens or closes a letter.
  private static let longestLetterLine = 10
  /// Tokens of the longest name below a letter.
  private static let longestSignature = 4

  private let pageLines: PageLineReader
  private let lastWords: LastWordReader
  private let prose: ProseReader
  private let lines: StoplessLineReader

  /// Creates a reader with the words of a lexicon and what knows lines of the page.
  init(_ lexicon: Lexicon, _ pageLines: PageLineReader) {
    self.pageLines = pageLines
    lastWords = LastWordReader(lexicon)
    prose = ProseReader(lexicon)
    lines = StoplessLineReader(pageLines, prose)
  }

  /// Returns the blocks that end before their last sentence does, in order.
  ///
  /// O(tokens) of those that end without a final mark.
  func unfinishedBlocks(of article: Article) -> [UnfinishedBlock] {
    let (blocks, tokens) = (article.document.blocks, article.tokens)
    let stopless = article.rareBlocks.withoutStop
    guard !stopless.isEmpty else { return [] }
    let rows = LineRowReader(article)
    return stopless.compactMap { index in
      // A bracket that closes may hold the last sentence with its stop.
      guard !tokens[blocks[index].tokens.upperBound - 1].isMark("]"), !rows.contains(index) else {
        return nil
      }
      let end = end(ofBlock: index, article)
      guard end != .complete, !hasOtherReason(blocks[index], article) else { return nil }
      return UnfinishedBlock(block: index, end: end)
    }
  }

  /// Tells whether a block that looks unfinished is a line of the page, or one whose last quotation
  /// mark may be lost with its stop: that is another fault.
  private func hasOtherReason(_ block: Block, _ article: Article) -> Bool {
    block.tokens.count > 1
      && (hasLoneDoubleMark(block, article)
        || article.tokens[block.tokens.upperBound - 1].kind == .word
          && pageLines.isPageLine(block, article))
  }

  private func hasLoneDoubleMark(_ block: Block, _ article: Article) -> Bool {
    block.marks.contains {
      article.document.marks[$0].isUnpaired && article.document.marks[$0].glyph.isDouble
    }
  }
}

// MARK: - Ends

extension ParagraphEndReader {
  /// Returns how a block without a final mark ends.
  ///
  /// First what is no end of a sentence, whatever the block is: the block is broken off where prose
  /// goes on small behind it, and leads on with a comma, an opening bracket or a word such as
  /// `the`. Where its last sentence is long enough for one, it may be cut inside a bracket or a
  /// word. What is left ends with a whole word: it lacks its stop if the block can only be prose,
  /// and is unmarked if it may be a heading. A heading that looks like one, a caption and what dots
  /// go on from are complete.
  private func end(ofBlock index: Int, _ article: Article) -> ParagraphEnd {
    let block = article.document.blocks[index]
    guard block.kind == .paragraph || block.kind == .subheading || block.kind == .tail else {
      return .complete
    }
    let last = block.tokens.upperBound - 1
    guard block.tokens.count > 1 else {
      return isRest(index, last, article) ? .leadingOn : .complete
    }
    guard article.tokens[last].kind == .word else {
      return isLetterLine(index, article) ? .complete : .leadingOn
    }
    // An initialism has a stop of its own.
    guard !article.tokens[last].flags.contains(.initialism),
      !goesOnBehindDots(index, article)
    else { return .complete }
    if startsSmall(index + 1, article) {
      return mayBreakOff(index, article) ? .brokenOff : .complete
    }
    if lastWords.leadsOn(last, of: block, article) {
      return !lastWords.endsNothing(last, article) && lines.isAmongHeadings(index, article)
        ? .complete : .leadingOn
    }
    guard prose.endsWithSentence(block, article) else { return .complete }
    if block.kind == .paragraph, endsInBracket(block, article) { return .leadingOn }
    if block.kind == .paragraph || isLast(index, article), lastWords.isPiece(last, article) {
      return .insideWord
    }
    return endWithWord(index, article)
  }

  /// Returns how a block ends of which the last word may be the last of a sentence.
  private func endWithWord(_ index: Int, _ article: Article) -> ParagraphEnd {
    let block = article.document.blocks[index]
    if prose.startsWithDateline(block, article) { return .stopless }
    guard block.kind == .paragraph || followsParagraph(index, article) else { return .complete }
    if prose.isPlainProse(block, article) { return .stopless }
    guard prose.mayBeProse(block, article), prose.hasSentence(block, article) else {
      return .complete
    }
    if isStandfirst(index, article) { return .unmarked }
    if prose.isCertainProse(index, article) { return .stopless }
    guard block.kind == .paragraph else { return .unmarked }
    if lastWords.endsWithPreposition(block.tokens.upperBound - 1, article) { return .stopless }
    return prose.hasMainClause(block, article)
      && (lines.isOnlyOne(index, article) || lines.isLast(index, article))
      ? .stopless : .unmarked
  }

  /// Tells whether a block stands directly below the headline, where papers such as The Guardian
  /// set a line or two without a final mark.
  private func isStandfirst(_ index: Int, _ article: Article) -> Bool {
    guard index == 1, !isLast(index, article) else { return false }
    // A headline that asks looks like a paragraph.
    let first = article.document.blocks[0]
    return first.kind == .headline || article.tokens[first.tokens.upperBound - 1].isMark("?")
  }

  /// Tells whether a block greets who is written to or takes leave: `Dear Sir,` `I remain, yours,`
  /// before a name.
  private func isLetterLine(_ index: Int, _ article: Article) -> Bool {
    let (blocks, tokens) = (article.document.blocks, article.tokens)
    let line = blocks[index].tokens
    guard line.count <= Self.longestLetterLine, tokens[line.upperBound - 1].isMark(","),
      index + 1 < blocks.count
    else { return false }
    let next = blocks[index + 1].tokens
    return Self.greetings.contains(tokens[line.lowerBound].hash)
      || next.count <= Self.longestSignature
        && next.allSatisfy { tokens[$0].kind == .word && tokens[$0].flags.contains(.capitalized) }
  }

  /// Tells whether the only word of the last block is the first of a sentence that was cut: `The`.
  private func isRest(_ index: Int, _ word: Int, _ article: Article) -> Bool {
    isLast(index, article) && followsParagraph(index, article)
      && article.tokens[word].kind == .word && lastWords.isOpen(word, article)
  }

  private func isLast(_ index: Int, _ article: Article) -> Bool {
    index == article.document.blocks.count - 1
  }

  private func followsParagraph(_ index: Int, _ article: Article) -> Bool {
    index > 0 && article.document.blocks[index - 1].kind == .paragraph
  }

  private func goesOnBehindDots(_ index: Int, _ article: Article) -> Bool {
    guard !isLast(index, article), let next = article.document.blocks[index + 1].tokens.first
    else { return false }
    return article.isEllipsis(next)
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
}

// MARK: - Broken sentences

extension ParagraphEndReader {
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

  /// Tells whether a block before one that starts small may be the first half of a sentence: it is
  /// no line of a list, where sentences of both start small, and no heading, link or caption.
  private func mayBreakOff(_ index: Int, _ article: Article) -> Bool {
    let block = article.document.blocks[index]
    guard block.sentences.count > 1 || !startsSmall(index, article) else { return false }
    let last = block.tokens.upperBound - 1
    if lastWords.isOpen(last, article) || lastWords.leadsOn(last, of: block, article) {
      return true
    }
    // The first block is a headline or the caption of a picture above the text.
    return index > 0 && prose.wordCount(of: block.tokens, article) >= ProseReader.leastWords
      && prose.endsWithSentence(block, article) && !prose.endsWithNames(block, article)
      && endsWithMark(index + 1, article)
  }

  /// Tells whether the first sentence of a block has an end, which links and headings have not.
  private func endsWithMark(_ index: Int, _ article: Article) -> Bool {
    let document = article.document
    let sentence = document.sentences[document.blocks[index].sentences.lowerBound]
    return !document.tokens[sentence.tokens.upperBound - 1].isWordLike
  }
}
