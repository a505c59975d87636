import Foundation
import Testing

/// The files of the project, found from this file's own place.
enum SourceTree {
  /// The project's folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file, its path relative to the project's folder.
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var name: String { String(path.split(separator: "/").last ?? "") }
    var testDescription: String { path }

    /// Name of the folder under `Sources/`; empty for any other file.
    var module: String {
      let parts = path.split(separator: "/")
      return parts.first == "Sources" && parts.count > 1 ? String(parts[1]) : ""
    }
  }

  /// Returns the files below some folders or with some names, sorted by path.
  static func files(in places: [String], withExtension suffix: String) throws -> [File] {
    try places.flatMap { place -> [File] in
      let start = root.appending(path: place)
      if place.hasSuffix("." + suffix) { return try [file(at: start)] }
      guard let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
      else { return [] }
      return try found.compactMap { $0 as? URL }
        .filter { $0.pathExtension == suffix && !$0.path.contains("/.build") }
        .map(file)
    }.sorted { $0.path < $1.path }
  }

  private static func file(at url: URL) throws -> File {
    let parts = url.pathComponents.dropFirst(root.pathComponents.count)
    return File(
      path: parts.joined(separator: "/"), text: try String(contentsOf: url, encoding: .utf8))
  }

  /// Returns the Swift files of the product.
  static func sources() throws -> [File] {
    try files(in: ["Sources", "Plugins", "Rules"], withExtension: "swift")
  }
}
