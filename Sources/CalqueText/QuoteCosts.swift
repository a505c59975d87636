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
  private static let impossible: Int32 = 10_000

  private let tokens: [Token]
  private let text: [UInt8]
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
    var opening = openingCost(left, right)
    var closing = closingCost(left, right)
    switch mark.glyph.side {
    case .opening: closing += 80
    case .closing:
      // ’ before a word is often a single mark that was turned the wrong way.
      opening += takesUp ? 10 : mark.glyph.isDouble ? 80 : 35
    case .either: break
    }
    // ’em, ’tis, rock ’n’ roll, ’90s: hardly ever the first word of a quotation in single marks.
    if !mark.glyph.isDouble, startsElision(mark.lastToken, right) { opening += 30 }
    if mark.glyph.system == .prime {
      opening += 40
      // ″ after a word or a stop is a double mark written wrong, not inches.
      closing += left == .digit ? 40 : 5
    }
    if left == .space, right == .letter, mark.glyph.side != .closing, startsSentence(mark) {
      closing += 30
    }
    return Mark(
      glyph: mark.glyph, opening: opening, closing: closing,
      apostrophe: apostropheCost(mark, left, right), prime: primeCost(mark, left, right),
      crossing: left == .closingMark || left == .ellipsis ? 0 : 40)
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
  private enum Neighbour {
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
  private func startsSentence(_ mark: QuoteMark) -> Bool {
    guard mark.token > block.lowerBound else { return false }
    let before = tokens[mark.token - 1]
    return tokens[mark.lastToken + 1].flags.contains(.capitalized)
      && (before.isMark(".") || before.isMark("!") || before.isMark("?"))
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

// MARK: - Apostrophes and primes

extension QuoteCosts {
  /// Words that lose their first letters: ’em, ’tis, rock ’n’ roll.
  private static let elisions: Set<UInt64> = Set(
    """
    bout burbs cause cept cos cuz eighties em er fifties forties gainst hood lil n neath nineties \
    nother nuff ol ole round scuse seventies sixties spose thirties til till tis tude tween twas \
    twenties twere twill twould
    """.split(separator: " ").map { WordHash.of(String($0)) })

  /// What stands behind an apostrophe where markup has cut the word: `[The Hill]’s`.
  private static let clitics = Set(
    "d ll m re s t ve".split(separator: " ").map { WordHash.of(String($0)) })

  /// Words that never come after a possessive, and are not what a longer word leaves.
  private static let notOwned: Set<UInt64> = Set(
    """
    a an and are as at because but by can could did do does for from had has have he her his i if \
    in into is it its may might must nor not of on or our over said says she should so than that \
    the their them then there they this to was we were when where which while who will with would \
    you your
    """.split(separator: " ").map { WordHash.of(String($0)) })

  private func apostropheCost(
    _ mark: QuoteMark, _ left: Neighbour, _ right: Neighbour
  ) -> Int32 {
    if mark.glyph == .straightDouble { return possessiveCost(mark, left, right) }
    guard !mark.glyph.isDouble, hasApostrophes(mark.glyph.system) else { return Self.impossible }
    switch (left, right) {
    case (.letter, .letter), (.digit, .letter), (.letter, .digit):
      return 4
    case (.letter, _):
      let cost = droppingCost(mark.token - 1)
      guard mark.glyph.side == .opening else { return cost }
      // ‘ after a word that is no plural and no goin’ is rather the end of a quotation.
      return cost + (cost == 4 || endsInIn(mark.token - 1) ? 12 : 128)
    case (.digit, .digit):
      return 25
    case (.closingMark, .letter) where Self.clitics.contains(tokens[mark.lastToken + 1].hash):
      return 5
    case (.closingMark, _), (.ellipsis, _):
      return mark.glyph.side == .opening ? 100 : 60
    case (_, .letter), (_, .digit):
      return leadingCost(mark, right)
    default:
      return 40
    }
  }

  private func hasApostrophes(_ system: QuoteGlyph.System) -> Bool {
    system == .straight || system == .curly || system == .typewriter || system == .fullWidth
  }

  /// Returns what an apostrophe costs before a word: ’90s, ’em, or less likely any other word.
  private func leadingCost(_ mark: QuoteMark, _ right: Neighbour) -> Int32 {
    let word = tokens[mark.lastToken + 1]
    // A shoot-’em-up.
    let followsDash = mark.token > block.lowerBound && tokens[mark.token - 1].isMark("-")
    if word.kind == .number { return mark.glyph.side == .opening ? 28 : 14 }
    if startsElision(mark.lastToken, right) { return mark.glyph.side == .opening ? 12 : 0 }
    if followsDash { return 14 }
    if mark.glyph.side == .opening { return 54 }
    guard mark.glyph == .straightSingle else { return startsSentence(mark) ? 50 : 14 }
    return word.end - word.start > 3 || Self.notOwned.contains(word.hash) ? 50 : 14
  }

  /// Returns what an apostrophe costs after a word: the workers’, goin’, ol’.
  private func droppingCost(_ index: Int) -> Int32 {
    let word = tokens[index]
    let last = text[Int(word.end) - 1] | 0x20
    if last == 0x73 || last == 0x7A || last == 0x78 { return 4 }
    return word.end - word.start < 4 || endsInIn(index) || last >= 0x80 ? 12 : 50
  }

  /// Returns what it costs that a double mark stands for an apostrophe, as where a converter took
  /// the possessive of a plural for the end of a quotation.
  private func possessiveCost(
    _ mark: QuoteMark, _ left: Neighbour, _ right: Neighbour
  ) -> Int32 {
    // `"Hans" Geiger` quotes a name.
    guard left == .letter, right == .space, endsInS(mark.token - 1),
      mark.token - 2 < block.lowerBound || tokens[mark.token - 2].kind != .quote
    else { return Self.impossible }
    let next = tokens[mark.lastToken + 1]
    let mayBeOwned = next.kind == .word && !Self.notOwned.contains(next.hash)
    return mayBeOwned ? 95 : Self.impossible
  }

  /// Tells whether a word that has lost its first letters, or a year or decade, comes next.
  private func startsElision(_ token: Int, _ right: Neighbour) -> Bool {
    guard right == .letter || right == .digit else { return false }
    let word = tokens[token + 1]
    if word.kind == .number { return word.end - word.start == 2 }
    if word.flags.contains(.hasDigit) { return word.end - word.start == 3 }
    return Self.elisions.contains(word.hash)
  }

  private func primeCost(
    _ mark: QuoteMark, _ left: Neighbour, _ right: Neighbour
  ) -> Int32 {
    if mark.glyph.system == .prime { return left == .digit ? 0 : 60 }
    guard mark.token > block.lowerBound, tokens[mark.token - 1].kind == .number else {
      return Self.impossible
    }
    // `6 ' 1 "` is written with spaces, too.
    let isAttached = left == .digit
    guard mark.glyph.side != .opening, isAttached || right != .letter else {
      return Self.impossible
    }
    return (isAttached ? 20 : 45) + (mark.glyph.system == .straight ? 0 : 15)
  }

  private func endsInIn(_ index: Int) -> Bool {
    let end = Int(tokens[index].end)
    return tokens[index].range.length > 3 && text[end - 1] | 0x20 == 0x6E
      && text[end - 2] | 0x20 == 0x69
  }

  private func endsInS(_ index: Int) -> Bool {
    guard index >= block.lowerBound else { return false }
    let last = text[Int(tokens[index].end) - 1] | 0x20
    return last == 0x73 || last == 0x7A || last == 0x78
  }
}
