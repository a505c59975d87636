public import CalqueFindings
public import CalqueText

/// The spaces on both sides of a quotation's marks, and the edits that put them right.
struct QuoteSides {
  /// What may follow a closing mark without a space: `two “Titanic”s`.
  private static let endings = ["s", "es", "d", "ed", "er", "ers", "ing", "ish", "th"]

  let document: Document
  let block: Range<Int>
  let opening: QuoteMark
  let closing: QuoteMark

  private var tokens: [Token] { document.tokens }

  // MARK: What stands beside the marks

  /// `said“ hello”`: the opening mark has changed sides with its space.
  var isOpeningMoved: Bool { isGlued(before: opening) && isSpaceInside(after: opening) }

  /// `hand, “said`: the closing mark has.
  var isClosingMoved: Bool { isSpaceInside(before: closing) && isGlued(after: closing) }

  var isOpeningDetached: Bool { isSpaceInside(after: opening) }

  var isClosingDetached: Bool { isSpaceInside(before: closing) && !followsSpacedDots }

  var isOpeningGlued: Bool { isGlued(before: opening) }

  var isClosingGlued: Bool { isGlued(after: closing) }

  /// Tells whether a space stands between an opening mark and a word; marks of nested quotations
  /// may have a thin space between them.
  private func isSpaceInside(after mark: QuoteMark) -> Bool {
    let next = mark.lastToken + 1
    return next < block.upperBound && tokens[next].flags.contains(.spaceBefore)
      && tokens[next].kind != .quote
  }

  private func isSpaceInside(before mark: QuoteMark) -> Bool {
    mark.token > block.lowerBound && tokens[mark.token].flags.contains(.spaceBefore)
      && tokens[mark.token - 1].kind != .quote
  }

  /// `. . . ”`: dots with spaces are set so on purpose.
  private var followsSpacedDots: Bool {
    let last = tokens[closing.token - 1]
    return last.isMark(".") && last.flags.contains(.spaceBefore)
  }

  /// Tells whether a word or the end of a sentence runs into an opening mark.
  private func isGlued(before mark: QuoteMark) -> Bool {
    guard mark.token > block.lowerBound, !tokens[mark.token].flags.contains(.spaceBefore) else {
      return false
    }
    let previous = tokens[mark.token - 1]
    return previous.isWordLike || [",", ";", ":", ".", "!", "?"].contains { previous.isMark($0) }
  }

  /// Tells whether a word runs into a closing mark; an ending may.
  private func isGlued(after mark: QuoteMark) -> Bool {
    let next = mark.lastToken + 1
    guard next < block.upperBound else { return false }
    let word = tokens[next]
    guard word.isWordLike, !word.flags.contains(.spaceBefore) else { return false }
    guard !tokens[mark.token].flags.contains(.spaceBefore),
      tokens[mark.token - 1].kind != .punctuation
    else { return true }
    return !Self.endings.contains {
      $0.utf8.elementsEqual(document.text[word.range.indices])
    }
  }

  /// Tells whether straight marks with this slip may be ends of two quotations as well: one that
  /// opens after a stop or closes before a capital looks the same.
  func mayBeOtherQuotations(_ kind: QuoteSlip.Kind) -> Bool {
    guard kind == .moved || kind == .glued, opening.glyph.side == .either else { return false }
    let followsStop =
      isGlued(before: opening) && tokens[opening.token - 1].kind == .punctuation
    let precedesCapital =
      isGlued(after: closing) && tokens[closing.lastToken + 1].flags.contains(.capitalized)
    return followsStop || precedesCapital
  }

  // MARK: Mending

  /// Returns the edits that give the quotation these marks, and spaces where they belong.
  func edits(to target: (opening: String, closing: String)) -> [Edit] {
    [
      edit(
        of: opening, to: target.opening,
        before: isGlued(before: opening) ? " " : nil,
        after: isSpaceInside(after: opening) ? "" : nil
      ),
      edit(
        of: closing, to: target.closing,
        before: isClosingDetached ? "" : nil, after: isGlued(after: closing) ? " " : nil),
    ].compactMap(\.self)
  }

  /// Returns the edit that writes a mark and the gaps beside it anew; nil where nothing changes.
  ///
  /// A gap that is nil stays.
  private func edit(
    of mark: QuoteMark, to text: String, before: String?, after: String?
  ) -> Edit? {
    let range = document.range(of: mark.token..<mark.lastToken + 1)
    guard before != nil || after != nil || document.string(range) != text else { return nil }
    let start = before == nil ? range.start : tokens[mark.token - 1].end
    let end = after == nil ? range.end : tokens[mark.lastToken + 1].start
    return Edit(range: TextRange(start, end), replacement: (before ?? "") + text + (after ?? ""))
  }
}

extension Document {
  /// Tells whether a mark of a pair has its space inside, or none outside.
  public func areSidesWrong(opening: QuoteMark, closing: QuoteMark) -> Bool {
    let sides = QuoteSides(
      document: self, block: blocks[block(ofToken: opening.token)].tokens, opening: opening,
      closing: closing)
    return sides.isOpeningDetached || sides.isClosingDetached || sides.isOpeningGlued
      || sides.isClosingGlued
  }

  /// Returns the edit that brings a closing mark without partner back to its side of the space:
  /// `so, "said Vega`; nil where it stands there.
  public func movingEdit(ofClosing mark: Int, to text: String) -> Edit? {
    let closing = marks[mark]
    let block = blocks[block(ofToken: closing.token)].tokens
    let next = closing.lastToken + 1
    guard closing.token > block.lowerBound, next < block.upperBound,
      tokens[closing.token].flags.contains(.spaceBefore),
      !tokens[next].flags.contains(.spaceBefore), tokens[next].isWordLike
    else { return nil }
    return Edit(
      range: TextRange(tokens[closing.token - 1].end, tokens[next].start), replacement: text + " ")
  }
}
