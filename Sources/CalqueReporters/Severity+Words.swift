internal import CalqueFindings

/// The words that each format has for a level; a new format adds its words here.
extension Severity {
  /// Word of compilers, of SARIF's `level` and of our own JSON.
  var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Name of GitHub's workflow command.
  var workflowWord: String {
    switch self {
    case .note: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// GitLab's `severity` of a Code Quality issue; `critical` and `blocker` are for software.
  var codeQualityWord: String {
    switch self {
    case .note: "info"
    case .warning: "minor"
    case .error: "major"
    }
  }

  /// GitHub's `precision` of a rule whose findings were not counted one by one: a level is earned
  /// by measured precision.
  var precisionWord: String {
    switch self {
    case .note: "medium"
    case .warning: "high"
    case .error: "very-high"
    }
  }

  /// GitHub's `problem.severity` of a rule.
  var problemWord: String {
    switch self {
    case .note: "recommendation"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

extension MeasuredPrecision {
  /// GitHub's `precision` of a rule.
  var word: String {
    switch highestLevel {
    case .error: "very-high"
    case .warning: "high"
    // Under two in three, a rule is wrong too often to be looked at.
    case .note: right * 3 >= read * 2 ? "medium" : "low"
    }
  }
}
