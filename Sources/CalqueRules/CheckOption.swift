internal import CalqueFindings

/// A setting that a check takes from the `options` of its rule.
public struct CheckOption: Sendable, Hashable {
  /// What may stand for an option.
  public enum Value: Sendable, Hashable {
    /// A whole number from 0 up.
    case count
    /// `true` or `false`.
    case flag
    /// Words or phrases, one or a list.
    case texts
    /// The name of a word list.
    case wordList
    /// Names of word lists, one or a list.
    case wordLists
    /// One of these names.
    case oneOf([String])
    /// One of these names, or a list.
    case someOf([String])
  }

  /// Name of the option.
  public let name: String
  /// What may stand for it.
  public let value: Value

  /// Creates an option.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension CheckOption {
  /// Whether a list of values may stand for the option.
  package var takesSeveral: Bool {
    switch value {
    case .texts, .wordLists, .someOf: true
    case .count, .flag, .wordList, .oneOf: false
    }
  }

  /// What may stand for the option, as messages say it.
  package var expectation: String {
    switch value {
    case .count: "a whole number from 0 up"
    case .flag: "true or false"
    case .texts: "a list of texts"
    case .wordList: "the name of a word list"
    case .wordLists: "a list of names of word lists"
    case .oneOf(let names): "one of \(names.joined(separator: ", "))"
    case .someOf(let names): "a list of some of \(names.joined(separator: ", "))"
    }
  }

  /// Returns what is wrong with one value, given the names of all word lists; nil where nothing is.
  package func problem(with text: String, wordLists: some Sequence<String>) -> String? {
    switch value {
    case .count: Int(text).map { $0 >= 0 } ?? false ? nil : problem(with: text, among: [])
    case .flag: problem(with: text, among: ["true", "false"])
    case .texts: nil
    case .wordList, .wordLists: problem(with: text, among: wordLists)
    case .oneOf(let names), .someOf(let names): problem(with: text, among: names)
    }
  }

  private func problem(with text: String, among names: some Sequence<String>) -> String? {
    guard !names.contains(text) else { return nil }
    let hint = Suggestion.nearest(to: text, among: names).map { "did you mean “\($0)”?" }
    return "“\(text)” is no value of “\(name)”; " + (hint ?? "it takes \(expectation)")
  }
}

/// A check that rules can name, and the options that it takes.
public struct CheckDescription: Sendable, Hashable {
  /// Name of the check in rules.
  public let name: String
  /// Its options.
  public let options: [CheckOption]

  /// Creates a description.
  public init(name: String, options: [CheckOption]) {
    self.name = name
    self.options = options
  }

  /// Returns the option of a name; nil where the check has none.
  package func option(_ name: String) -> CheckOption? { options.first { $0.name == name } }

  /// Returns what is wrong with an option that the check has not.
  package func problem(withOption option: String) -> String {
    guard !options.isEmpty else { return "the check “\(name)” has no options" }
    let names = options.map(\.name)
    let hint = Suggestion.nearest(to: option, among: names).map { "did you mean “\($0)”?" }
    return "the check “\(name)” has no option “\(option)”; "
      + (hint ?? "it has \(names.joined(separator: ", "))")
  }
}
