public import CalqueFindings

/// Number of findings of each level.
///
/// Three numbers: each file has its own, and a dictionary would cost as much as a hundred words.
public struct LevelCounts: Sendable, Equatable {
  private var notes = 0
  private var warnings = 0
  private var errors = 0

  /// Creates counts.
  public init(notes: Int = 0, warnings: Int = 0, errors: Int = 0) {
    self.notes = notes
    self.warnings = warnings
    self.errors = errors
  }

  /// Counts findings.
  public init(of findings: [Finding]) {
    self.init()
    for finding in findings { self[finding.severity] += 1 }
  }

  /// The number of findings of a level.
  public private(set) subscript(level: Severity) -> Int {
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

  /// Adds the numbers of other counts.
  public mutating func add(_ others: LevelCounts) {
    for level in Severity.allCases { self[level] += others[level] }
  }
}

extension LevelCounts: CustomStringConvertible {
  /// The levels that have findings: `1 error, 12 warnings`; empty where there are none.
  public var description: String {
    var text = ""
    for level in Severity.allCases.reversed() where self[level] > 0 {
      if !text.isEmpty { text += ", " }
      text += "\(self[level]) \(level.word)\(self[level] == 1 ? "" : "s")"
    }
    return text
  }
}
