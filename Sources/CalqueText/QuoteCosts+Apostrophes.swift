/// What a mark costs as an apostrophe or a prime.
extension QuoteCosts {
  /// Words that lose their first letters: ’em, ’tis, rock ’n’ roll, the ’Ndrangheta.
  private static let elisions = WordSet(
    """
    bout burbs cause cept cos cuz eighties em er fifties forties gainst hood lil n ndrangheta \
    neath nineties nother nuff ol ole round scuse seventies sixties spose thirties til till tis \
    tude tween twas twenties twere twill twould
    """)

  /// What stands behind an apostrophe where markup has cut the word: `[The Hill]’s`.
  private static let clitics = WordSet("d ll m re s t ve")

  /// Words that never come after a possessive, and are not what a longer word leaves.
  private static let notOwned = WordSet(
    """
    a also an and are as at because but by can could did do does especially even for from had has \
    have he her his i if in into is it its just may might must nor not of on only or our over particularly said says \
    she should so than that the their them then there they this to was we were when where which \
    while who will with would you your
    """)

  func apostropheCost(
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
      !Self.notOwned.contains(tokens[mark.token - 1].hash),
      mark.token - 2 < block.lowerBound || tokens[mark.token - 2].kind != .quote
    else { return Self.impossible }
    let next = tokens[mark.lastToken + 1]
    let mayBeOwned = next.kind == .word && !Self.notOwned.contains(next.hash)
    return mayBeOwned ? 95 : Self.impossible
  }

  /// Tells whether a word that has lost its first letters, or a year or decade, comes next.
  func startsElision(_ token: Int, _ right: Neighbour) -> Bool {
    guard right == .letter || right == .digit else { return false }
    let word = tokens[token + 1]
    if word.kind == .number { return word.end - word.start == 2 }
    if word.flags.contains(.hasDigit) { return word.end - word.start == 3 }
    return Self.elisions.contains(word.hash)
  }

  func primeCost(
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
