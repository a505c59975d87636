internal import CalqueText

/// Reads a page: which elements are open, and so what the text is and which article it belongs to.
///
/// There is no tree. A list of the open elements that matter is enough, and an end tag closes what
/// it can; so the time is linear whatever the tags are, which that of browsers' rules is not.
struct HTMLReader {
  private struct OpenElement {
    let name: String
    let element: HTMLElement
    /// The start tag.
    let tag: Range<Int>
    /// What text directly inside is.
    let kind: Block.Kind?
    let isInCell: Bool
    /// Whether it has a writer of its own.
    let isArticle: Bool
  }

  /// Bytes of the longest heading that is taken into an article, so that no page makes it cost
  /// much.
  private static let longestHeadline = 2000

  private let source: Source
  private var tokenizer: HTMLTokenizer
  private var open: [OpenElement] = []
  /// Number of open elements by name, so that an end tag without a start costs nothing.
  private var counts: [String: Int] = [:]
  private var skippedCount = 0
  /// Writers of the page, of its main part, of an article, each inside the one before.
  private var writers: [HTMLBlockWriter]
  /// The elements that the writers behind the first one are for.
  private var writtenElements: [HTMLElement] = []
  private var mainTexts: [ExtractedText] = []
  private var articles: [ExtractedText] = []
  private var articleProse = 0
  private var hasArticles = false
  /// The heading of the page, else its title, for an article without its own.
  private var headline: Range<Int>?
  private var hasHeading = false

  init(_ source: Source) {
    self.source = source
    tokenizer = HTMLTokenizer(
      source.bytes, in: Int(source.byteOrderMarkLength)..<source.bytes.count)
    writers = [HTMLBlockWriter(source)]
  }

  /// Gives the articles of the page and returns what runs to its end because it is not closed.
  mutating func read(_ body: (ExtractedText) -> Void) -> [FormatFault] {
    while let token = tokenizer.next() {
      switch token {
      case .text(let range):
        if skippedCount == 0 { writers[writers.count - 1].write(range) }
      case .startTag(let name, let tag, let isSelfClosing):
        if let element = HTMLElement(name) { start(name, element, tag, isSelfClosing) }
      case .endTag(let name, let tag):
        if let element = HTMLElement(name) { end(name, element, tag) }
      }
      giveArticles(body)
    }
    while !open.isEmpty { close(at: source.bytes.count) }
    giveArticles(body)
    giveRest(body)
    return tokenizer.unclosed.map { [FormatFault(unclosed: $0.name, at: $0.offset)] } ?? []
  }

  private mutating func giveArticles(_ body: (ExtractedText) -> Void) {
    guard !articles.isEmpty else { return }
    articles.forEach(body)
    articleProse += articles.reduce(0) { $0 + Self.prose(of: $1) }
    articles.removeAll()
    hasArticles = true
  }

  /// Gives what stands outside of articles, if it is the larger part: some pages mark only the
  /// teasers of other stories as articles.
  private mutating func giveRest(_ body: (ExtractedText) -> Void) {
    writers[0].endBlock(nil)
    let rest = mainTexts.isEmpty ? [writers[0].finish()] : mainTexts
    guard !hasArticles || rest.reduce(0, { $0 + Self.prose(of: $1) }) > articleProse else { return }
    rest.forEach(body)
  }

  private static func prose(of text: ExtractedText) -> Int {
    text.blocks.reduce(0) { $0 + ($1.kind == .paragraph ? Int($1.range.length) : 0) }
  }
}

// MARK: - Tags

extension HTMLReader {
  private var kind: Block.Kind? { open.last?.kind }

  private mutating func start(
    _ name: String, _ element: HTMLElement, _ tag: Range<Int>, _ isSelfClosing: Bool
  ) {
    switch element {
    case .title: readTitle()
    case .raw: _ = tokenizer.rawText(of: name)
    case .plaintext: tokenizer.skipRest()
    case .lineBreak where skippedCount == 0:
      writers[writers.count - 1].breakLine(tag, in: kind)
    case .ruler: endBlock()
    case .lineBreak: break
    case .quotation: if skippedCount == 0 { write("“", tag) }
    case .symbol, .skipped:
      // In SVG and MathML a tag may close itself.
      if !isSelfClosing || name != "svg" && name != "math" { push(name, element, tag) }
    case .block, .article, .main, .skippedBlock:
      closeImplied(before: name)
      endBlock()
      push(name, element, tag)
    }
  }

