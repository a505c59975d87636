public import CalqueFindings

extension RuleProgram {
  /// What all rules say of themselves, sorted by id.
  ///
  /// O(size of the rules' texts).
  public var descriptions: [RuleDescription] { rules.indices.map { description(of: $0) } }

  /// Codes of the source languages that packs are for.
  package var languages: [String] {
    packs.map { string($0.language) }.filter { !$0.isEmpty }
  }

  /// Names of the word lists.
  package var wordListNames: [String] { lists.map { string($0.name) } }

  /// Returns what the rule of an index says of itself.
  public func description(of ruleIndex: Int) -> RuleDescription {
    let rule = rules[ruleIndex]
    return RuleDescription(
      id: id(of: rule), message: string(rule.message), why: string(rule.why),
      advice: string(rule.advice), severity: Self.severity(rule.severity),
      status: Self.status(rule.status), formerIDs: strings(rule.formerly).map { RuleID($0) },
      precision: MeasuredPrecision(right: Int(rule.rightCount), read: Int(rule.readCount)),
      speaksAlone: rule.isProof == 1 && !string(packs[Int(rule.pack)].language).isEmpty,
      category: string(rule.category), stage: string(rule.stage),
      original: string(rule.original), patterns: strings(rule.patternTexts),
      fixes: strings(rule.fixTexts), check: string(rule.check), needs: strings(rule.needTexts),
      bad: strings(rule.bad), good: strings(rule.good))
  }

  /// Returns what the rule of an id says of itself; nil where the program has no such rule.
  ///
  /// O(log rules).
  public func description(of id: RuleID) -> RuleDescription? {
    index(of: id.text, among: rules.count, nameAt: { rules[$0].id }).map { description(of: $0) }
  }

  /// Returns what the rule of an id is about; nil where the program has no such rule.
  ///
  /// O(log rules).
  public func classification(of id: RuleID) -> RuleClassification? {
    guard let index = index(of: id.text, among: rules.count, nameAt: { rules[$0].id }) else {
      return nil
    }
    let rule = rules[index]
    return RuleClassification(category: string(rule.category), stage: string(rule.stage))
  }

  /// Returns the id of a rule.
  public func id(of rule: Rule) -> RuleID { RuleID(string(rule.id)) }

  private static func status(_ number: UInt32) -> RuleDescription.Status {
    switch Rule.Status(rawValue: number) {
    case .draft: .draft
    case .stable, nil: .stable
    case .retired: .retired
    }
  }

  private static func severity(_ level: UInt32) -> Severity {
    switch level {
    case 0: .note
    case 1: .warning
    default: .error
    }
  }
}
