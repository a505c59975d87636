import CalqueFormats
import CalqueMarkdown
import CalqueText

/// What a format makes of a text, in a form that tests can compare.
struct Extraction {
  let source: Source
  private(set) var articles: [ExtractedText] = []
  private(set) var faults: [FormatFault] = []

  init(_ bytes: [UInt8], as format: some TextFormat) throws {
    let source = try Source(decoding: bytes)
    var articles: [ExtractedText] = []
    faults = format.readArticles(of: source) { articles.append($0) }
    self.articles = articles
    self.source = source
  }

  init(_ text: String, as format: some TextFormat) throws {
    try self.init(Array(text.utf8), as: format)
  }

  /// The blocks, each as `kind: text`; articles are told apart by `--`.
  var blocks: [String] {
    let parts = articles.map { article in
      article.blocks.map { block in
        "\(block.kind): " + String(decoding: article.text[block.range.indices], as: UTF8.self)
      }
    }
    return Array(parts.joined(separator: ["--"]))
  }

  /// The faults, each as `offset: message`.
  var messages: [String] { faults.map { "\($0.offset): \($0.message)" } }

  /// Returns the bytes of the source that the first occurrence of a text comes from.
  func origin(of text: String) -> String? {
    for article in articles {
      let wanted = Array(text.utf8)
      for start in article.text.indices where article.text[start...].starts(with: wanted) {
        let range = TextRange(UInt32(start), UInt32(start + wanted.count))
        return string(article.offsets.source(of: range))
      }
    }
    return nil
  }

  /// Returns the source after an edit of the first occurrence of a text; nil where none is offered.
  func edited(_ text: String, to replacement: String) -> String? {
    for article in articles {
      let wanted = Array(text.utf8)
      for start in article.text.indices where article.text[start...].starts(with: wanted) {
        let range = TextRange(UInt32(start), UInt32(start + wanted.count))
        guard let edit = article.edit(range, replacement, in: source) else { return nil }
        var bytes = source.bytes
        bytes.replaceSubrange(edit.range.indices, with: Array(edit.replacement.utf8))
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }

  private func string(_ range: TextRange) -> String {
    String(decoding: source.bytes[range.indices], as: UTF8.self)
  }
}
