/// What the words beside a double mark say of it: who speaks, or that the quotation goes on.
extension QuoteCosts {
  /// Words for saying that stand beside a speaker; fewer than the reporting verbs of the rules,
  /// since here a noun that is spelled like one would turn a quotation around.
  private static let verbs = WordSet(
    """
    add added adds admits admitted announced announces argued argues asked asks assured assures \
    believes claimed commented comments complained complains concluded concludes confessed confirmed \
    confirms continued continues declared declares emphasised emphasises emphasized emphasizes \
    explained explains insisted insists noted notes observed observes quoted quotes recalled recalls \
    remarked remarks replied replies reported revealed reveals said say says stated stressed stresses \
    thinks told tells underlined underlines warned warns wrote writes
    """)
  private static let pronouns = WordSet("he she they")
  private static let starts = WordSet("a an he her his one our she the their they")
  private static let joiners = WordSet("and or")
  /// Words that no quotation ends with.
  private static let openWords = WordSet("a an and as of or than the")
  /// Words of a speaker before the verb, at most.
  private static let longestSpeaker = 4
  /// Tokens that are looked at between two quotations of a sentence, at most.
  private static let farthestQuotation = 60

  // MARK: Who speaks

  /// Tells whether a mark stands between quoted words and who speaks: `so, "says Vega`.
  ///
  /// Its space is on the wrong side.
  func closesBeforeSpeaker(
    _ mark: QuoteMark, _ left: Neighbour, _ right: Neighbour
  ) -> Bool {
    guard left == .space, right == .letter,
      !tokens[mark.lastToken + 1].flags.contains(.capitalized)
    else { return false }
    return (tokens[mark.token - 1].isMark(",") || endsSentence(mark.token - 1))
      && isBeforeSpeaker(mark)
  }

  /// Tells whether a verb and who speaks come next, or a pronoun and a verb that nothing follows.
  func isBeforeSpeaker(_ mark: QuoteMark) -> Bool {
    let first = mark.lastToken + 1
    guard first + 1 < block.upperBound, !tokens[first].flags.contains(.capitalized) else {
      return false
    }
    let next = tokens[first + 1]
    if Self.verbs.contains(tokens[first].hash) {
      return next.kind == .word
        && (next.flags.contains(.capitalized) || Self.starts.contains(next.hash))
    }
    guard Self.pronouns.contains(tokens[first].hash), Self.verbs.contains(next.hash) else {
      return false
    }
    return first + 2 == block.upperBound || tokens[first + 2].kind == .punctuation
  }

  /// Tells whether a mark before a capital stands where a speech starts.
  ///
  /// Behind a sentence, another mark or `said,`, and no name with a verb comes next.
  func opensSpeech(_ mark: QuoteMark) -> Bool {
    let first = mark.lastToken + 1
    guard mark.glyph.isDouble, tokens[first].flags.contains(.capitalized),
      endsSentence(mark.token - 1) || tokens[mark.token - 1].kind == .quote || followsVerb(mark)
    else { return false }
    let last = min(block.upperBound, first + 1 + Self.longestSpeaker)
    return !tokens[first..<last].contains { Self.verbs.contains($0.hash) }
  }

  /// Tells whether a mark stands behind `said,` or `says:`.
  private func followsVerb(_ mark: QuoteMark) -> Bool {
    let index = mark.token - 1
    return index > block.lowerBound && (tokens[index].isMark(",") || tokens[index].isMark(":"))
      && Self.verbs.contains(tokens[index - 1].hash)
  }

  // MARK: What goes on

  /// Tells whether a mark stands behind a word that more must follow.
  ///
  /// A word alone between two marks is spoken of.
  func followsOpenWord(_ mark: QuoteMark) -> Bool {
    let index = mark.token - 1
    guard index > block.lowerBound, Self.openWords.contains(tokens[index].hash) else {
      return false
    }
    return tokens[index - 1].kind != .quote || isJoiner(index)
  }

  /// Tells whether a mark opens behind a joiner that has lost its spaces: `"one"and" two"`.
  func opensBehindJoiner(_ mark: QuoteMark) -> Bool { isJoiner(mark.token - 1) }

  /// Tells whether a mark closes before a joiner that has lost its spaces: `"one"and" two"`.
  func closesBeforeJoiner(_ mark: QuoteMark, _ right: Neighbour) -> Bool {
    let next = mark.lastToken + 1
    return right == .letter && next + 1 < block.upperBound && isJoiner(next)
      && tokens[next + 1].kind == .quote && !tokens[next + 1].flags.contains(.spaceBefore)
  }

  /// Tells whether a word is “and” or “or” glued to a mark which itself is glued to a word.
  private func isJoiner(_ index: Int) -> Bool {
    guard index - 2 >= block.lowerBound, Self.joiners.contains(tokens[index].hash),
      tokens[index - 1].kind == .quote
    else { return false }
    return !tokens[index].flags.contains(.spaceBefore)
      && !tokens[index - 1].flags.contains(.spaceBefore) && tokens[index - 2].isWordLike
  }

  /// Tells whether a mark at the end of a sentence has another quotation's end and speaker before
  /// it.
  ///
  /// Both in the same sentence, with no mark between.
  func followsQuotation(_ mark: QuoteMark) -> Bool {
    guard endsSentence(mark.token - 1) else { return false }
    let first = max(block.lowerBound + 1, mark.token - 1 - Self.farthestQuotation)
    var index = mark.token - 2
    while index >= first, tokens[index].kind != .quote, !endsSentence(index) { index -= 1 }
    guard index >= first, let glyph = QuoteGlyph(of: tokens[index]) else { return false }
    let other = QuoteMark(token: index, lastToken: index, glyph: glyph)
    return glyph.isDouble && !tokens[index].flags.contains(.spaceBefore)
      && tokens[index + 1].flags.contains(.spaceBefore) && isBeforeSpeaker(other)
  }
}
