import CalqueFindings

/// What linting one file gave.
struct FileOutcome: Sendable {
  /// The file's part of the report; empty where nothing was found.
  var body: [UInt8] = []
  /// Number of findings of each level.
  var counts: [Severity: Int] = [:]
  /// Number of findings of each rule, where somebody asks for it.
  var ruleCounts: [RuleID: Int] = [:]
  /// Number of findings at the level that fails.
  var failureCount = 0
  /// Number of its chain of configurations.
  var chain = 0
  /// Why the file could not be linted, and the path for the message.
  var failure: (path: String, message: String)?
}
