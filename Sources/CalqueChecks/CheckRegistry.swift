public import CalqueEngine

/// The checks that are built in.
///
/// The build lists them from the files of `Checks/`.
public enum CheckRegistry {
  private static let byName = Dictionary(
    all.map { (name(of: $0), $0) }, uniquingKeysWith: { first, _ in first })

  /// Makes the check of a name for one rule; nil where there is none of that name.
  public static func make(_ name: String, _ setup: CheckSetup) -> (any Check)? {
    byName[name]?.init(setup)
  }

  /// Names of all checks, sorted.
  public static var names: [String] { byName.keys.sorted() }

  /// Returns the name of a check in rules: `UnclosedQuote` is `unclosed-quote`, `InvalidUTF8` is
  /// `invalid-utf8`.
  static func name(of check: any Check.Type) -> String {
    var name = ""
    var previous: Character = " "
    for character in String(describing: check) {
      if character.isUppercase, previous.isLowercase { name += "-" }
      name += character.lowercased()
      previous = character
    }
    return name
  }
}
