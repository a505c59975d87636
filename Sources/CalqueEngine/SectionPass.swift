internal import CalqueFindings

/// All sets of rules on one section.
struct SectionPass {
  /// One for each set.
  private let passes: [RulePass]
  private var evidence = LanguageEvidence()
  private var findings = SourcedFindings()

  init(_ survey: TextSurvey, _ sets: [RuleSet], _ detail: FindingDetail) {
    passes = sets.map { set in
      RulePass(set, Article(survey, program: set.program, judgement: set.judgement), detail)
    }
  }

  /// Finds what matches, and what the section says of its language.
  mutating func scan() {
    for pass in passes { pass.scan(into: &evidence) }
  }

  /// Adds the findings of the patterns of a set, once every set has scanned.
  mutating func addMatches(ofSet set: Int, _ languages: SourceLanguages, _ packs: [String]) {
    passes[set].addMatches(to: &findings, evidence, languages, packs)
  }

  /// Adds the findings of a check of a set, once every set has scanned.
  mutating func addFaults(
    of check: RuleSet.RuleCheck, _ set: Int, _ languages: SourceLanguages, _ packs: [String]
  ) {
    passes[set].addFaults(of: check, to: &findings, evidence, languages, packs)
  }

  /// Returns what the section gave; the findings are sorted where they lie.
  mutating func finish() -> Engine.Result {
    findings.sort()
    return Engine.Result(
      findings: SourceChoice(evidence).resolve(findings), evidence: evidence)
  }
}
