internal import CalqueFindings

/// What a configuration makes of a rule.
public enum RuleLevel: String, Sendable, Hashable, CaseIterable {
  /// It does not report.
  case off
  /// It reports at the level that it has earned, even where that is a note.
  case on
  /// It reports at this level.
  case note, warning, error

  /// The level of findings, or nil where the rule is off.
  func severity(earned: Severity) -> Severity? {
    switch self {
    case .off: nil
    case .on: earned
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
