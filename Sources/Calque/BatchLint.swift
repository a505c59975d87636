internal import CalqueEngine
internal import CalqueFindings
internal import CalqueFormats
internal import CalqueText

/// Lints short texts together, which takes less time than one by one; a long text goes section by
/// section.
struct BatchLint {
  /// A text, and what has been found in it.
  private struct Text {
    let source: Source
    var fingerprinting: Fingerprinting
    var result = Linter.Result()
    var isMarkup = false
  }

  /// A section that is still to be linted.
  private struct Pending {
    /// Number of the text that it is of.
    let text: Int
    let article: ExtractedText
    let isFirstArticle: Bool
    let section: Engine.Section
  }

  private let engine: Engine
  private let vocabulary: Vocabulary
  private let detail: FindingDetail
  private var texts: [Text] = []
  private var pending: [Pending] = []
  private var pendingBytes = 0

  init(_ engine: Engine, _ vocabulary: Vocabulary, _ detail: FindingDetail) {
    self.engine = engine
    self.vocabulary = vocabulary
    self.detail = detail
  }

  /// Adds the articles that `read` finds in a source.
  ///
  /// The fingerprints go on where those of an earlier part of the same file have ended.
  mutating func add(
    _ source: Source, _ fingerprinting: Fingerprinting = Fingerprinting(),
    reading read: ((ExtractedText) -> Void) -> [FormatFault]
  ) {
    let number = texts.count
    texts.append(Text(source: source, fingerprinting: fingerprinting))
    let faults = read { article in add(article, of: number) }
    texts[number].result.faults = faults
  }

  /// Lints what is left and returns what each text gave, and how its fingerprints would go on.
  mutating func finish() -> [(result: Linter.Result, fingerprinting: Fingerprinting)] {
    lintPending()
    return texts.map { text in
      var result = text.result
      // Parts of an article may stand in another order in the file, and articles inside each other.
      if text.isMarkup { result.findings = Self.sorted(result.findings) }
      return (result, text.fingerprinting)
    }
  }

  private mutating func add(_ article: ExtractedText, of text: Int) {
    let isFirstArticle = texts[text].result.articleCount == 0
    if !article.isContinuation { texts[text].result.articleCount += 1 }
    if !article.offsets.isIdentity { texts[text].isMarkup = true }
    let sections = ArticleSections(article.blocks, of: article.text).sections
    for (index, blocks) in sections.enumerated() {
      let section = Engine.Section(
        Document(
          text: article.text, blocks: Array(blocks), offsets: article.offsets),
        invalidSequences: Self.invalidSequences(of: article, in: index, of: sections),
        isFirst: index == 0 && !article.isContinuation)
      pending.append(
        Pending(text: text, article: article, isFirstArticle: isFirstArticle, section: section))
      pendingBytes += blocks.reduce(0) { $0 + Int($1.range.length) }
      if pendingBytes >= Linter.batchBytes { lintPending() }
    }
  }

  private mutating func lintPending() {
    let results = engine.run(on: pending.map(\.section), detail: detail)
    for (item, result) in zip(pending, results) { take(result, of: item) }
    pending.removeAll(keepingCapacity: true)
    pendingBytes = 0
  }

  /// Adds what a section gave to its text.
  private mutating func take(_ result: Engine.Result, of item: Pending) {
    let document = item.section.document
    texts[item.text].fingerprinting.beginSection()
    if item.section.isFirst, item.isFirstArticle {
      texts[item.text].result.evidence = result.evidence
    }
    var found = vocabulary.filter(result.findings, in: document)
    if detail == .complete {
      found = found.map { texts[item.text].fingerprinting.sign($0, in: document) }
    }
    let translation = FindingTranslation(item.article, texts[item.text].source)
    texts[item.text].result.findings += translation.translate(found)
  }

  /// Sorts findings of articles, and leaves one where two articles share a headline.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted().reduce(into: []) { kept, finding in
      if let last = kept.last, last.range == finding.range, last.rule == finding.rule { return }
      kept.append(finding)
    }
  }

  /// Returns the invalid sequences up to the end of a section that no earlier one has had.
  private static func invalidSequences(
    of article: ExtractedText, in index: Int, of sections: [ArraySlice<Block>]
  ) -> [TextRange] {
    guard !article.invalidSequences.isEmpty else { return [] }
    let isLast = index == sections.count - 1
    let start = index == 0 ? 0 : sections[index].first?.range.start ?? 0
    let end = isLast ? UInt32.max : sections[index + 1].first?.range.start ?? 0
    return article.invalidSequences.filter { $0.start >= start && $0.start < end }
  }
}
