internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A place of a configuration file where an option of a rule is set.
struct OptionMention: Sendable, Hashable {
  /// One of the values that stand for the option.
  struct Value: Sendable, Hashable {
    /// The value as the check gets it.
    let text: String
    /// What it is in JSON, with its article.
    let kind: String
    let range: TextRange
  }

  let rule: RuleID
  let option: String
  /// The key with its quotation marks.
  let range: TextRange
  let values: [Value]
  /// The list that the values stand in; nil where there is one value alone.
  let list: TextRange?

  /// Returns what is wrong with the option; nothing for a rule that does not exist, which its own
  /// mention tells.
  func problems(in catalogue: RuleCatalogue) -> [Finding] {
    guard catalogue.hasRule(rule) else { return [] }
    guard let check = catalogue.check(of: rule) else {
      let message = "“\(rule)” is a rule of patterns, which has no options"
      return [ConfigurationFault.unknownOption.finding(at: range, message)]
    }
    guard let known = check.option(option) else {
      let message = check.problem(withOption: option)
      return [ConfigurationFault.unknownOption.finding(at: range, message)]
    }
    if let list, !known.takesSeveral {
      return [wrongType(known, "a list", at: list)]
    }
    return values.compactMap { value in
      guard Self.kinds(of: known).contains(value.kind) else {
        return wrongType(known, value.kind, at: value.range)
      }
      return known.problem(with: value.text, wordLists: catalogue.wordLists)
        .map { ConfigurationFault.wrongValue.finding(at: value.range, $0) }
    }
  }

  private func wrongType(_ option: CheckOption, _ kind: String, at range: TextRange) -> Finding {
    ConfigurationFault.wrongType.finding(
      at: range, "“\(option.name)” takes \(option.expectation), not \(kind)")
  }

  /// The kinds of JSON values that an option takes, as ``JSONValue/kind`` names them.
  private static func kinds(of option: CheckOption) -> [String] {
    switch option.value {
    case .count: ["a number"]
    case .flag: ["true", "false"]
    case .texts, .wordList, .wordLists, .oneOf, .someOf: ["a string"]
    }
  }
}
