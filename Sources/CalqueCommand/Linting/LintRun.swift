import CalqueReporters
import Dispatch

/// Carries a plan out.
struct LintRun {
  private let plan: LintPlan
  private let surroundings: Surroundings

  init(_ plan: LintPlan, _ surroundings: Surroundings) {
    self.plan = plan
    self.surroundings = surroundings
  }

  /// Lints everything and writes the report; the only result is how it ended.
  func run() -> ExitStatus {
    do throws(SystemError) {
      let setup = try LintSetup(plan)
      guard setup.problems.isEmpty else {
        for problem in setup.problems { problem.report(surroundings) }
        return .usage
      }
      return try lint(setup)
    } catch {
      StandardError.write("the working folder cannot be read: \(error)")
      return .usage
    }
  }

  private func lint(_ setup: LintSetup) throws(SystemError) -> ExitStatus {
    let reporter = plan.report.format.reporter(
      showsSource: plan.report.showsSource, usesColor: plan.report.usesColor)
    let linter = FileLinter(
      linters: setup.linters, encoding: plan.encoding, format: plan.inputFormat,
      reporter: reporter, run: setup.run, countsRules: plan.countsStages || reporter.namesRules,
      mending: plan.mending,
      baseline: setup.baseline)
    guard let sink = openSink() else { return .usage }
    let report = OrderedReport(
      sink, header: reporter.header(setup.run), separator: reporter.separator)
    lint(setup, linter, report)
    let (tally, failure) = report.finish { tally in
      let status = tally.status(maxWarnings: setup.maxWarnings)
      return reporter.footer(tally.summary(status), setup.run)
    }
    if let failure { return status(after: failure) }
    if plan.countsStages {
      let stages = StageSummary(tally.ruleCounts, classification: setup.run.classification)
      StandardError.write(Array(stages.description.utf8))
    }
    if !plan.isQuiet { StandardError.write(Array((summary(tally) + "\n").utf8)) }
    return tally.status(maxWarnings: setup.maxWarnings)
  }

  /// Lints on as many threads as there is work for; on this one alone where that is enough.
  private func lint(_ setup: LintSetup, _ linter: FileLinter, _ report: OrderedReport) {
    let queue = InputQueue(setup.inputs, rowCount: setup.linters.count)
    // Files are mended to the last, whether or not somebody reads the report.
    let goesOn = plan.mending != .none
    let work = { @Sendable () -> Void in
      var batch = FileBatch(linter)
      while goesOn || !report.hasEnded, let (input, number) = queue.take() {
        batch.add(input, number: number)
        if batch.isFull { report.put(batch.finish()) }
      }
      report.put(batch.finish())
    }
    let threadCount = min(plan.jobs, setup.inputCount)
    if threadCount > 1 {
      DispatchQueue.concurrentPerform(iterations: threadCount) { _ in work() }
    } else {
      work()
    }
  }

  private func openSink() -> ReportSink? {
    do throws(SystemError) {
      return try ReportSink(path: plan.report.output, stream: plan.report.stream)
    } catch {
      StandardError.write("the report cannot be written: \(error)", path: plan.report.output ?? "")
      return nil
    }
  }

  private func status(after failure: SystemError) -> ExitStatus {
    // Whoever closed the pipe, as `head` does, has read what was wanted; that is no fault, and what
    // the rest of the files would have given is not known.
    if failure.isClosedPipe { return .clean }
    let place = plan.report.output ?? "standard output"
    StandardError.write("the report could not be written: \(failure)", path: place)
    return .usage
  }

  private func summary(_ tally: RunTally) -> String {
    guard tally.fileCount == 0, tally.notifications.isEmpty else { return tally.description }
    return "no files to lint; in a folder they end in .txt, .md or .html, or “include” names them, "
      + "and no .gitignore leaves them out"
  }
}
