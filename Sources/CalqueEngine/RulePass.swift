internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// One set of rules on one article.
///
/// A class, for a check is run through it: a copy of the value would retain all that is in it each
/// time.
final class RulePass {
  private let set: RuleSet
  private let article: Article
  private let detail: FindingDetail
  private var program: RuleProgram { self.set.program }
  private var matches: [RuleScanner.RuleMatches] = []
  private var signs: [RuleScanner.Sign] = []
  private lazy var probes = ProbeFinder(article)
  /// The rules that speak for a language, each at the first place that counts.
  private var hits: [(rule: Int, place: Range<Int>)] = []

  init(_ set: RuleSet, _ article: Article, _ detail: FindingDetail) {
    self.set = set
    self.article = article
    self.detail = detail
  }

  /// Finds the matches of the rules that are on, and what the article says of its language.
  func scan(into evidence: inout LanguageEvidence) {
    var scanner = RuleScanner(article, isOn: set.isOn)
    let result = scanner.scan()
    signs = result.signs
    for (sign, weight) in result.signWeights.enumerated() where weight > 0 {
      evidence.add(weight, for: set.language(of: program.evidence[sign]))
    }
    guard !result.matches.isEmpty else { return }
    let contexts = RuleContexts(article, reportingVerbs: set.reportingVerbs)
    for found in result.matches {
      let rule = program.rules[found.rule]
      let kept = Match.withoutOverlaps(found.matches).filter { match in
        isAllowed(rule, contexts, match) && !scanner.isExcepted(match, of: rule)
      }
      guard !kept.isEmpty else { continue }
      matches.append(RuleScanner.RuleMatches(rule: found.rule, matches: kept))
    }
    addHits(to: &evidence)
  }

  /// Adds what rules of a language's pack say for that language, each by the first place that
  /// counts.
  ///
  /// A rule that waits for evidence is none where something speaks for the language already: it
  /// would prove what it needs. Those that wait for nothing come first, so that the order of rules
  /// does not matter.
  private func addHits(to evidence: inout LanguageEvidence) {
    for isWaiting in [false, true] {
      for found in matches {
        let rule = program.rules[found.rule]
        let language = set.language(of: rule)
        guard !language.isEmpty, weight(of: rule) > 0, needsLanguage(rule) == isWaiting,
          let match = found.matches.first(where: { !isWaiting || !isSeen($0, language) })
        else { continue }
        hits.append((found.rule, match.report))
        evidence.add(weight(of: rule), for: language)
      }
    }
  }

  /// Tells whether a sign of a language, or what has counted of a rule of its pack, stands at a
  /// match.
  private func isSeen(_ match: Match, _ language: String) -> Bool {
    signs.contains {
      $0.tokens.overlaps(match.report)
        && set.language(of: program.evidence[$0.evidence]) == language
    }
      || hits.contains {
        $0.place.overlaps(match.report) && set.language(of: program.rules[$0.rule]) == language
      }
  }

  /// What the scan has found that speaks for a language, in no order; a rule counts once.
  var evidenceSigns: [EvidenceSign] {
    let own = signs.map { sign in
      EvidenceSign(
        language: set.language(of: program.evidence[sign.evidence]),
        weight: Int(program.evidence[sign.evidence].weight),
        range: article.document.range(of: sign.tokens), rule: nil)
    }
    return own
      + hits.map { hit in
        let rule = program.rules[hit.rule]
        return EvidenceSign(
          language: set.language(of: rule), weight: weight(of: rule),
          range: article.range(ofReport: hit.place), rule: program.id(of: rule))
      }
  }

