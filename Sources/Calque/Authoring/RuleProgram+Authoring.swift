internal import CalqueRules

extension RuleProgram {
  /// Returns the program with nothing that some packs find, and without their signs of a language.
  ///
  /// The rules stay where they are, since other records name them by their index.
  func silencing(_ packs: Set<String>) -> RuleProgram {
    let isSilent = self.packs.map { packs.contains(string($0.name)) }
    guard isSilent.contains(true) else { return self }
    var program = ProgramArrays(self)
    for index in rules.indices where isSilent[Int(rules[index].pack)] {
      program.rules[index].check = 0
    }
    for (index, pattern) in patterns.enumerated() {
      guard let pack = pack(of: pattern), isSilent[pack] else { continue }
      // Nothing tries an exception but its rule, and no rule has this one.
      program.patterns[index].role = Pattern.Role.exception.rawValue
    }
    return RuleProgram(program)
  }

  /// Returns the index of the pack that a pattern finds something for; nil for one that finds
  /// nothing by itself.
  private func pack(of pattern: Pattern) -> Int? {
    switch Pattern.Role(rawValue: pattern.role) {
    case .finding: Int(rules[Int(pattern.owner)].pack)
    case .evidence: Int(evidence[Int(pattern.owner)].pack)
    case .probe, .exception, nil: nil
    }
  }

  /// Ids of the rules that are only listed: drafts, and rules that were given up.
  var idleRules: [String] {
    rules.filter { !$0.isStable }.map { string($0.id) }
  }
}
