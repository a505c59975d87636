public import CalqueText

/// HTML: each article of a page, or its main part, or the whole page.
///
/// Headings, paragraphs, list items, captions and cells are blocks. Scripts, menus, forms' buttons,
/// code and what stands beside the article (`nav`, `aside`, `footer`) are not read.
public struct HTMLText: TextFormat {
  /// Creates the format.
  public init() {}

  /// Gives the articles of a page; any bytes are a page.
  public func readArticles(of source: Source, _ body: (ExtractedText) -> Void) -> [FormatFault] {
    if let fault = FormatFault.tooLong(source) { return [fault] }
    var reader = HTMLReader(source)
    return reader.read(body)
  }
}
