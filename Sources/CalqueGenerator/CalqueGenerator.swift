import CalqueFindings
import CalqueRules
import CalqueText
import FoundationEssentials
import Glibc

/// Build-time tool behind the plugins `EmbedRules` and `ListChecks`.
///
///     CalqueGenerator checks OUTPUT NAME…
///     CalqueGenerator rules FOLDER OUTPUT FILE…
///     CalqueGenerator words OUTPUT FILE…
@main
enum CalqueGenerator {
  private static let usage = """
    usage: CalqueGenerator checks OUTPUT NAME…
           CalqueGenerator rules FOLDER OUTPUT FILE…
           CalqueGenerator words OUTPUT FILE…

    """

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("checks", 2...):
      try write(checkRegistry(arguments.dropFirst(2)), to: arguments[1])
    case ("rules", 3...):
      let sources = try read(arguments.dropFirst(3), under: arguments[1])
      let compilation = RuleCompiler.compile(sources)
      guard compilation.problems.isEmpty else {
        report(compilation.problems, of: sources, under: arguments[1])
        exit(1)
      }
      try write(cSource(compilation.program.encoded(), name: "program"), to: arguments[2])
    case ("words", 2...):
      let words = try readWords(arguments.dropFirst(2))
      try write(cSource(WordTable.encode(words), name: "words"), to: arguments[1])
    default:
      writeToStandardError(usage)
      exit(2)
    }
  }

  // MARK: Checks

  /// Returns Swift source that lists the checks.
  private static func checkRegistry(_ types: some Sequence<String>) -> String {
    let checks = types.map { (name: checkName($0), type: $0) }.sorted { $0.name < $1.name }
    return """
      internal import CalqueEngine

      extension CheckRegistry {
        /// One check for each file of `Checks/`, with its name in rules, sorted by name.
        static let all: [(name: String, type: any Check.Type)] = [
      \(checks.map { "    (\"\($0.name)\", \($0.type).self),\n" }.joined())  ]
      }

      """
  }

  /// Returns the name of a check in rules: `UnclosedQuote` is `unclosed-quote`, `InvalidUTF8` is
  /// `invalid-utf8`.
  private static func checkName(_ type: String) -> String {
    var name = ""
    var previous: Character = " "
    for character in type {
      if character.isUppercase, previous.isLowercase { name += "-" }
      name += character.lowercased()
      previous = character
    }
    return name
  }

  // MARK: Tables

  /// Returns C source that holds bytes in read-only data, aligned as `CBuiltInRules.h` says.
  ///
  /// A string literal: it takes clang a second where an array of numbers takes it ten.
  private static func cSource(_ bytes: [UInt8], name: String) -> String {
    let escapes = (0..<256).map { byte in
      let digits = String(byte, radix: 8)
      return Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
    }
    var literal: [UInt8] = []
    literal.reserveCapacity(5 * bytes.count)
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: 24) { literal += Array("\"\n  \"".utf8) }
      literal += escapes[Int(byte)]
    }
    return """
      #include <stddef.h>
      #include <stdint.h>

      // A section of its own: the linker puts others beside data that may be written.
      __attribute__((section("calque_tables"), aligned(64)))
      const uint8_t cq_\(name)_bytes[] = "\(String(decoding: literal, as: UTF8.self))";
      const size_t cq_\(name)_size = \(bytes.count);

      """
  }

  // MARK: Words

  /// Reads word lists, each named after a rank: an entry a line, `#` before a remark.
  private static func readWords(
    _ files: some Sequence<String>
  ) throws -> [(hash: UInt64, rank: WordTable.Rank)] {
    let texts = try files.map { file in
      let url = URL(filePath: file)
      return (
        name: url.deletingPathExtension().lastPathComponent,
        text: try String(contentsOf: url, encoding: .utf8)
      )
    }
    return WordTable.Rank.allCases.flatMap { rank in
      texts.filter { $0.name == "\(rank)" }.flatMap { file in
        file.text.split(separator: "\n").lazy.filter { !$0.hasPrefix("#") }
          .map { (WordHash.of(String($0)), rank) }
      }
    }
  }

  // MARK: Files

  /// Reads rule files; their paths become relative to `folder`.
  private static func read(
    _ files: some Sequence<String>, under folder: String
  ) throws -> [RuleSource] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return try files.map { file in
      let path = file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
      return RuleSource(path: path, text: Array(try Data(contentsOf: URL(filePath: file))))
    }
  }

  /// Writes problems in the form in which a build shows them beside the line.
  private static func report(
    _ problems: [RuleProblem], of sources: [RuleSource], under folder: String
  ) {
    let maps = Dictionary(
      sources.map { ($0.path, LineMap($0.text)) }, uniquingKeysWith: { first, _ in first })
    for problem in problems {
      let finding = problem.finding
      let position = maps[problem.path]?.position(of: finding.range.start, in: .scalar)
      let place = position.map { ":\($0.line):\($0.column)" } ?? ""
      writeToStandardError(
        "\(folder)/\(problem.path)\(place): error: \(finding.message) [\(finding.rule)]\n")
    }
  }

  private static func writeToStandardError(_ text: String) {
    // All of Foundation for one line would make each build longer.
    _ = unsafe text.withCString { unsafe Glibc.write(STDERR_FILENO, $0, text.utf8.count) }
  }

  private static func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