  private mutating func end(_ name: String, _ element: HTMLElement, _ tag: Range<Int>) {
    switch element {
    case .quotation: if skippedCount == 0 { write("”", tag) }
    case .lineBreak, .ruler, .title, .raw, .plaintext: break
    case .block, .article, .main, .skippedBlock, .skipped, .symbol:
      let key = Self.key(name)
      guard counts[key, default: 0] > 0 else {
        if element.isBlock { endBlock() }
        return
      }
      while let last = open.last {
        close(at: tag.lowerBound, end: tag.upperBound)
        if last.name == key { break }
      }
    }
  }

  /// Closes the elements that end where another one starts: a paragraph before any block, an item
  /// before the next.
  private mutating func closeImplied(before name: String) {
    if open.last?.name == "p" { close(at: tokenizer.offset) }
    guard let last = open.last?.name else { return }
    let endsLast =
      switch name {
      case "li": last == "li"
      case "dt", "dd": last == "dt" || last == "dd"
      case "td", "th": last == "td" || last == "th"
      default: false
      }
    if endsLast { close(at: tokenizer.offset) }
  }

  private mutating func push(_ name: String, _ element: HTMLElement, _ tag: Range<Int>) {
    let isCell = name == "td" || name == "th"
    let outer = open.last
    var kind = outer?.kind
    if case .block(let own) = element {
      if own != nil {
        kind = own
      } else if name == "p", outer?.isInCell ?? false || kind == .headline || kind == .subheading {
        kind = nil
      }
    }
    let isArticle = skippedCount == 0 && startsArticle(element)
    open.append(
      OpenElement(
        name: Self.key(name), element: element, tag: tag, kind: kind,
        isInCell: isCell || outer?.isInCell ?? false, isArticle: isArticle))
    counts[Self.key(name), default: 0] += 1
    if element.isSkipped { skippedCount += 1 }
    guard isArticle else { return }
    writers.append(HTMLBlockWriter(source))
    writtenElements.append(element)
    if !hasArticles, let headline, headline.count <= Self.longestHeadline {
      writers[writers.count - 1].borrowHeadline(headline)
    }
  }

  private func startsArticle(_ element: HTMLElement) -> Bool {
    switch element {
    case .article: writtenElements.last != .article
    case .main: writtenElements.isEmpty
    default: false
    }
  }

  /// Closes the innermost element; its text ends at `offset`, its tag at `end`.
  private mutating func close(at offset: Int, end: Int? = nil) {
    let last = open[open.count - 1]
    if skippedCount == 0, last.element.isBlock { writers[writers.count - 1].endBlock(last.kind) }
    open.removeLast()
    counts[last.name, default: 1] -= 1
    if last.element.isSkipped {
      skippedCount -= 1
      if skippedCount == 0, last.element == .symbol {
        write("\u{FFFC}", last.tag.lowerBound..<(end ?? offset))
      }
    }
    if last.isArticle { finishArticle(last.element) }
    if !hasHeading, skippedCount == 0, case .block(.headline) = last.element {
      headline = last.tag.upperBound..<max(last.tag.upperBound, offset)
      hasHeading = true
    }
  }

  private mutating func finishArticle(_ element: HTMLElement) {
    writtenElements.removeLast()
    guard var writer = writers.popLast(), writer.hasText else { return }
    if element == .main {
      mainTexts.append(writer.finish())
    } else {
      articles.append(writer.finish())
    }
  }

  private mutating func readTitle() {
    let range = tokenizer.rawText(of: "title")
    guard skippedCount == 0, headline == nil else { return }
    headline = range
    if writers.count == 1, !writers[0].hasText { writers[0].borrowHeadline(range) }
  }

  private mutating func endBlock() {
    if skippedCount == 0 { writers[writers.count - 1].endBlock(kind) }
  }

  private mutating func write(_ symbol: String, _ tag: Range<Int>) {
    writers[writers.count - 1].write(symbol: symbol, for: tag)
  }

  /// The name under which an element is kept: the end of any heading ends the one that is open.
  private static func key(_ name: String) -> String {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": "h"
    default: name
    }
  }
}

extension FormatFault {
  fileprivate init(unclosed name: String, at offset: Int) {
    self.init(
      offset: UInt32(offset), message: "\(name) is not closed, so the rest of the page is not read")
  }
}
