/// How sure a finding is, which is how it is shown.
///
/// A level is earned by measured precision on real news, not chosen by how bad a fault sounds:
/// `Documentation/Measurements.md` has the figures.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// At most 85 % precise, or a matter of taste; off unless asked for.
  case note
  /// At least 85 % precise on real news.
  case warning
  /// At least 97 % precise, and at most one false alarm in 20,000 words of agency copy.
  case error
}

extension Severity: Comparable {
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Orders from note to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
