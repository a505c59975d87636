internal import CalqueText

/// Tells whether a line without a final mark is the only one of its article, so that it is no
/// heading, of which an article has several or none as a rule.
///
/// Of the headings and captions of 1,343 articles by people it takes none for prose, with what
/// ``ProseReader/hasMainClause(_:_:)`` asks of them; a single heading that is a sentence in the
/// past tense looks the same (Documentation/Measurements.md).
struct StoplessLineReader: Sendable {
  /// Lines without a final mark, of the whole page, in an article where one may stand out.
  private static let mostLines = 32
  /// Paragraphs of the shortest article of which it is known how they end.
  private static let leastParagraphs = 4

  /// Tokens of the longest heading that ends with a word such as `to`.
  private static let longestOpenHeading = 8

  private let pageLines: PageLineReader
  private let prose: ProseReader

  /// Creates a reader that knows lines of the page.
  init(_ pageLines: PageLineReader, _ prose: ProseReader) {
    self.pageLines = pageLines
    self.prose = prose
  }

  /// Tells whether a line stands in the body of an article that has no heading there.
  ///
  /// O(lines without a stop) and their tokens; there are few, or the answer is no.
  func isOnlyOne(_ index: Int, _ article: Article) -> Bool {
    let lines = article.rareBlocks.withoutStop
    guard lines.count <= Self.mostLines, standsInBody(index, article),
      article.document.blocks.count(where: { $0.kind == .paragraph }) >= Self.leastParagraphs
    else { return false }
    return !hasHeading(beside: index, article)
  }

  /// Tells whether a line is the last of an article and stands behind a paragraph with a final
  /// mark, where no heading is.
  func isLast(_ index: Int, _ article: Article) -> Bool {
    index > 1 && index == article.document.blocks.count - 1
      && article.document.blocks[index - 1].kind == .paragraph
      && !article.rareBlocks.withoutStop.contains(index - 1)
  }

  /// Tells whether a short line stands where headings do in an article that has others.
  func isAmongHeadings(_ index: Int, _ article: Article) -> Bool {
    article.document.blocks[index].tokens.count <= Self.longestOpenHeading
      && article.rareBlocks.withoutStop.count <= Self.mostLines && mayBeHeading(index, article)
      && hasHeading(beside: index, article)
  }

  /// Tells whether another line without a stop may be a heading.
  private func hasHeading(beside index: Int, _ article: Article) -> Bool {
    article.rareBlocks.withoutStop.contains { $0 != index && mayBeHeading($0, article) }
  }

  private func mayBeHeading(_ index: Int, _ article: Article) -> Bool {
    let block = article.document.blocks[index]
    return standsInBody(index, article) && prose.mayBeHeading(block, article)
      && !pageLines.isPageLine(block, article)
  }

  /// Tells whether a line stands below the first paragraph, between two that end with a mark.
  private func standsInBody(_ index: Int, _ article: Article) -> Bool {
    let blocks = article.document.blocks
    guard index > 1, index + 1 < blocks.count else { return false }
    return [index - 1, index + 1].allSatisfy { neighbour in
      blocks[neighbour].kind == .paragraph && !article.rareBlocks.withoutStop.contains(neighbour)
    }
  }
}
