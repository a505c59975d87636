public import CalqueFindings
public import CalqueText

/// Finds what machine translation and publishing break in a text.
///
/// A linter is made once and shared: linting is a pure function of the text.
public struct Linter: Sendable {
  /// What the linter was told.
  public let configuration: Configuration
  /// Every rule that may report, sorted by id, each at the level of this configuration.
  public let rules: [RuleDescription]

  /// Creates a linter with the built-in rules.
  public init(configuration: Configuration = Configuration()) {
    self.configuration = configuration
    rules = []
  }

  /// Returns the findings of a text, sorted by place.
  public func lint(_ source: Source) -> [Finding] { [] }
}
