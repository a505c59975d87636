import ArgumentParser
import Calque
import CalqueFormats
import CalqueMarkdown

/// The format that texts are read in.
enum InputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// By the end of each file's name.
  case auto
  case plain, markdown, html, json, jsonl

  /// Ends of names by format, in small letters; any other file is plain text.
  private static let endings: [InputFormat: [String]] = [
    .markdown: ["md", "markdown"],
    .html: ["html", "htm", "xhtml"],
    .json: ["json"],
    .jsonl: ["jsonl", "ndjson"],
  ]

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

  /// Finds the format by the end of a name.
  private init(of path: FilePath) {
    let name = path.name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot <= 9 else {
      self = .plain
      return
    }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    self = Self.allCases.first { Self.endings[$0]?.contains(ending) ?? false } ?? .plain
  }
}
