import ArgumentParser
import Calque

extension RuleGlob {
  /// Reads the values of an option that names rules: globs with commas between them.
  static func globs(arguments: [String], of option: String) throws -> [RuleGlob] {
    try arguments.flatMap(parts).map { text in
      do throws(GlobError) {
        return try RuleGlob(text)
      } catch {
        throw ValidationError("\(option): \(error)")
      }
    }
  }

  /// Cuts a list at the commas that belong to no glob, as those in braces do.
  private static func parts(of list: String) -> [String] {
    var parts = [""]
    var depth = 0
    var isEscaped = false
    for character in list {
      if !isEscaped, depth == 0, character == "," {
        parts.append("")
        continue
      }
      if !isEscaped, "{[".contains(character) { depth += 1 }
      if !isEscaped, "}]".contains(character) { depth = max(0, depth - 1) }
      isEscaped = !isEscaped && character == "\\"
      parts[parts.count - 1].append(character)
    }
    return parts
  }
}
