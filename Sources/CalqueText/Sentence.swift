/// A sentence: a run of tokens inside one block, its final punctuation and closing marks included.
public struct Sentence: Sendable, Hashable {
  /// Indices of its tokens.
  public let tokens: Range<Int>
  /// Index of its block.
  public let block: Int
}
