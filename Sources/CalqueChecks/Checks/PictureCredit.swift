internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Who took a picture or supplied the text, said in the body: `Photo: Ana Ruiz`, `(EFE)`.
///
/// With the option `line` it is a line by itself between paragraphs, else a part of a paragraph.
/// What `page-line` reports is none of either.
struct PictureCredit: Check {
  static let options = [CheckOption("line", .flag)]

  /// Tokens of the longest line that is only a credit.
  private static let longestLine = 10

  private static let labels = ["photograph", "photo", "foto", "illustration"].map {
    WordHash.of($0)
  }
  /// Words that a line may start with besides: `Image credit: Ana Ruiz`.
  private static let lineLabels = labels + ["image", "picture"].map { WordHash.of($0) }
  private static let credit = WordHash.of("credit")
  /// Words behind `Photo:` that are words of Portuguese, or render one: rules of that pack see
  /// them.
  private static let reproductions = [
    "disclosure", "reproduction", "divulgação", "reprodução",
  ].map { WordHash.of($0) }

  private let isLine: Bool
  private let reader: PageLineReader
  private let agencies: PhraseList

  init(_ setup: CheckSetup) {
    isLine = setup.options["line"]?.first == "true"
    reader = setup.pageLines
    agencies = setup.lexicon.phrases("agency")
  }

  func faults(in article: Article) -> [Fault] {
    isLine ? linesOfCredits(article) : labelsInText(article).map { Fault($0) }
  }

  /// Returns the colons of `Photo: Name` in the paragraphs.
  private func labelsInText(_ article: Article) -> [TextRange] {
    article.tokens(of: Self.labels).compactMap { index in
      let block = article.document.blocks[article.document.block(ofToken: index)]
      guard block.isProse || block.kind == .subheading, isLabel(index, block, article),
        !isOnlyCredit(block, article), !reader.isPageLine(block, article)
      else { return nil }
      return article.tokens[index + 1].range
    }
  }

  private func isLabel(_ index: Int, _ block: Block, _ article: Article) -> Bool {
    guard index + 2 < block.tokens.upperBound, article.tokens[index + 1].isMark(":") else {
      return false
    }
    let name = article.tokens[index + 2]
    return name.kind == .word && name.flags.contains(.capitalized)
      && !Self.reproductions.contains(name.hash)
  }

  private func linesOfCredits(_ article: Article) -> [Fault] {
    let blocks = article.document.blocks
    guard let first = blocks.firstIndex(where: { $0.isProse }),
      let last = blocks.lastIndex(where: { $0.isProse && !isOnlyCredit($0, article) })
    else { return [] }
    return blocks.indices.compactMap { index in
      guard index > first, index < last, isOnlyCredit(blocks[index], article),
        !reader.isPageLine(blocks[index], article)
      else { return nil }
      let range = blocks[index].range
      let cut = TextRange(range.start, blocks[index + 1].range.start)
      return Fault(
        range, values: ["line": article.string(range)],
        fixes: [
          Fix(
            summary: "remove the line", edits: [Edit(range: cut, replacement: "")], safety: .review)
        ])
    }
  }

  /// Tells whether a block is a credit and nothing else.
  private func isOnlyCredit(_ block: Block, _ article: Article) -> Bool {
    guard block.kind != .headline, block.kind != .kicker, block.kind != .tail,
      (1...Self.longestLine).contains(block.tokens.count)
    else { return false }
    let tokens = article.tokens[block.tokens]
    var first = block.tokens.lowerBound
    if let opening = tokens.first, opening.isMark("("), let closing = tokens.last,
      closing.isMark(")")
    {
      if agencies.contains(tokens) { return true }
      first += 1
    }
    guard Self.lineLabels.contains(article.tokens[first].hash), tokens.last?.isMark(".") == false
    else { return false }
    if article.tokens[first + 1..<block.tokens.upperBound].first?.hash == Self.credit { first += 1 }
    return isLabel(first, block, article)
  }
}
