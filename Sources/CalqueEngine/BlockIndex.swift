internal import CalqueText

/// The blocks of a document that few checks want, by what makes them rare.
///
/// O(blocks), one pass for all checks.
public struct BlockIndex: Sendable {
  /// Blocks that are no paragraphs.
  public private(set) var besideParagraphs: [Int] = []
  /// Blocks that start with a mark that is none of quotations: `(`, `—`.
  public private(set) var startingWithMark: [Int] = []
  /// Blocks that end with a word, or with `,`, `(`, `[` or `]`; a piece has no end.
  public private(set) var withoutStop: [Int] = []

  /// Looks through the blocks of a document.
  init(_ document: Document) {
    let tokens = document.tokens
    for (index, block) in document.blocks.enumerated() {
      if block.kind != .paragraph { besideParagraphs.append(index) }
      guard !block.tokens.isEmpty else { continue }
      let first = tokens[block.tokens.lowerBound]
      if first.kind == .punctuation || first.kind == .symbol { startingWithMark.append(index) }
      if !block.isPiece, Self.isNoStop(tokens[block.tokens.upperBound - 1]) {
        withoutStop.append(index)
      }
    }
  }

  private static func isNoStop(_ token: Token) -> Bool {
    token.kind == .word || token.isMark(",") || token.isMark("(") || token.isMark("[")
      || token.isMark("]")
  }
}
