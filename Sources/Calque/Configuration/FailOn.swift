package import CalqueFindings

/// The lowest level of a finding at which a run fails.
package enum FailOn: String, Sendable, Hashable, CaseIterable {
  case error, warning, note
  /// No finding lets a run fail.
  case never

  /// Tells whether a finding of a level lets the run fail.
  package func fails(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .note: true
    case .never: false
    }
  }
}
