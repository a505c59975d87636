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
  private var seen: [Range<Int>?] = []
  private var signs: [RuleScanner.Sign] = []
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
    seen = result.seen
    signs = result.signs
    for (sign, weight) in result.signWeights.enumerated() where weight > 0 {
      evidence.add(weight, for: set.language(of: program.evidence[sign]))
    }
    guard !result.matches.isEmpty else { return }
    let contexts = RuleContexts(article, reportingVerbs: set.reportingVerbs)
    for found in result.matches {
      let rule = program.rules[found.rule]
      let kept = Self.withoutOverlaps(found.matches).filter { match in
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
          language: set.language(of: rule), weight: weight(of: rule), range: widened(hit.place),
          rule: program.id(of: rule))
      }
  }

  /// Adds the findings of patterns, rule by rule, once the evidence of all passes is known.
  ///
  /// - Parameters:
  ///   - findings: What they are added to.
  ///   - evidence: How much the article speaks for each source language.
  ///   - languages: The source languages of the run.
  ///   - packs: The source language of each pack, by the index of the pack.
  func addMatches(
    to findings: inout SourcedFindings, _ evidence: LanguageEvidence,
    _ languages: SourceLanguages, _ packs: [String]
  ) {
    for found in matches where mayReport(found.rule, evidence, languages) {
      let speaker = speaker(found.rule, evidence, languages)
      for match in found.matches { findings.append(finding(speaker, match)) }
      findings.note(packs[Int(speaker.rule.pack)], of: speaker.id)
    }
  }

  /// Adds the findings of a check; the rest is as for patterns.
  func addFaults(
    of check: RuleSet.RuleCheck, to findings: inout SourcedFindings,
    _ evidence: LanguageEvidence, _ languages: SourceLanguages, _ packs: [String]
  ) {
    guard check.isForEveryArticle || mayReport(check.rule, evidence, languages) else { return }
    let faults = check.faults(article)
    guard !faults.isEmpty else { return }
    let speaker = speaker(check.rule, evidence, languages)
    for fault in faults { findings.append(finding(speaker, fault)) }
    findings.note(packs[Int(speaker.rule.pack)], of: speaker.id)
  }

  /// A rule with what all its findings share.
  private struct Speaker {
    let rule: Rule
    let level: Severity
    let id: RuleID
    let message: MessageTemplate
    let hasFixes: Bool
  }

  private func speaker(
    _ index: Int, _ evidence: LanguageEvidence, _ languages: SourceLanguages
  ) -> Speaker {
    let rule = program.rules[index]
    let isOrigin = isOrigin(set.language(of: rule), for: index, evidence, languages)
    // Only rules that are on come here, and these have a level.
    return Speaker(
      rule: rule, level: set.levels[index] ?? .note, id: program.id(of: rule),
      message: MessageTemplate(program.string(isOrigin ? rule.message : rule.neutralMessage)),
      hasFixes: detail == .complete && mayFix(rule, evidence, languages))
  }

  /// Keeps the longest of matches of one rule that overlap.
  private static func withoutOverlaps(_ matches: [Match]) -> [Match] {
    let inOrder = matches.sorted {
      ($0.whole.lowerBound, $1.whole.count) < ($1.whole.lowerBound, $0.whole.count)
    }
    // Most keep clear of each other.
    let neighbours = zip(inOrder, inOrder.dropFirst())
    if neighbours.allSatisfy({ $0.report.upperBound <= $1.report.lowerBound }) { return inOrder }
    let longestFirst = matches.sorted {
      ($1.whole.count, $0.whole.lowerBound) < ($0.whole.count, $1.whole.lowerBound)
    }
    var kept: [Match] = []
    var taken: Set<Int> = []
    for match in longestFirst where match.report.allSatisfy({ !taken.contains($0) }) {
      kept.append(match)
      taken.formUnion(match.report)
    }
    return kept.sorted { $0.whole.lowerBound < $1.whole.lowerBound }
  }

  private func isAllowed(_ rule: Rule, _ contexts: RuleContexts, _ match: Match) -> Bool {
    guard rule.onlyIn != 0 || rule.notIn != 0 else { return true }
    let bits = contexts.bits(at: match.report.lowerBound)
    return (rule.onlyIn == 0 || rule.onlyIn & bits != 0) && rule.notIn & bits == 0
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

  /// Tells whether an article is known to come from a language without what a rule itself says of
  /// it, so that the rule may name the language.
  ///
  /// Sister languages share calques and acronyms: an error that proves the language by itself said
  /// something false of it in one finding of twenty, of Ukrainian and Japanese articles above all.
  private func isOrigin(
    _ language: String, for rule: Int, _ evidence: LanguageEvidence, _ languages: SourceLanguages
  ) -> Bool {
    if case .named(let codes) = languages { return codes.contains(language) }
    let isHit = hits.contains { $0.rule == rule }
    let rest = evidence[language] - (isHit ? weight(of: program.rules[rule]) : 0)
    return rest >= LanguageEvidence.certain
      && !evidence.scores.contains { $0.language != language && $0.thousandths >= rest }
  }

  private func needsLanguage(_ rule: Rule) -> Bool {
    program.needs[rule.needs.indices].contains { $0.kind == Need.Kind.language.rawValue }
  }

  /// Tells whether the article and the run let a rule speak.
  private func mayReport(
    _ index: Int, _ evidence: LanguageEvidence, _ languages: SourceLanguages
  ) -> Bool {
    let rule = program.rules[index]
    let language = set.language(of: rule)
    if !language.isEmpty {
      switch languages {
      case .none: return false
      case .named(let codes): guard codes.contains(language) else { return false }
      case .automatic:
        // What is nearly always right needs no evidence beside itself.
        guard rule.isProof == 1 || evidence.isCertain(of: language) else { return false }
      }
    }
    return rule.needs.indices.allSatisfy { need in
      let condition = program.needs[need]
      switch Need.Kind(rawValue: condition.kind) {
      case .seen: return seen[need] != nil
      case .beside, .fixLanguage, nil: return true
      case .language: return isFrom(condition.value, evidence, languages)
      }
    }
  }

  /// Tells whether the article and the run let the fixes of a rule be offered.
  private func mayFix(
    _ rule: Rule, _ evidence: LanguageEvidence, _ languages: SourceLanguages
  ) -> Bool {
    let asked = program.needs[rule.needs.indices].filter {
      $0.kind == Need.Kind.fixLanguage.rawValue
    }
    return asked.isEmpty || asked.contains { isFrom($0.value, evidence, languages) }
  }

  /// Tells whether the article was translated from a language, by its signs or by what the run
  /// says.
  private func isFrom(
    _ language: RuleProgram.StringID, _ evidence: LanguageEvidence, _ languages: SourceLanguages
  ) -> Bool {
    let code = program.string(language)
    if case .named(let codes) = languages { return codes.contains(code) }
    return evidence.isCertain(of: code)
  }
}

