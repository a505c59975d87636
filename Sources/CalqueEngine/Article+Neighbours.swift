public import CalqueText

extension Article {
  /// Returns the token at an index if it stands in a block, directly behind the one before it.
  public func joinedToken(_ index: Int) -> Token? {
    guard index < tokens.count, !tokens[index].flags.contains(.spaceBefore) else { return nil }
    return tokens[index]
  }

  /// Returns the index of the token before one in the same block; nil for the first.
  ///
  /// O(1).
  public func tokenBefore(_ index: Int) -> Int? {
    tokens[index].flags.contains(.blockStart) ? nil : index - 1
  }

  /// Returns the index of the token after one in the same block; nil for the last.
  ///
  /// O(1).
  public func tokenAfter(_ index: Int) -> Int? {
    let next = index + 1
    return next < tokens.count && !tokens[next].flags.contains(.blockStart) ? next : nil
  }
}
