/// Which packs of rules are on.
public enum PackChoice: Sendable, Hashable {
  /// Every pack.
  case all
  /// These and no other.
  case only([String])
  /// Every pack but these.
  case allBut([String])

  /// Tells whether a pack is on.
  public func contains(_ pack: some StringProtocol) -> Bool {
    switch self {
    case .all: true
    case .only(let names): names.contains { $0 == pack }
    case .allBut(let names): !names.contains { $0 == pack }
    }
  }
}