// MARK: - Findings

extension RulePass {
  private func finding(_ speaker: Speaker, _ match: Match) -> Finding {
    let range = widened(match.report)
    let message = speaker.message.filled { [article] place in
      guard case .capture(let number) = place, let capture = match.capture(number) else {
        return nil
      }
      return NestedQuotes.inner(article.string(capture))
    }
    return Finding(
      rule: speaker.id, severity: speaker.level, range: range, message: message,
      related: related(speaker.rule, match),
      fixes: speaker.hasFixes ? fixes(of: speaker.rule, for: match, in: range) : [])
  }

  private func fixes(of rule: Rule, for match: Match, in range: TextRange) -> [Fix] {
    let renderer = FixRenderer(article)
    return program.fixes[rule.fixes.indices].compactMap {
      renderer.fix($0, for: match, in: range)
    }
  }

  /// Returns where what the rule asks for, or wants to be pointed at, stands in the article.
  private func related(_ rule: Rule, _ match: Match) -> [Finding.Related] {
    var places: [Range<Int>] = []
    for need in rule.needs.indices {
      guard let place = seen[need], !place.overlaps(match.report), !places.contains(place) else {
        continue
      }
      places.append(place)
    }
    return places.map { place in
      let range = article.document.range(of: place)
      return Finding.Related(range: range, note: "the article has “\(article.string(range))” here")
    }
  }

  private func finding(_ speaker: Speaker, _ fault: Fault) -> Finding {
    Finding(
      rule: speaker.id, severity: speaker.level, range: fault.range,
      message: speaker.message.filled { place in
        guard case .value(let name) = place else { return nil }
        return fault.values.first { $0.key == name }?.value
      },
      related: fault.related, fixes: speaker.hasFixes ? fault.fixes : [])
  }

  /// Returns the bytes of a reported part; a pair of quotation marks of which one is inside and the
  /// other directly beside it is taken in whole.
  private func widened(_ report: Range<Int>) -> TextRange {
    var (first, last) = (report.lowerBound, report.upperBound - 1)
    for token in report where article.tokens[token].kind == .quote {
      guard let mark = article.document.mark(ofToken: token),
        let partner = article.document.marks[mark].partner
      else { continue }
      let other = article.document.marks[partner].token
      if other == report.lowerBound - 1 { first = other }
      if other == report.upperBound { last = other }
    }
    return article.document.range(of: first..<last + 1)
  }
}
