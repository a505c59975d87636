public import CalqueText

/// JSON: the articles in one text.
public struct JSONText: TextFormat {
  /// Creates the format.
  public init() {}

  /// Gives each object that is an article, and reads up to the first fault of the JSON text.
  public func readArticles(of source: Source, _ body: (ExtractedText) -> Void) -> [FormatFault] {
    if let fault = FormatFault.tooLong(source) { return [fault] }
    let start = Int(source.byteOrderMarkLength)
    let result = Self.read(source, start..<source.bytes.count, body)
    if let fault = result.fault { return [fault] }
    return result.count == 0 ? [.noArticle(in: source)] : []
  }

  /// Reads the articles of one JSON text.
  static func read(
    _ source: Source, _ range: Range<Int>, _ body: (ExtractedText) -> Void
  ) -> (count: Int, fault: FormatFault?) {
    var finder = JSONArticleFinder(source.bytes, in: range)
    do throws(JSONScanner.Fault) {
      try finder.find { body(extract($0, from: source)) }
    } catch {
      return (finder.count, FormatFault(offset: UInt32(error.offset), message: error.message))
    }
    return (finder.count, nil)
  }

  private static func extract(
    _ article: JSONArticleFinder.Article, from source: Source
  ) -> ExtractedText {
    var builder = TextBuilder(source)
    if let headline = article.headline {
      builder.writeJSON(headline)
      builder.endBlock(.headline)
    }
    for string in article.body {
      builder.writeJSON(string)
      builder.endPlainBlocks()
    }
    return builder.finish(.json)
  }
}

extension FormatFault {
  /// The fault of a file in which nothing is an article.
  static func noArticle(in source: Source) -> FormatFault {
    let keys = JSONArticleFinder.bodyKeys.map { "“\($0)”" }.joined(separator: ", ")
    return FormatFault(
      offset: source.byteOrderMarkLength,
      message: "there is no article: no object has a text under one of the keys \(keys)")
  }
}
