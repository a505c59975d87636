internal import CalqueFindings

/// All sets of rules on one section.
struct SectionPass {
  /// One for each set.
  private let passes: [RulePass]
  private var judge: LanguageJudge
  private var findings = SourcedFindings()

  init(
    _ survey: TextSurvey, _ sets: [RuleSet], _ languages: SourceLanguages, _ detail: FindingDetail
  ) {
    judge = LanguageJudge(languages)
    passes = sets.map { set in
      RulePass(set, Article(survey, program: set.program, judgement: set.judgement), detail)
    }
  }

  /// Finds what matches, and what the section says of its language.
  mutating func scan() {
    for pass in passes { pass.scan(into: &judge.evidence) }
  }

  /// Adds the findings of the patterns of a set, once every set has scanned.
  mutating func addMatches(ofSet set: Int, _ packs: [String]) {
    passes[set].addMatches(to: &findings, judge, packs)
  }

  /// Adds the findings of a check of a set, once every set has scanned.
  mutating func addFaults(of check: RuleSet.RuleCheck, _ set: Int, _ packs: [String]) {
    passes[set].addFaults(of: check, to: &findings, judge, packs)
  }

  /// Returns what the section gave; the findings are sorted where they lie.
  mutating func finish() -> Engine.Result {
    findings.sort()
    return Engine.Result(
      findings: SourceChoice(judge.evidence).resolve(findings), evidence: judge.evidence)
  }
}
