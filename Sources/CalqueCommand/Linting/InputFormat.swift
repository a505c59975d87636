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

  /// Tells whether a file is read in parts of whole lines.
  func isLinewise(_ path: FilePath) -> Bool {
    switch self {
    case .auto: Self(of: path) == .jsonl
    case .jsonl: true
    case .plain, .markdown, .html, .json: false
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
