public import CalqueText

extension Article {
  /// Returns the token at an index if it stands in a block, directly behind the one before it.
  @inlinable
  public func joinedToken(_ index: Int) -> Token? {
    guard index < tokens.count, !tokens[index].flags.contains(.spaceBefore) else { return nil }
    return tokens[index]
  }

  /// Tells whether a token starts an ellipsis: `…`, `...`.
  ///
  /// O(1).
  public func isEllipsis(_ index: Int) -> Bool {
    tokens[index].isMark("…")
      || document.text[Int(tokens[index].start)...].starts(with: "...".utf8)
  }

  /// Returns the index of the token before one in the same block; nil for the first.
  ///
  /// O(1).
  @inlinable
  public func tokenBefore(_ index: Int) -> Int? {
    tokens[index].flags.contains(.blockStart) ? nil : index - 1
  }

  /// Returns the index of the token after one in the same block; nil for the last.
  ///
  /// O(1).
  @inlinable
  public func tokenAfter(_ index: Int) -> Int? {
    let next = index + 1
    return next < tokens.count && !tokens[next].flags.contains(.blockStart) ? next : nil
  }

  /// Returns the index of the first token of the sentence that a token stands in.
  ///
  /// O(tokens between them).
  public func sentenceStart(of index: Int) -> Int {
    var start = index
    while !tokens[start].flags.contains(.sentenceStart) { start -= 1 }
    return start
  }

  /// Returns the index behind the last token of the sentence that a token stands in.
  ///
  /// O(tokens between them).
  public func sentenceEnd(of index: Int) -> Int {
    var end = index + 1
    while end < tokens.count, !tokens[end].flags.contains(.sentenceStart) { end += 1 }
    return end
  }
}
