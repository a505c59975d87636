public import CalqueEngine

/// The checks that are built in.
///
/// The build lists them from the files of `Checks/`, each with the name that rules use.
public enum CheckRegistry {
  /// Makes the check of a name for one rule; nil where there is none of that name.
  public static func make(_ name: String, _ setup: CheckSetup) -> (any Check)? {
    // A dictionary would take longer to make than all checks of a run to find.
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low].name == name ? all[low].type.init(setup) : nil
  }

  /// Names of all checks, sorted.
  public static var names: [String] { all.map(\.name) }
}
