internal import CalqueFindings
internal import CalqueText

extension Run {
  /// Page of the project, named by reports.
  static let informationURI = "https://github.com/calque-lint/calque"

  /// Returns the place of a rule in ``rules``, which are sorted, in O(log rules).
  func ruleIndex(of id: RuleID) -> Int? {
    let index = rules.partitioningIndex { !($0.id < id) }
    return index < rules.count && rules[index].id == id ? index : nil
  }
}
