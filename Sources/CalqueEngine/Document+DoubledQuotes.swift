public import CalqueText

extension Document {
  /// Returns the closing mark of a quotation that is all that the one before holds, `""so""`; nil
  /// for any other mark.
  ///
  /// O(1).
  public func closingMark(ofDoubled index: Int) -> Int? {
    guard index > 0, marks[index].role == .opening, marks[index - 1].role == .opening,
      marks[index - 1].lastToken + 1 == marks[index].token,
      marks[index - 1].glyph == marks[index].glyph,
      let closing = marks[index].partner, let outer = marks[index - 1].partner,
      marks[closing].lastToken + 1 == marks[outer].token
    else { return nil }
    return closing
  }
}
