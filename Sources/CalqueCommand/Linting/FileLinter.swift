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
    if !outcome.body.isEmpty { outcome.body += reporter.closing }
    return outcome
  }

  private func lintWhole(_ input: Input, _ outcome: inout FileOutcome) throws {
    let source = try input.source(as: encoding)
    let result = linters[input.row].linter.lint(
      source, as: format.reader(of: input.path), detail: reporter.detail)
    add(result, of: source, input, to: &outcome)
  }

  private func lintLines(_ input: Input, _ outcome: inout FileOutcome) throws {
    // Where nothing can be read there may be no linter either.
    var lines = try input.lines()
    var lint = LinewiseLint(linters[input.row].linter, detail: reporter.detail)
    var last: Source?
    while let part = try lines.next() {
      add(lint.lint(part), of: part, input, to: &outcome)
      last = part
    }
    if let last { outcome.unread += notifications(lint.finish(last), in: last, input) }
  }

  /// Adds what was found in a file or in the next part of it.
  private func add(
    _ result: Linter.Result, of source: Source, _ input: Input, to outcome: inout FileOutcome
  ) {
    let configured = linters[input.row]
    let evidence = result.evidence.scores.sorted { $0.key < $1.key }
      .map { LanguageScore(language: $0.key, thousandths: $0.value) }
    let file = FileReport(
      path: input.path.text, source: source, findings: result.findings, evidence: evidence)
    outcome.chain = configured.chain
    outcome.isLinted = true
    let findings = reporter.findings(file, run)
    if !findings.isEmpty {
      outcome.body +=
        outcome.body.isEmpty ? reporter.opening(file, run) : reporter.findingSeparator
      outcome.body += findings
    }
    outcome.counts.add(LevelCounts(of: result.findings))
    outcome.failureCount += result.findings.count { configured.failOn.fails($0.severity) }
    if countsRules {
      for finding in result.findings { outcome.ruleCounts[finding.rule, default: 0] += 1 }
    }
    outcome.unread += notifications(result.faults, in: source, input)
  }

  private func notifications(
    _ faults: [FormatFault], in source: Source, _ input: Input
  ) -> [RunSummary.Notification] {
    guard !faults.isEmpty else { return [] }
    let lines = LineMap(source)
    return faults.map { fault in
      RunSummary.Notification(
        path: input.path.text, message: fault.message,
        position: lines.position(of: fault.offset, in: run.columnUnit))
    }
  }
}
