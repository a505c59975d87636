import Calque
import CalqueFormats
import CalqueMarkdown

/// The format that texts are read in.
enum InputFormat: String, CaseIterable, Sendable {
  /// By the end of each file's name.
  case auto
  case plain, markdown, html, json, jsonl

  /// The names of the formats, as a sentence lists them.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Returns the reader of a file.
  func reader(of path: FilePath) -> any TextFormat {
    switch self {
    case .auto: Self(of: path).reader(of: path)
    case .plain: PlainText()
    case .markdown: MarkdownText()
    case .html: HTMLText()
    case .json: JSONText()
    case .jsonl: JSONLines()
    }
  }

  /// Returns what reads a long file in parts; nil where its format needs all of it.
  func partwiseReader(of path: FilePath) -> (any PartwiseReader)? {
    switch self {
    case .auto: Self(of: path).partwiseReader(of: path)
    case .plain: PlainText()
    case .jsonl: JSONLinesReader()
    case .markdown, .html, .json: nil
    }
  }

  /// Finds the format by the end of a name, in any case.
  private init(of path: FilePath) {
    let name = path.name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot <= 9 else {
      self = .plain
      return
    }
    switch String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    default: self = .plain
    }
  }
}
