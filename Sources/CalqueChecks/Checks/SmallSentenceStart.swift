internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A sentence that starts with a small letter.
struct SmallSentenceStart: Check {
  private let starts: SmallStartReader
  private let leadingOn: WordList

  init(_ setup: CheckSetup) {
    starts = SmallStartReader(setup.lexicon)
    leadingOn = setup.lexicon.list("unfinished-ending")
  }

  func faults(in article: Article) -> [Fault] {
    starts.sentences(in: article).compactMap { sentence in
      let first = sentence.tokens.lowerBound
      let startsBlock = first == article.document.blocks[sentence.block].tokens.lowerBound
      let isStart =
        startsBlock
        ? followsWholeBlock(sentence.block, article)
        : starts.followsStop(sentence, article) && !starts.goesOn(sentence, article)
      return isStart && starts.isLong(sentence, article) && !starts.startsName(first, article)
        ? describe(first, article) : nil
    }
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
    if token.kind == .quote || [".", "!", "?"].contains(where: { token.isMark($0) }) {
      return true
    }
    if token.isMark(")") { return endsWithAside(blocks[index - 1], article) }
    // A line that leads on is the first half of the sentence: that fault is another.
    return blocks[index - 1].kind != .paragraph && token.kind == .word
      && !article.token(last, isIn: leadingOn)
      && !starts.isSmallWord(blocks[index - 1].tokens.lowerBound, article)
  }

  /// Tells whether the bracket that closes a block opened behind the end of a sentence, as a credit
  /// does, or with the block.
  private func endsWithAside(_ block: Block, _ article: Article) -> Bool {
    guard let opening = block.tokens.last(where: { article.tokens[$0].isMark("(") }) else {
      return false
    }
    guard opening > block.tokens.lowerBound else { return true }
    let before = article.tokens[opening - 1]
    return before.kind == .quote || [".", "!", "?"].contains { before.isMark($0) }
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
