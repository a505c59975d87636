import CalqueFindings
import CalqueReporters

/// What linting one file gave.
struct FileOutcome: Sendable {
  /// The file's part of the report in pieces, none where nothing was found.
  ///
  /// They are never put together: those of a long file are a tenth of it.
  private(set) var body: [[UInt8]] = []
  /// Number of findings of each level.
  var counts = LevelCounts()
  /// Number of findings of each rule, where somebody asks for it.
  var ruleCounts: [RuleID: Int] = [:]
  /// Number of findings at the level that fails.
  var failureCount = 0
  /// Number of findings that the baseline has.
  var knownCount = 0
  /// Number of fixes that were made.
  var fixCount = 0
  /// Number of its chain of configurations.
  var chain = 0
  /// What could not be read of the file.
  var unread: [RunSummary.Notification] = []
  /// Why fixes were not made; nil where they were, or none was wanted.
  var unmended: RunSummary.Notification?
  /// Whether the file, or what could be read of it, was linted.
  var isLinted = false

  /// Everything that somebody has to be told beside the findings.
  var notifications: [RunSummary.Notification] { unread + (unmended.map { [$0] } ?? []) }

  /// Adds bytes to the body.
  mutating func report(_ piece: [UInt8]) {
    if !piece.isEmpty { body.append(piece) }
  }
}
