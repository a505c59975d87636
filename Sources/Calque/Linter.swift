public import CalqueFindings
public import CalqueRules
public import CalqueText

/// Finds what machine translation and publishing break in a text.
///
/// A linter is made once and shared: linting is a pure function of the text.
public struct Linter: Sendable {
  /// What the linter was told.
  public let configuration: Configuration
  /// Every rule that may report, sorted by id, each at the level of this configuration.
  public let rules: [RuleDescription]
  /// What is wrong in the files of the user's rules; a broken rule does not report.
  public let problems: [RuleProblem]

  /// Creates a linter with the built-in rules and those of the user.
  public init(configuration: Configuration = Configuration(), userRules: [RuleSource] = []) {
    self.configuration = configuration
    rules = []
    problems = []
  }

  /// Returns the findings of a text, sorted by place.
  public func lint(_ source: Source) -> [Finding] { [] }
}
