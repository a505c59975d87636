internal import CalqueText

/// What an element of HTML means for the text in it.
enum HTMLElement: Hashable {
  /// A stretch of its own; with what it is to its reader, where the element says.
  case block(Block.Kind?)
  /// The largest thing that is one article, and the part of a page that is no menu.
  case article, main
  /// The title of the page.
  case title
  /// A line that ends, or might.
  case lineBreak, ruler
  /// Text in quotation marks that the browser writes.
  case quotation
  /// Inside a line, no prose: one symbol stands for it.
  case symbol
  /// No text for readers of the article; a block of its own or inside a line.
  case skippedBlock, skipped
  /// The same, and no tag but its own end is one in it.
  case raw
  /// Everything after it is text as it is written, and not read.
  case plaintext

  /// Returns what an element is; nil for one that only marks text: `b`, `a`, `span`, unknown ones.
  init?(_ name: String) {
    guard let element = Self.elements[name] else { return nil }
    self = element
  }

  /// Whether text inside it is not read.
  var isSkipped: Bool {
    switch self {
    case .skippedBlock, .skipped, .raw, .symbol, .title, .plaintext: true
    case .block, .article, .main, .lineBreak, .ruler, .quotation: false
    }
  }

  /// Whether text before and after its tags belongs to different blocks.
  var isBlock: Bool {
    switch self {
    case .block, .article, .main, .skippedBlock, .ruler: true
    case .title, .lineBreak, .quotation, .symbol, .skipped, .raw, .plaintext: false
    }
  }

  /// After section 15.3 of the WHATWG HTML standard, which says how elements are shown.
  private static let elements: [String: HTMLElement] = {
    var elements: [String: HTMLElement] = [
      "article": .article, "main": .main, "title": .title, "br": .lineBreak, "hr": .ruler,
      "q": .quotation, "plaintext": .plaintext, "h1": .block(.headline),
      "figcaption": .block(.caption), "caption": .block(.caption), "summary": .block(.subheading),
    ]
    func add(_ names: String, _ element: HTMLElement) {
      for name in names.split(separator: " ") { elements[String(name)] = element }
    }
    add("h2 h3 h4 h5 h6", .block(.subheading))
    add("li dt dd td th", .block(.listItem))
    add(
      "address blockquote body center details dialog dir div dl fieldset figure form header hgroup"
        + " html legend menu ol optgroup p section table tbody tfoot thead tr ul", .block(nil))
    add("code kbd samp math", .symbol)
    add("nav aside footer search pre listing", .skippedBlock)
    add(
      "svg canvas audio video object template button select datalist rp rt noscript", .skipped)
    add("script style textarea xmp iframe noembed noframes", .raw)
    return elements
  }()
}
