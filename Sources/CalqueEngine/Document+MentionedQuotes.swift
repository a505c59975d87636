public import CalqueText

/// Marks that are spoken of, or stand for the words above them, rather than quote.
extension Document {
  /// Words for a glyph that is spoken of.
  private static let glyphNouns = WordSet(
    """
    apostrophe apostrophes character characters glyph glyphs inch inches key keys mark marks quote \
    quotes sign signs symbol symbols
    """)
  private static let joiners = WordSet("and or to")

  /// Tells whether a mark leans on no word, before or after it.
  func isFree(_ mark: QuoteMark, in block: Range<Int>) -> Bool {
    let next = mark.lastToken + 1
    return tokens[mark.token].flags.contains(.spaceBefore)
      && (next == block.upperBound || tokens[next].flags.contains(.spaceBefore))
  }

  /// Tells whether a mark is spoken of rather than used: `the " key`, `(“)`.
  func isMentioned(_ mark: QuoteMark, in block: Range<Int>) -> Bool {
    let (before, after) = (mark.token - 1, mark.lastToken + 1)
    let (hasBefore, hasAfter) = (before >= block.lowerBound, after < block.upperBound)
    if hasBefore, hasAfter, tokens[before].isMark("("), tokens[after].isMark(")") { return true }
    guard isFree(mark, in: block) else { return false }
    return hasBefore && isGlyphNoun(before) || hasAfter && isGlyphNoun(after)
  }

  /// Tells whether two marks that look like a pair are spoken of: `the marks “ and ”`.
  public func isMentioned(
    _ opening: QuoteMark, with closing: QuoteMark, in block: Range<Int>
  ) -> Bool {
    let inner = opening.lastToken + 1..<closing.token
    guard isFree(opening, in: block) || isFree(closing, in: block) else { return false }
    if inner.count == 1, let word = inner.first { return Self.joiners.contains(tokens[word].hash) }
    return isMentioned(opening, in: block) || isMentioned(closing, in: block)
  }

  /// Tells whether a mark repeats what stands above it in a column.
  func isDitto(_ mark: QuoteMark, in block: Range<Int>) -> Bool {
    guard mark.glyph.isDouble, isFree(mark, in: block), let last = block.last,
      last == mark.lastToken || !tokens[last].isMark(".")
    else { return false }
    let start = Int(tokens[mark.token].start)
    let end = Int(tokens[mark.lastToken].end)
    return isWide(start - 2..<start) || last != mark.lastToken && isWide(end..<end + 2)
  }

  /// Tells whether bytes are two spaces, or a tab is among them.
  private func isWide(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return false }
    let bytes = text[range]
    return bytes.contains(0x09) || bytes.allSatisfy { $0 == 0x20 }
  }

  private func isGlyphNoun(_ token: Int) -> Bool { Self.glyphNouns.contains(tokens[token].hash) }
}
