import CalqueFindings
import CalqueReporters

/// How often a rule has reported.
struct RuleCount: Sendable, Equatable {
  var findings = 0
  var files = 0
}

/// What a run comes to: counts, and the files that could not be read.
struct RunTally: Sendable {
  private(set) var fileCount = 0
  private(set) var counts = LevelCounts()
  /// Number of findings of each rule, and of the files that they are in.
  private(set) var ruleCounts: [RuleID: RuleCount] = [:]
  private(set) var notifications: [RunSummary.Notification] = []
  private var knownCount = 0
  private var fixCount = 0
  private var mendedCount = 0
  private var unmendedCount = 0
  private var failureCount = 0
  private var unreadCount = 0
  private var partlyReadCount = 0
  /// Number of warnings by the number of the chain of configurations, since each has a limit of its
  /// own.
  private var warningCounts: [Int] = []

  /// Adds what one file gave.
  mutating func add(_ outcome: FileOutcome) {
    notifications += outcome.notifications
    guard outcome.isLinted else {
      unreadCount += 1
      return
    }
    if !outcome.unread.isEmpty { partlyReadCount += 1 }
    fileCount += 1
    knownCount += outcome.knownCount
    fixCount += outcome.fixCount
    if outcome.fixCount > 0 { mendedCount += 1 }
    if outcome.unmended != nil { unmendedCount += 1 }
    failureCount += outcome.failureCount
    counts.add(outcome.counts)
    for (rule, count) in outcome.ruleCounts {
      ruleCounts[rule, default: RuleCount()].findings += count
      ruleCounts[rule, default: RuleCount()].files += 1
    }
    while warningCounts.count <= outcome.chain { warningCounts.append(0) }
    warningCounts[outcome.chain] += outcome.counts[.warning]
  }

  /// Returns the status that the run ends with, given the most warnings that each chain of
  /// configurations may have.
  func status(maxWarnings: [Int?]) -> ExitStatus {
    guard notifications.isEmpty else { return .unreadable }
    let hasTooManyWarnings = warningCounts.enumerated().contains { chain, count in
      maxWarnings[chain].map { count > $0 } ?? false
    }
    return failureCount > 0 || hasTooManyWarnings ? .findings : .clean
  }

  /// Returns the summary that ends a report.
  func summary(_ status: ExitStatus) -> RunSummary {
    RunSummary(
      exitStatus: status.rawValue, notifications: notifications, fileCount: fileCount,
      counts: counts, rules: ruleCounts.keys.sorted())
  }
}

extension RunTally: CustomStringConvertible {
  /// One line for people: `3 errors, 2 warnings in 4 files, 1 not read; 5 fixes made in 2 files`.
  var description: String {
    let found = counts.description
    let start = found.isEmpty ? "no findings" : found
    let end =
      (knownCount == 0 ? "" : ", \(knownCount) known")
      + (unreadCount == 0 ? "" : ", \(unreadCount) not read")
      + (partlyReadCount == 0 ? "" : ", \(partlyReadCount) read in part")
      + (unmendedCount == 0 ? "" : ", \(unmendedCount) not mended")
    return start + " in " + Count.of(fileCount, "file") + end + mended
  }

  private var mended: String {
    guard fixCount > 0 else { return "" }
    let fixes = Count.of(fixCount, "fix", "fixes")
    return "; \(fixes) made in \(Count.of(mendedCount, "file"))"
  }
}
