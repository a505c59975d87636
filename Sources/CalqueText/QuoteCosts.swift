/// What each reading of a quotation mark costs, from its glyph and what stands beside it.
///
/// The unit is arbitrary; a double mark left without its other end costs 120, which is what all
/// other figures are weighed against: a mark that stands wrongly on both sides is still more likely
/// a misplaced one than a lost pair.
struct QuoteCosts {
  /// The costs of one mark's readings.
  struct Mark {
    let glyph: QuoteGlyph
    let opening: Int32
    let closing: Int32
    let apostrophe: Int32
    let prime: Int32
    /// What is added where a single mark closes what a double one opened.
    let crossing: Int32
  }

  /// Cost of leaving a quotation open where the next paragraph takes it up.
  static let runningOn: Int32 = 10
  static let impossible: Int32 = 10_000

  let tokens: [Token]
  let text: [UInt8]
  /// The block of the marks in question.
  var block: Range<Int> = 0..<0

  init(tokens: [Token], text: [UInt8]) {
    self.tokens = tokens
    self.text = text
  }

  /// Returns the costs of a mark's readings.
  ///
  /// A paragraph that takes up the quotation of the one before may do so with a closing mark, as
  /// Spanish typography has it.
  func costs(of mark: QuoteMark, takesUp: Bool) -> Mark {
    let left = neighbour(before: mark.token)
    let right = neighbour(after: mark.lastToken)
    return Mark(
      glyph: mark.glyph, opening: openingCost(of: mark, left, right, takesUp: takesUp),
      closing: closingCost(of: mark, left, right),
      apostrophe: apostropheCost(mark, left, right), prime: primeCost(mark, left, right),
      crossing: left == .closingMark || left == .ellipsis ? 0 : 40)
  }

  /// Tells whether it costs nothing that a double mark opens a quotation.
  ///
  /// Without the steps of ``costs(of:takesUp:)`` that matter only where a mark stands as most do
  /// not.
  func opensFreely(_ mark: QuoteMark) -> Bool {
    let left = neighbour(before: mark.token)
    let right = neighbour(after: mark.lastToken)
    return openingCost(left, right) == 0 && mark.glyph.side != .closing
      && mark.glyph.system != .prime && !closesBeforeSpeaker(mark, left, right)
  }

  /// Tells whether it costs nothing that a double mark closes a quotation.
  func closesFreely(_ mark: QuoteMark) -> Bool {
    let left = neighbour(before: mark.token)
    let right = neighbour(after: mark.lastToken)
    return closingCost(left, right) == 0 && mark.glyph.side != .opening
      && mark.glyph.system != .prime && !(left == .letter && followsOpenWord(mark))
  }

  private func openingCost(
    of mark: QuoteMark, _ left: Neighbour, _ right: Neighbour, takesUp: Bool
  ) -> Int32 {
    var cost = openingCost(left, right)
    // Right behind the end of a sentence it does not, unless its glyph says so: two lost marks are
    // likelier than one on the wrong side; behind a comma it hardly does.
    if left == .closingMark, right == .space, mark.glyph.side != .opening {
      cost = endsSentence(mark.token - 1) ? 245 : isBeforeSpeaker(mark) ? 300 : 180
      // Of a quotation that closes there nothing shows the start: it is the next one that opens.
      if mark.glyph.isDouble, followsQuotation(mark) { return 235 }
    }
    if mark.glyph.isDouble {
      if left == .letter, opensBehindJoiner(mark) { cost = 20 }
      if closesBeforeSpeaker(mark, left, right) { cost += 250 }
    }
    // ’ before a word is often a single mark that was turned the wrong way.
    if mark.glyph.side == .closing { cost += takesUp ? 10 : mark.glyph.isDouble ? 80 : 35 }
    // ’em, ’tis, rock ’n’ roll, ’90s: hardly ever the first word of a quotation in single marks.
    if !mark.glyph.isDouble, startsElision(mark.lastToken, right) { cost += 30 }
    if mark.glyph.system == .prime { cost += 40 }
    return cost
  }

  private func closingCost(
    of mark: QuoteMark, _ left: Neighbour, _ right: Neighbour
  ) -> Int32 {
    var cost = closingCost(left, right)
    if mark.glyph.side == .opening { cost += 80 }
    // ″ after a word or a stop is a double mark written wrong, not inches.
    if mark.glyph.system == .prime { cost += left == .digit ? 40 : 5 }
    if mark.glyph.isDouble, left == .letter || left == .space || right == .letter {
      if closesBeforeSpeaker(mark, left, right) { return cost - 90 }
      if closesBeforeJoiner(mark, right) { cost -= 40 }
      if left == .letter || left == .space, followsOpenWord(mark) { cost += 90 }
    }
    if left == .space, right == .letter, mark.glyph.side != .closing {
      if opensSpeech(mark) { return cost + 140 }
      if startsSentence(mark) { return cost + 30 }
    }
    return cost
  }

