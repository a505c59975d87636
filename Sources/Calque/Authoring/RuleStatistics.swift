public import CalqueFindings
public import CalqueFormats
public import CalqueText

/// How often rules fire on some texts.
public struct RuleStatistics: Sendable, Hashable {
  /// Number of findings by rule; none for a rule that found nothing.
  public private(set) var counts: [RuleID: Int] = [:]
  /// Number of words and numbers.
  public private(set) var wordCount = 0
  /// Number of texts.
  public private(set) var textCount = 0

  /// Creates the statistics of no text.
  public init() {}

  /// Counts what a linter finds in one text.
  ///
  /// O(length).
  public init(of source: Source, as format: some TextFormat, by linter: Linter) {
    self.init(of: linter.lint(source, as: format).findings, in: source, as: format)
  }

  /// Counts the findings of one text.
  ///
  /// O(length).
  public init(
    of findings: [Finding], in source: Source, as format: some TextFormat = PlainText()
  ) {
    counts = Dictionary(findings.map { ($0.rule, 1) }, uniquingKeysWith: +)
    wordCount = source.wordCount(as: format)
    textCount = 1
  }

  /// Adds those of other texts.
  public mutating func add(_ other: RuleStatistics) {
    counts.merge(other.counts, uniquingKeysWith: +)
    wordCount += other.wordCount
    textCount += other.textCount
  }

  /// Number of findings of all rules.
  public var total: Int { counts.values.reduce(0, +) }

  /// Returns rules with their number of findings, the most first.
  public func ranking(_ rules: [RuleDescription]) -> [(rule: RuleDescription, count: Int)] {
    rules.map { ($0, counts[$0.id] ?? 0) }.sorted { left, right in
      left.count == right.count ? left.rule.id < right.rule.id : left.count > right.count
    }
  }
}

extension Source {
  /// Number of words and numbers of the text that the format has, markup left out.
  ///
  /// O(length).
  public func wordCount(as format: some TextFormat) -> Int {
    var count = 0
    _ = format.readArticles(of: self) { article in
      for blocks in ArticleSections(article.blocks, of: article.text).sections {
        let document = Document(text: article.text, blocks: Array(blocks))
        count += document.tokens.count(where: \.isWordLike)
      }
    }
    return count
  }
}
