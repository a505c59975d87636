import ArgumentParser
import Calque
import CalqueFindings
import CalqueReporters
import CalqueText

/// `calque rules try PATTERN PATH…`.
struct RulesTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Show every place at which a pattern matches, with what stands around it.",
    discussion: """
      The texts are found as “calque PATH…” finds them. “-” is standard input.
      """)

  @Argument(help: "A pattern of the rule language, in quotation marks of the shell.")
  var pattern: String

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Option(help: "Folder of rules whose word lists the pattern may use; may be repeated.")
  var rules: [String] = []

  func run() throws {
    let files = try UserRules.load(rules)
    let trial = PatternTrial(pattern, files: files.sources)
    guard trial.faults.isEmpty else {
      for fault in trial.faults { report(fault) }
      throw StatusError(status: .usage)
    }
    let (parts, status) = try Corpus(paths).map { text, format, path in
      let matches = trial.matches(in: text, as: format)
      return (Concordance(matches, in: text, path: path), text.wordCount(as: format))
    }
    let concordance = Concordance(parts.map(\.0))
    try finish(StandardOutput.write(concordance.text))
    let count = concordance.lines.count
    let words = parts.reduce(0) { $0 + $1.1 }
    let summary =
      Count.of(count, "hit") + " in " + Count.of(parts.count, "file") + ", "
      + Count.of(words, "word") + ": \(Count.rate(count, of: words)) in 10,000 words\n"
    StandardError.write(Array(summary.utf8))
    try finish(status)
  }

  /// Shows a fault below the pattern.
  private func report(_ fault: PatternTrial.Fault) {
    let bytes = Array(pattern.utf8)
    func width(_ range: Range<Int>) -> Int {
      let text = String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
      return VisibleText.shown(text).unicodeScalars.reduce(0) { $0 + Scalars.width(of: $1.value) }
    }
    let indent = String(repeating: " ", count: width(0..<Int(fault.range.start)))
    let mark = String(repeating: "~", count: max(0, width(fault.range.indices) - 1))
    StandardError.write("the pattern: " + VisibleText.shown(fault.message))
    StandardError.write(
      Array("  \(VisibleText.shown(pattern))\n  \(indent)^\(mark)\n".utf8))
  }
}