  /// Returns what a mark costs that opens or closes alone.
  func lonely(_ glyph: QuoteGlyph) -> Int32 { glyph.isDouble ? 120 : 45 }

  /// Returns what it costs that a mark closes what a glyph opened.
  func pairing(_ opening: QuoteGlyph, _ mark: Mark) -> Int32 {
    let closing = mark.glyph
    if opening.isDouble != closing.isDouble {
      return 110 + (closing.isDouble ? 0 : mark.crossing)
    }
    if opening.system != closing.system { return opening.isDouble ? 60 : 30 }
    // „German“ closes with the mark that opens in English.
    if opening == .lowDouble && closing == .leftDouble { return -80 }
    if opening == .lowSingle && closing == .leftSingle { return -80 }
    return 0
  }

  /// Returns what it costs that a quotation opens inside another.
  func nesting(_ glyph: QuoteGlyph, inside outer: QuoteGlyph?) -> Int32 {
    guard let outer else { return 0 }
    if glyph.isDouble != outer.isDouble { return 0 }
    return glyph.system == outer.system ? 70 : 30
  }
}

// MARK: - Neighbours

extension QuoteCosts {
  /// What stands beside a mark, without a space between.
  enum Neighbour {
    case edge, space, letter, digit, openingBracket, dash, closingMark, ellipsis, quote, symbol
  }

  private func neighbour(before index: Int) -> Neighbour {
    guard index > block.lowerBound else { return .edge }
    return tokens[index].flags.contains(.spaceBefore) ? .space : neighbour(tokens[index - 1])
  }

  private func neighbour(after index: Int) -> Neighbour {
    guard index + 1 < block.upperBound else { return .edge }
    let next = tokens[index + 1]
    return next.flags.contains(.spaceBefore) ? .space : neighbour(next)
  }

  private func neighbour(_ token: Token) -> Neighbour {
    switch token.kind {
    case .word: .letter
    case .number: .digit
    case .quote: .quote
    case .symbol: .symbol
    case .punctuation:
      switch token.hash {
      case 0x28, 0x5B, 0x7B, 0xBF, 0xA1: .openingBracket
      case 0x2D, 0x2010...0x2015, 0x2F: .dash
      case 0x2026: .ellipsis
      default: .closingMark
      }
    }
  }

  /// Tells whether a mark stands between the end of a sentence and a capital.
  func startsSentence(_ mark: QuoteMark) -> Bool {
    tokens[mark.lastToken + 1].flags.contains(.capitalized) && endsSentence(mark.token - 1)
  }

  /// Tells whether a token of the block is a full stop, `!` or `?` right before the next one.
  func endsSentence(_ index: Int) -> Bool {
    guard index >= block.lowerBound else { return false }
    let token = tokens[index]
    return token.isMark(".") || token.isMark("!") || token.isMark("?")
  }

  private func openingCost(_ left: Neighbour, _ right: Neighbour) -> Int32 {
    // What stands as a closing mark does in every respect hardly opens anything.
    if right == .space, left == .letter || left == .closingMark || left == .ellipsis { return 135 }
    let leftCost: Int32 =
      switch left {
      case .edge, .space, .openingBracket, .dash, .quote: 0
      case .symbol: 10
      case .closingMark, .ellipsis: 30
      case .letter, .digit: 70
      }
    let rightCost: Int32 =
      switch right {
      case .letter, .digit, .openingBracket, .quote, .symbol, .ellipsis: 0
      case .dash: 20
      case .space: 50
      case .closingMark: 80
      case .edge: 90
      }
    return leftCost + rightCost
  }

  private func closingCost(_ left: Neighbour, _ right: Neighbour) -> Int32 {
    let leftCost: Int32 =
      switch left {
      case .letter, .digit, .closingMark, .ellipsis, .quote, .symbol, .dash: 0
      case .space: 50
      case .openingBracket: 60
      case .edge: 90
      }
    let rightCost: Int32 =
      switch right {
      case .edge, .space, .closingMark, .ellipsis, .quote, .dash, .symbol: 0
      case .openingBracket: 20
      case .letter, .digit: 60
      }
    return leftCost + rightCost
  }
}