  /// Adds the findings of patterns, rule by rule, once the evidence of all passes is known.
  ///
  /// - Parameters:
  ///   - findings: What they are added to.
  ///   - judge: What language the article is from.
  ///   - packs: The source language of each pack, by the index of the pack.
  func addMatches(
    to findings: inout SourcedFindings, _ judge: LanguageJudge, _ packs: [String]
  ) {
    for found in matches where mayReport(found.rule, judge) {
      let builder = builder(for: found.rule, judge)
      let seen = program.rules[found.rule].needs.indices.compactMap { probes.place(of: $0) }
      for match in found.matches { findings.append(builder.finding(match, seen: seen)) }
      findings.note(packs[Int(program.rules[found.rule].pack)], of: builder.id)
    }
  }

  /// Adds the findings of a check; the rest is as for patterns.
  func addFaults(
    of check: RuleSet.RuleCheck, to findings: inout SourcedFindings, _ judge: LanguageJudge,
    _ packs: [String]
  ) {
    guard check.isForEveryArticle || mayReport(check.rule, judge) else { return }
    let faults = check.faults(article)
    guard !faults.isEmpty else { return }
    let builder = builder(for: check.rule, judge)
    for fault in faults { findings.append(builder.finding(fault)) }
    findings.note(packs[Int(program.rules[check.rule].pack)], of: builder.id)
  }

  private func builder(for index: Int, _ judge: LanguageJudge) -> FindingBuilder {
    let rule = program.rules[index]
    // Only rules that are on come here, and these have a level.
    return FindingBuilder(
      of: rule, set.levels[index] ?? .note,
      isOrigin: judge.isOrigin(set.language(of: rule), without: ownWeight(index)),
      hasFixes: detail == .complete && mayFix(rule, judge), article, program)
  }
}

// MARK: - Conditions

extension RulePass {
  /// What a hit of a rule of a language's pack says for that language, in thousandths: a rule that
  /// is nearly always right is proof enough by itself.
  private func weight(of rule: Rule) -> Int {
    guard rule.isProof == 0 else { return LanguageEvidence.certain }
    // A note is off by default, and what else an article is told must not depend on that.
    guard rule.severity != 0 else { return 0 }
    return needsLanguage(rule) ? 300 : 400
  }

  /// What the hits of a rule have said for its language, in thousandths.
  private func ownWeight(_ index: Int) -> Int {
    hits.contains { $0.rule == index } ? weight(of: program.rules[index]) : 0
  }

  private func needsLanguage(_ rule: Rule) -> Bool {
    program.needs[rule.needs.indices].contains {
      $0.kind == Need.Kind.language.rawValue || $0.kind == Need.Kind.translated.rawValue
    }
  }

  /// Tells whether a match stands where the rule may match at all.
  private func isAllowed(_ rule: Rule, _ contexts: RuleContexts, _ match: Match) -> Bool {
    guard rule.onlyIn != 0 || rule.notIn != 0 else { return true }
    let bits = contexts.bits(at: match.report.lowerBound)
    return (rule.onlyIn == 0 || rule.onlyIn & bits != 0) && rule.notIn & bits == 0
  }

  /// Tells whether the article and the run let a rule speak.
  private func mayReport(_ index: Int, _ judge: LanguageJudge) -> Bool {
    let rule = program.rules[index]
    let language = set.language(of: rule)
    guard language.isEmpty || judge.allowsPack(of: language, isProof: rule.isProof == 1) else {
      return false
    }
    return rule.needs.indices.allSatisfy { need in
      let condition = program.needs[need]
      switch Need.Kind(rawValue: condition.kind) {
      case .seen: return probes.place(of: need) != nil
      case .beside, .fixLanguage, nil: return true
      case .translated: return judge.isTranslated
      case .language:
        return judge.isFrom(program.string(condition.value), without: ownWeight(index))
      }
    }
  }

  /// Tells whether the article and the run let the fixes of a rule be offered.
  private func mayFix(_ rule: Rule, _ judge: LanguageJudge) -> Bool {
    let asked = program.needs[rule.needs.indices].filter {
      $0.kind == Need.Kind.fixLanguage.rawValue
    }
    return asked.isEmpty || asked.contains { judge.isFrom(program.string($0.value)) }
  }
}
