public import CalqueText

/// JSON Lines: a JSON text a line, as a rule an article each.
public struct JSONLines: TextFormat {
  /// Creates the format.
  public init() {}

  /// Gives the articles line by line; a line that is no JSON is a fault, and the next one is read.
  public func readArticles(of source: Source, _ body: (ExtractedText) -> Void) -> [FormatFault] {
    if let fault = FormatFault.tooLong(source) { return [fault] }
    var reader = JSONLinesReader()
    return reader.read(source, body) + reader.finish(source)
  }
}
