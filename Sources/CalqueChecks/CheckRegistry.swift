public import CalqueEngine

/// The checks that are built in.
///
/// The build lists them from the files of `Checks/`, each with the name that rules use.
public enum CheckRegistry {
  /// Makes the check of a name for one rule; nil where there is none of that name.
  public static func make(_ name: String, _ setup: CheckSetup) -> (any Check)? {
    all[name]?.init(setup)
  }

  /// Names of all checks, sorted.
  public static var names: [String] { all.keys.sorted() }
}
