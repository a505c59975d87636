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
    var outcome = FileOutcome()
    do {
      if encoding == .unicode, format.isLinewise(input.path) {
        try lintLines(input, &outcome)
      } else {
        try lintWhole(input, &outcome)
      }
    } catch {
      let message = (error as? UnreadableInput)?.reason ?? "\(error)"
      outcome.unread.append(
        RunSummary.Notification(path: input.path.text, message: message))
    }
    return outcome
  }

  private func lintWhole(_ input: Input, _ outcome: inout FileOutcome) throws {
    let source = try input.source(as: encoding)
    let result = linters[input.row].linter.lint(
      source, as: format.reader(of: input.path), detail: reporter.detail)
    let file = FileReport(
      path: input.path.text, source: source, findings: result.findings,
      evidence: Self.scores(result.evidence))
    add(file, result.faults, linters[input.row], to: &outcome)
    if !outcome.body.isEmpty { outcome.body += reporter.closing(file, run) }
  }

  private func lintLines(_ input: Input, _ outcome: inout FileOutcome) throws {
    // Where nothing can be read there may be no linter either.
    var lines = try input.lines()
    let configured = linters[input.row]
    var lint = LinewiseLint(configured.linter, detail: reporter.detail)
    var last: FileReport?
    // What was found before a part that cannot be read is told.
    defer {
      if let last, !outcome.body.isEmpty { outcome.body += reporter.closing(last, run) }
    }
    while let part = try lines.next() {
      let (findings, faults) = lint.lint(part)
      let file = FileReport(
        path: input.path.text, source: part, findings: findings,
        evidence: Self.scores(lint.evidence ?? LanguageEvidence()))
      add(file, faults, configured, to: &outcome)
      last = file
    }
    if let last {
      outcome.unread += notifications(lint.finish(last.source), in: last)
    }
  }

  /// Adds what was found in a file or in the next part of it.
  private func add(
    _ file: FileReport, _ faults: [FormatFault], _ configured: ConfiguredLinter,
    to outcome: inout FileOutcome
  ) {
    outcome.chain = configured.chain
    outcome.isLinted = true
    let findings = reporter.findings(file, run)
    if !findings.isEmpty {
      outcome.body +=
        outcome.body.isEmpty ? reporter.opening(file, run) : reporter.findingSeparator
      outcome.body += findings
    }
    outcome.counts.add(LevelCounts(of: file.findings))
    outcome.failureCount += file.findings.count { configured.failOn.fails($0.severity) }
    if countsRules {
      for finding in file.findings { outcome.ruleCounts[finding.rule, default: 0] += 1 }
    }
    outcome.unread += notifications(faults, in: file)
  }

  private static func scores(_ evidence: LanguageEvidence) -> [LanguageScore] {
    evidence.scores.sorted { $0.key < $1.key }
      .map { LanguageScore(language: $0.key, thousandths: $0.value) }
  }

  private func notifications(
    _ faults: [FormatFault], in file: FileReport
  ) -> [RunSummary.Notification] {
    guard !faults.isEmpty else { return [] }
    let lines = LineMap(file.source)
    return faults.map { fault in
      RunSummary.Notification(
        path: file.path, message: fault.message,
        position: lines.position(of: fault.offset, in: run.columnUnit))
    }
  }
}
