public import CalqueFormats
public import CalqueText

/// Markdown (CommonMark with tables and strikethrough): the whole page is one article.
///
/// Headings, paragraphs, list items and cells are blocks. Code, HTML blocks, addresses and the
/// settings at the top are not read, but for the title there, which is the headline of a page
/// without a heading of the first level.
public struct MarkdownText: TextFormat {
  /// Creates the format.
  public init() {}

  /// Gives the page; any bytes are Markdown.
  public func readArticles(of source: Source, _ body: (ExtractedText) -> Void) -> [FormatFault] {
    if let fault = FormatFault.tooLong(source) { return [fault] }
    let start = Int(source.byteOrderMarkLength)
    let settings = FrontMatter(source.bytes, from: start)
    let textStart = settings?.end ?? start
    guard let pieces = MarkdownPieces(source.bytes, from: textStart) else {
      return [
        FormatFault(
          offset: 0, message: "tables or links of the page grow beyond all measure; it is not read")
      ]
    }
    var writer = MarkdownWriter(source, from: textStart, title: settings?.title)
    for index in 0..<pieces.count { writer.add(pieces.piece(at: index)) }
    body(writer.finish())
    return []
  }
}
