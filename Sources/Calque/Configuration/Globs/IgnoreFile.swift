/// The patterns of a `.gitignore`, read as git reads them (gitignore(5)).
///
/// A pattern that git would not understand, such as one with an open bracket, leaves nothing out;
/// classes such as `[[:alpha:]]` are not known. Where git counts bytes, `?` is a character.
public struct IgnoreFile: Sendable {
  private struct Pattern: Sendable {
    let glob: Glob
    /// Whether it stands for paths from the folder on, not for names at any depth.
    let isAnchored: Bool
    let isForFolders: Bool
    /// Whether it takes back what one before it leaves out.
    let isNegated: Bool
  }

  private let patterns: [Pattern]

  /// Reads the lines of a file.
  ///
  /// O(length).
  public init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A)
    patterns = lines.compactMap { Self.pattern(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { patterns.isEmpty }

  /// Tells whether a file or folder is left out; nil where no pattern speaks of it.
  ///
  /// The path starts from the folder of the `.gitignore`; what lies in a folder that is left out is
  /// not asked for. O(patterns × length of the path).
  public func ignores(_ path: Substring, isFolder: Bool) -> Bool? {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[$0...].dropFirst() } ?? path
    let last = patterns.last { pattern in
      (isFolder || !pattern.isForFolders) && pattern.glob.matches(pattern.isAnchored ? path : name)
    }
    return last.map { !$0.isNegated }
  }

  private static func pattern(_ line: String) -> Pattern? {
    var text = line.unicodeScalars[...]
    if text.last == "\r" { text.removeLast() }
    guard text.first != "#" else { return nil }
    while text.last == " ", !text.dropLast().endsInEscape { text.removeLast() }
    let isNegated = text.first == "!"
    if isNegated { text.removeFirst() }
    let isForFolders = text.last == "/" && !text.dropLast().endsInEscape
    if isForFolders { text.removeLast() }
    let isAnchored = text.contains("/")
    if text.first == "/" { text.removeFirst() }
    guard let glob = try? Glob(globText(text)) else { return nil }
    return Pattern(
      glob: glob, isAnchored: isAnchored, isForFolders: isForFolders, isNegated: isNegated)
  }

  /// Returns a pattern as a ``Glob`` has it: braces mean nothing to git, and two stars or more
  /// something only where they are all that stands between two slashes.
  private static func globText(_ pattern: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var index = pattern.startIndex
    var isInSet = false
    while index < pattern.endIndex {
      let scalar = pattern[index]
      let next = pattern.index(after: index)
      switch scalar {
      case "\\" where next < pattern.endIndex:
        result += [scalar, pattern[next]]
        index = pattern.index(after: next)
        continue
      case "{", "}", ",": result += isInSet ? [scalar] : ["\\", scalar]
      case "*" where !isInSet:
        let end = pattern[index...].firstIndex { $0 != "*" } ?? pattern.endIndex
        let isWhole =
          (index == pattern.startIndex || result.last == "/")
          && (end == pattern.endIndex || pattern[end] == "/")
        result += end != next && isWhole ? ["*", "*"] : ["*"]
        index = end
        continue
      default:
        if scalar == "[" { isInSet = true }
        if scalar == "]" { isInSet = false }
        result.append(scalar)
      }
      index = next
    }
    return String(result)
  }
}

extension Substring.UnicodeScalarView {
  /// Whether a backslash at the end takes away the meaning of what follows.
  fileprivate var endsInEscape: Bool {
    !reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
  }
}
