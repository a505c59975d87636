public import CalqueEngine
public import CalqueRules
internal import CalqueText

/// The checks that are built in.
///
/// The build lists them from the files of `Checks/`, each with the name that rules use.
public enum CheckRegistry {
  /// Makes the check of a name for one rule; nil where there is none of that name.
  public static func make(_ name: String, _ setup: CheckSetup) -> (any Check)? {
    // A dictionary would take longer to make than all checks of a run to find.
    let index = all.partitioningIndex { $0.name >= name }
    return index < all.count && all[index].name == name ? all[index].type.init(setup) : nil
  }

  /// All checks with their options, sorted by name.
  public static var descriptions: [CheckDescription] {
    all.map { CheckDescription(name: $0.name, options: $0.type.options) }
  }
}
