import CalqueFindings

/// Number of findings of each level.
///
/// Three numbers: each file has its own, and a dictionary would cost as much as a hundred words.
struct LevelCounts: Sendable, Equatable {
  private var notes = 0
  private var warnings = 0
  private var errors = 0

  init() {}

  /// Counts findings.
  init(of findings: [Finding]) {
    for finding in findings { self[finding.severity] += 1 }
  }

  /// The number of findings of a level.
  private(set) subscript(level: Severity) -> Int {
    get {
      switch level {
      case .note: notes
      case .warning: warnings
      case .error: errors
      }
    }
    set {
      switch level {
      case .note: notes = newValue
      case .warning: warnings = newValue
      case .error: errors = newValue
      }
    }
  }

  mutating func add(_ others: LevelCounts) {
    for level in Severity.allCases { self[level] += others[level] }
  }

  /// The levels that have findings, with their numbers.
  var byLevel: [Severity: Int] {
    Severity.allCases.reduce(into: [:]) { counts, level in
      if self[level] > 0 { counts[level] = self[level] }
    }
  }
}
