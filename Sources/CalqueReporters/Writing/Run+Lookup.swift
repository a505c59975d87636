internal import CalqueFindings

extension Run {
  /// Page of the project, named by reports.
  static let informationURI = "https://github.com/calque-lint/calque"

  /// Returns the place of a rule in ``rules``, which are sorted, in O(log rules).
  func ruleIndex(of id: RuleID) -> Int? {
    var low = 0
    var high = rules.count
    while low < high {
      let middle = (low + high) / 2
      if rules[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < rules.count && rules[low].id == id ? low : nil
  }
}
