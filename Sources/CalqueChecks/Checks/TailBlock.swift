internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Lines of the page that were scraped along after the end of the article.
struct TailBlock: Check {
  static let options = [CheckOption("least-lines", .count)]
  /// Tokens of the longest line with the initials of its writers.
  private static let mostInitials = 6

  private let pageLines: PageLineReader
  private let agencies: WordList
  /// Lines that make a tail when none of them is known.
  private let leastUnknownLines: Int

  init(_ setup: CheckSetup) {
    pageLines = setup.pageLines
    agencies = setup.lexicon.list("wire")
    leastUnknownLines = setup.number("least-lines", default: 3)
  }

  func faults(in article: Article) -> [Fault] {
    let lines = article.rareBlocks.besideParagraphs.map { article.document.blocks[$0] }
      .filter { $0.kind == .tail }
    guard let first = lines.first, let last = lines.last else { return [] }
    let isKnown = lines.contains {
      pageLines.isTailLine($0, article) || isInitialled($0, article)
    }
    guard isKnown || lines.count >= leastUnknownLines && !isBox(lines, article) else {
      return []
    }
    let range = TextRange(first.range.start, last.range.end)
    let before = article.document.blocks.last { $0.range.end < first.range.start }
    let cut = TextRange(before?.range.end ?? range.start, range.end)
    return [
      Fault(
        range,
        values: [
          "stand": lines.count == 1
            ? "1 line of the page stands" : "\(lines.count) lines of the page stand"
        ],
        related: lines.dropFirst().map {
          .init(range: $0.range, note: "“\(article.string($0.range))” belongs to the page, too")
        },
        fixes: [
          Fix(
            summary: "cut the text after the article", edits: [Edit(range: cut, replacement: "")],
            safety: .review)
        ])
    ]
  }

  /// Tells whether a line has an agency and who wrote for it: `dpa/abc`.
  private func isInitialled(_ line: Block, _ article: Article) -> Bool {
    let first = line.tokens.lowerBound
    return (2...Self.mostInitials).contains(line.tokens.count)
      && article.token(first, isIn: agencies) && article.tokens[first + 1].isMark("/")
  }

  /// Tells whether half of some lines have a number or a label, as those of a box with figures,
  /// results, years or who made a film do.
  private func isBox(_ lines: [Block], _ article: Article) -> Bool {
    let entries = lines.count { line in
      line.tokens.contains { article.tokens[$0].hasFigures }
        || line.tokens.dropLast().contains { article.tokens[$0].isMark(":") }
    }
    return entries * 2 >= lines.count
  }
}
