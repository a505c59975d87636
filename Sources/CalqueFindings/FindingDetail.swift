/// How much findings carry.
///
/// Mends and fingerprints cost more than to find the fault, and a report of one line a finding
/// shows neither.
public enum FindingDetail: Sendable, Hashable, CaseIterable {
  /// Rule, level, place, message and related places.
  case brief
  /// Fixes and a fingerprint as well.
  case complete
}
