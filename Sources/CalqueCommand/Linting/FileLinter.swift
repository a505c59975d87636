import Calque
import CalqueFindings
import CalqueFormats
import CalqueReporters
import CalqueText

/// What it takes to lint a file; shared by all threads, for it holds nothing that changes.
struct FileLinter: Sendable {
  let linters: [ConfiguredLinter]
  let encoding: Source.EncodingChoice
  let format: InputFormat
  let reporter: any Reporter
  let run: Run
  /// Whether the findings of each rule are counted.
  let countsRules: Bool
  let mending: MendingChoice
  /// The findings that are known already; nil to report all.
  let baseline: Baseline?

  /// How much of a finding is needed.
  var detail: FindingDetail { baseline == nil ? reporter.detail : .complete }

  /// Returns what reads an input in parts; nil where only all of it can be read.
  func partwiseReader(of input: Input) -> (any PartwiseReader)? {
    // All bytes are needed to guess an encoding, and to write a file anew.
    encoding == .unicode && mending == .none ? format.partwiseReader(of: input.path) : nil
  }

  /// Lints an input in parts of whole lines.
  func lint(
    _ parts: consuming PartReader, with articles: any PartwiseReader, _ input: Input,
    _ outcome: inout FileOutcome
  ) throws {
    var lint = PartwiseLint(linters[input.row].linter, with: articles, detail: detail)
    var last: Source?
    while let part = try parts.next() {
      add(lint.lint(part), of: part, input, to: &outcome)
      last = part
    }
    if let last { outcome.unread += notifications(lint.finish(last), in: last, input) }
  }

  /// Adds what was found in a file or in the next part of it.
  func add(
    _ result: Linter.Result, of source: Source, _ input: Input, to outcome: inout FileOutcome
  ) {
    let configured = linters[input.row]
    let new = baseline?.unknown(result.findings, path: input.path.text) ?? result.findings
    let evidence = result.evidence.scores.map {
      LanguageScore(language: $0.language, thousandths: $0.thousandths)
    }
    let file = FileReport(
      path: input.path.text, source: source, findings: new, evidence: evidence)
    outcome.chain = configured.chain
    outcome.isLinted = true
    let findings = reporter.findings(file, run)
    if !findings.isEmpty {
      outcome.report(
        outcome.body.isEmpty ? reporter.opening(file, run) : reporter.findingSeparator)
      outcome.report(findings)
    }
    outcome.counts.add(LevelCounts(of: new))
    outcome.knownCount += result.findings.count - new.count
    outcome.failureCount += new.count { configured.failOn.fails($0.severity) }
    if countsRules {
      for finding in new { outcome.ruleCounts[finding.rule, default: 0] += 1 }
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
