public import CalqueText

/// Recognises lines of the page between the paragraphs of an article.
public struct PageLineReader: Sendable {
  /// Tokens of the longest opening that is looked up.
  private static let longestOpening = 6
  /// Tokens of the longest line of furniture.
  private static let longestLine = 12

  private let furniture: PhraseList
  private let openings: PhraseList

  /// Creates a reader with the phrases of a lexicon.
  public init(_ lexicon: Lexicon) {
    furniture = lexicon.phrases("furniture")
    openings = lexicon.phrases("page-line-opening")
  }

  /// Tells whether a block of the body is a line of the page.
  public func isPageLine(_ block: Block, _ article: Article) -> Bool {
    let isBody = block.kind == .paragraph || block.kind == .subheading
    guard isBody || block.kind == .credit, !block.tokens.isEmpty else { return false }
    if block.tokens.count <= Self.longestLine, furniture.contains(article.tokens[block.tokens]) {
      return true
    }
    return isBody
      && openings.containsStart(
        of: block.tokens, in: article.tokens, longest: Self.longestOpening)
  }
}
