import Calque
import CalqueFindings
import CalqueFormats
import CalqueReporters
import CalqueText

/// Lints one file after the other; shared by all threads, for it holds nothing that changes.
struct FileLinter: Sendable {
  let linters: [ConfiguredLinter]
  let encoding: Source.EncodingChoice
  let format: InputFormat
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
      let result = configured.linter.lint(
        source, as: format.reader(of: input.path), detail: reporter.detail)
      let findings = result.findings
      let evidence = result.evidence.scores.sorted { $0.key < $1.key }
        .map { LanguageScore(language: $0.key, thousandths: $0.value) }
      let file = FileReport(path: path, source: source, findings: findings, evidence: evidence)
      return FileOutcome(
        body: reporter.body(file, run),
        counts: LevelCounts(of: findings),
        ruleCounts: countsRules
          ? Dictionary(findings.map { ($0.rule, 1) }, uniquingKeysWith: +) : [:],
        failureCount: findings.count { configured.failOn.fails($0.severity) },
        chain: configured.chain, unread: notifications(result.faults, in: source, path))
    } catch let error as UnreadableInput {
      return failure(path, error.reason)
    } catch {
      return failure(path, "\(error)")
    }
  }

  private func failure(_ path: String, _ message: String) -> FileOutcome {
    FileOutcome(
      unread: [RunSummary.Notification(path: path, message: message)], isLinted: false)
  }

  private func notifications(
    _ faults: [FormatFault], in source: Source, _ path: String
  ) -> [RunSummary.Notification] {
    guard !faults.isEmpty else { return [] }
    let lines = LineMap(source.bytes)
    return faults.map { fault in
      RunSummary.Notification(
        path: path, message: fault.message,
        position: lines.position(of: fault.offset, in: run.columnUnit))
    }
  }
}
