internal import CalqueText

/// Recognises rows of short lines that stand close together in an article whose paragraphs have an
/// empty line between them: verse, a table, an address, a list of dates.
struct LineRowReader {
  /// Lines of the shortest row: two may be a paragraph and its caption.
  private static let leastLines = 3
  /// Tokens of the longest line.
  private static let longestLine = 14
  /// Empty lines of an article whose paragraphs have them.
  private static let leastEmptyLines = 3

  private let article: Article
  private let hasEmptyLines: Bool

  /// O(blocks); where paragraphs have empty lines between them, O(1).
  init(_ article: Article) {
    self.article = article
    let edges = 1..<max(1, article.document.blocks.count)
    let empty = edges.lazy.filter { !Self.isClose($0, article) }.prefix(Self.leastEmptyLines)
    hasEmptyLines = empty.count == Self.leastEmptyLines
  }

  /// Tells whether a block is a line of such a row.
  ///
  /// O(1), however long the row is.
  func contains(_ index: Int) -> Bool {
    guard hasEmptyLines else { return false }
    let reach = Self.leastLines - 1
    let before = (max(0, index - reach)..<index).reversed().prefix {
      continuesRow($0 + 1)
    }
    let end = min(index + reach, article.document.blocks.count - 1)
    let behind = (index..<max(index, end)).prefix { continuesRow($0 + 1) }
    return before.count + 1 + behind.count >= Self.leastLines
  }

  /// Tells whether a block and the one before it are short and stand close together.
  private func continuesRow(_ index: Int) -> Bool {
    let blocks = article.document.blocks
    return Self.isClose(index, article)
      && max(blocks[index - 1].tokens.count, blocks[index].tokens.count) <= Self.longestLine
  }

  /// Tells whether one line end alone stands before a block.
  private static func isClose(_ index: Int, _ article: Article) -> Bool {
    let blocks = article.document.blocks
    let gap = Int(blocks[index - 1].range.end)..<Int(blocks[index].range.start)
    return article.document.text[gap].count { $0 == 0x0A } == 1
  }
}
