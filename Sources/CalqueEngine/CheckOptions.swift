/// The options of a rule, each one or several values.
///
/// A rule has few: they are looked for one by one.
public struct CheckOptions: Sendable {
  private struct Option {
    let name: String
    var values: [String]
  }

  private var options: [Option] = []

  /// The values of an option; nil where the rule has none of that name.
  public subscript(name: String) -> [String]? {
    options.first { $0.name == name }?.values
  }

  /// The values of an option, or others where the rule has none of that name.
  public subscript(name: String, default values: @autoclosure () -> [String]) -> [String] {
    self[name] ?? values()
  }

  /// Adds a value to those of an option.
  mutating func add(_ value: String, to name: String) {
    if let index = options.firstIndex(where: { $0.name == name }) {
      options[index].values.append(value)
    } else {
      options.append(Option(name: name, values: [value]))
    }
  }

  /// Puts values in the place of those of an option.
  mutating func set(_ values: [String], for name: String) {
    options.removeAll { $0.name == name }
    options.append(Option(name: name, values: values))
  }
}
