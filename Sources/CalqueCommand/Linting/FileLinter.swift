import Calque
import CalqueFindings
import CalqueReporters
import CalqueText

/// Lints one file after the other; shared by all threads, for it holds nothing that changes.
struct FileLinter: Sendable {
  let linters: [ConfiguredLinter]
  let encoding: Source.EncodingChoice
  let reporter: any Reporter
  let run: Run
  /// Whether the findings of each rule are counted.
  let countsRules: Bool

  /// Reads an input, lints it and writes its part of the report.
  func lint(_ input: Input) -> FileOutcome {
    let path = input.path.text
    do {
      let source = try input.source(as: encoding)
      let configured = linters[input.row]
      let findings = configured.linter.lint(source)
      let file = FileReport(path: path, source: source, findings: findings)
      return FileOutcome(
        body: reporter.body(file, run),
        counts: Dictionary(findings.map { ($0.severity, 1) }, uniquingKeysWith: +),
        ruleCounts: countsRules
          ? Dictionary(findings.map { ($0.rule, 1) }, uniquingKeysWith: +) : [:],
        failureCount: findings.count { configured.failOn.fails($0.severity) },
        chain: configured.chain)
    } catch let error as UnreadableInput {
      return FileOutcome(failure: (path, error.reason))
    } catch {
      return FileOutcome(failure: (path, "\(error)"))
    }
  }
}
