/// Cuts the tokens of a block into sentences.
///
/// A sentence ends after `.`, `!`, `?` or an ellipsis and the marks that close with it, where what
/// follows can start another. A stop after an abbreviation or an initial ends none by itself.
struct SentenceSplitter {
  private let tokens: [Token]
  private let abbreviations = Abbreviations.english

  init(_ tokens: [Token]) {
    self.tokens = tokens
  }

  /// Adds the sentences of some blocks, in order, and notes in each block which are its own.
  ///
  /// O(stops). `stops` are the tokens of the blocks that may end a sentence: final marks and
  /// initialisms.
  func split(
    _ range: Range<Int>, of blocks: inout [Block], stops: [Int], into sentences: inout [Sentence]
  ) {
    var next = 0
    for index in range {
      let tokens = blocks[index].tokens
      let first = (sentence: sentences.count, stop: next)
      while next < stops.count, stops[next] < tokens.upperBound { next += 1 }
      split(tokens, block: index, stops: stops[first.stop..<next], into: &sentences)
      blocks[index].sentences = first.sentence..<sentences.count
    }
  }

  private func split(
    _ range: Range<Int>, block: Int, stops: ArraySlice<Int>, into sentences: inout [Sentence]
  ) {
    var start = range.lowerBound
    var next = start
    for index in stops where index >= next {
      next = indexAfterClosingMarks(from: index + 1, in: range)
      if next == range.upperBound || endsSentence(at: index, next: next, in: range) {
        sentences.append(Sentence(tokens: start..<next, block: block))
        start = next
      }
    }
    if start < range.upperBound {
      sentences.append(Sentence(tokens: start..<range.upperBound, block: block))
    }
  }

  private func isFinalMark(_ token: Token) -> Bool {
    token.kind == .punctuation && Self.isFinalMark(token.hash)
  }

  /// Tells whether a mark, by its scalar, ends sentences.
  static func isFinalMark(_ mark: UInt64) -> Bool {
    switch mark {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x203C, 0x2047, 0x2048, 0x2049, 0x3002, 0xFF01, 0xFF1F:
      return true
    default: return false
    }
  }

  /// Returns the index after further final marks, closing brackets and closing quotation marks.
  private func indexAfterClosingMarks(from start: Int, in range: Range<Int>) -> Int {
    var index = start
    while index < range.upperBound {
      let token = tokens[index]
      let isClosing: Bool =
        switch token.kind {
        case .punctuation: isFinalMark(token) || token.isMark(")") || token.isMark("]")
        case .quote: closes(index, in: range)
        case .word, .number, .symbol: false
        }
      guard isClosing else { break }
      index += 1
    }
    return index
  }

  /// Tells whether the quotation mark after a final mark belongs to the sentence before it.
  private func closes(_ index: Int, in range: Range<Int>) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.spaceBefore) else {
      // `stop."Next` opens, `stop." Next` closes, and so does a mark before another mark.
      guard index + 1 < range.upperBound else { return true }
      let next = tokens[index + 1]
      return next.flags.contains(.spaceBefore) || !next.isWordLike
        || QuoteGlyph(of: token)?.side == .closing
    }
    // A mark that stands free closes where its shape says so, or where nothing leans on it.
    switch QuoteGlyph(of: token)?.side {
    case .closing: return true
    case .opening: return false
    case .either, nil:
      return index + 1 == range.upperBound || tokens[index + 1].flags.contains(.spaceBefore)
    }
  }

  private func endsSentence(at index: Int, next: Int, in range: Range<Int>) -> Bool {
    guard let starter = starter(from: next, in: range) else { return true }
    let word = tokens[starter]
    let mark = tokens[index]
    if mark.flags.contains(.initialism) {
      return word.flags.contains(.capitalized) && isStarter(word)
    }
    let isSmall = word.kind == .word && !word.flags.contains(.capitalized) && !isCaseless(word)
    guard mark.isMark(".") else { return !isSmall }
    let follows = tokens[next]
    if !follows.flags.contains(.spaceBefore), next == index + 1 {
      // `end.The next` lacks a space; `example.com` and `3.x` are no ends.
      return follows.flags.contains(.capitalized) && index > range.lowerBound
        && !tokens[index - 1].flags.contains(.capitalized)
    }
    if next > index + 1 { return !isSmall }
    return !isAbbreviated(at: index, before: word, isSmall: isSmall, in: range)
  }

  /// Tells whether the stop at `index` belongs to an abbreviation and ends no sentence.
  private func isAbbreviated(
    at index: Int, before word: Token, isSmall: Bool, in range: Range<Int>
  ) -> Bool {
    guard index > range.lowerBound, !tokens[index].flags.contains(.spaceBefore) else {
      return false
    }
    let previous = tokens[index - 1]
    guard previous.kind == .word else { return false }
    if previous.end - previous.start == 1, previous.flags.contains(.capitalized) {
      let followsSmall =
        index - 1 > range.lowerBound && tokens[index - 2].kind == .word
        && !tokens[index - 2].flags.contains(.capitalized)
      return !(isStarter(word) && followsSmall)
    }
    // Few words are.
    guard abbreviations.all.contains(previous.hash) else { return false }
    if abbreviations.titles.contains(previous.hash) {
      return previous.flags.contains(.capitalized) || isSmall
    }
    if abbreviations.beforeNumbers.contains(previous.hash) { return word.kind == .number }
    if abbreviations.others.contains(previous.hash) { return !isStarter(word) }
    return false
  }

  /// Returns the index of the first token from `start` on that is a word or number, past quotation
  /// marks and opening brackets; nil at the end of the block.
  private func starter(from start: Int, in range: Range<Int>) -> Int? {
    var index = start
    while index < range.upperBound {
      let token = tokens[index]
      let isSkipped = token.kind == .quote || token.isMark("(") || token.isMark("[")
      guard isSkipped else { return index }
      index += 1
    }
    return nil
  }

  private func isStarter(_ token: Token) -> Bool { abbreviations.starters.contains(token.hash) }

  /// Tells whether a word has no letter that could be a capital: a word of another script.
  private func isCaseless(_ token: Token) -> Bool {
    token.flags.contains(.nonASCII) && !token.flags.contains(.capitalized)
  }
}
