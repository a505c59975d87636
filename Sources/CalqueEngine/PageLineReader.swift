public import CalqueText

/// Recognises lines of the page between the paragraphs of an article.
public struct PageLineReader: Sendable {
  /// Tokens of the longest opening that is looked up.
  private static let longestOpening = 6
  /// Tokens of the longest line of furniture.
  private static let longestLine = 12
  /// Tokens of the longest line that is told by its opening: a longer one has a paragraph in it.
  private static let longestOpened = 26

  private let furniture: PhraseList
  private let openings: PhraseList
  private let links: PhraseList

  /// Creates a reader with the phrases of a lexicon.
  public init(_ lexicon: Lexicon) {
    furniture = lexicon.phrases("furniture")
    openings = lexicon.phrases("page-line-opening")
    links = lexicon.phrases("link-opening")
  }

  /// Tells whether a block of the body is a line of the page.
  public func isPageLine(_ block: Block, _ article: Article) -> Bool {
    let isBody = block.kind == .paragraph || block.kind == .subheading
    guard isBody || block.kind == .credit else { return false }
    return isFurniture(block, article) || isBody && opensLine(block, article)
  }

  /// Tells whether a block below the body is a line that pages have.
  public func isTailLine(_ block: Block, _ article: Article) -> Bool {
    block.kind == .tail && (isFurniture(block, article) || opensLine(block, article))
  }

  private func isFurniture(_ block: Block, _ article: Article) -> Bool {
    block.tokens.count <= Self.longestLine && !startsWithDots(block, article)
      && furniture.contains(article.tokens[block.tokens])
  }

  /// Tells whether a line goes on with a sentence: `… keep reading`.
  private func startsWithDots(_ block: Block, _ article: Article) -> Bool {
    block.tokens.first.map(article.isEllipsis) ?? true
  }

  private func opensLine(_ block: Block, _ article: Article) -> Bool {
    block.tokens.count <= Self.longestOpened && !startsWithDots(block, article)
      && openings.containsStart(of: block.tokens, in: article.tokens, longest: Self.longestOpening)
  }

  /// Returns the words with which a link to another story starts that has run into a paragraph; nil
  /// for any other block.
  public func linkOpening(of block: Block, _ article: Article) -> Range<Int>? {
    guard block.kind == .paragraph, block.tokens.count > Self.longestOpened else { return nil }
    // `See also the plan of the council` is a sentence.
    let start = block.tokens.prefix(Self.longestOpening)
    guard let colon = start.first(where: { article.tokens[$0].isMark(":") }),
      links.contains(article.tokens[block.tokens.lowerBound..<colon])
    else { return nil }
    return block.tokens.lowerBound..<colon
  }
}
