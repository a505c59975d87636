internal import CalqueText

/// Single marks that open a quotation with their space on the wrong side, or with none, where they
/// look as an apostrophe does.
extension QuotePlaces {
  /// Tokens of a quotation in single marks that is looked for so, at most.
  private static let longestSingle = 6
  /// Letters behind a glued mark, at least: fewer may be an ending.
  private static let leastGlued = 4
  /// Words that have no apostrophe at their end.
  private static let leaders = WordSet(
    "a an and as at by for from her his in into its of on or our than that the their this to with")
  /// Words that lose their last letters: ol’, th’.
  private static let clipped = WordSet("an fo gran lil mo o ol po th ya yo")

  /// Returns the bytes of the mark that opens what a lone one closes, with the space behind it:
  /// `the' pier'`, `the'pier'`; for one that itself is on the wrong side, `the'pier 'is`.
  func gluedOpening(before index: Int) -> TextRange? {
    let mark = document.marks[index]
    let isMoved = mark.role == .opening
    guard mark.glyph == .straightSingle || mark.glyph == .rightSingle,
      isMoved == tokens[mark.token].flags.contains(.spaceBefore)
    else { return nil }
    let first = max(block.tokens.lowerBound, mark.token - Self.longestSingle)
    for token in (first..<mark.token).reversed() {
      if tokens[token].kind == .word, let range = gluedMark(in: token) { return range }
      if tokens[token].kind == .quote {
        return isMoved ? nil : movedMark(token, before: mark.token, glyph: mark.glyph)
      }
      guard tokens[token].isWordLike || tokens[token].isMark("-") else { return nil }
    }
    return nil
  }

  /// Returns the bytes of the apostrophe between a small word, which has none, and a longer one.
  private func gluedMark(in token: Int) -> TextRange? {
    let range = tokens[token].range
    let text = document.text
    guard let place = range.indices.first(where: { text[$0] == 0x27 || text[$0] == 0xE2 }) else {
      return nil
    }
    let end = text[place] == 0x27 ? place + 1 : place + 3
    guard place > range.indices.lowerBound, range.indices.upperBound - end >= Self.leastGlued,
      text[place] == 0x27 || text[place..<end].elementsEqual([0xE2, 0x80, 0x99])
    else { return nil }
    let leader = document.string(TextRange(range.start, UInt32(place))).lowercased()
    return Self.leaders.contains(WordHash.of(leader))
      ? TextRange(UInt32(place), UInt32(end)) : nil
  }

  /// Returns the bytes of a mark that was read as an apostrophe, and of the space behind it.
  private func movedMark(_ token: Int, before end: Int, glyph: QuoteGlyph) -> TextRange? {
    guard let index = document.mark(ofToken: token), document.marks[index].role == .apostrophe,
      document.marks[index].glyph == glyph, token > block.tokens.lowerBound, token + 1 < end,
      !tokens[token].flags.contains(.spaceBefore),
      tokens[token + 1].flags.contains(.spaceBefore), mayStandAlone(token - 1)
    else { return nil }
    return TextRange(tokens[token].start, tokens[token + 1].start)
  }

  /// Tells whether a word is none that has an apostrophe at its end: no plural, no goin’, no ol’.
  private func mayStandAlone(_ token: Int) -> Bool {
    let word = tokens[token]
    guard word.kind == .word, !Self.clipped.contains(word.hash) else { return false }
    let letters = document.foldedBytes(of: word)
    guard let last = letters.last, last < 0x80 else { return false }
    return ![UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "x")].contains(last)
      && !letters.suffix(2).elementsEqual("in".utf8)
  }
}
