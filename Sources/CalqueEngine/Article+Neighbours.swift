public import CalqueText

extension Article {
  /// Returns the token at an index if it stands in a block, directly behind the one before it.
  public func joinedToken(_ index: Int) -> Token? {
    guard index < tokens.count, !tokens[index].flags.contains(.spaceBefore) else { return nil }
    return tokens[index]
  }

  /// Returns the index of the token before one in the same block; nil for the first.
  ///
  /// O(log blocks).
  public func tokenBefore(_ index: Int) -> Int? {
    let block = document.blocks[document.block(ofToken: index)]
    return index > block.tokens.lowerBound ? index - 1 : nil
  }

  /// Returns the index of the token after one in the same block; nil for the last.
  ///
  /// O(log blocks).
  public func tokenAfter(_ index: Int) -> Int? {
    let block = document.blocks[document.block(ofToken: index)]
    return index + 1 < block.tokens.upperBound ? index + 1 : nil
  }
}
