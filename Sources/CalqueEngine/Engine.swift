public import CalqueFindings
internal import CalqueRules
public import CalqueText

/// Runs rules and checks over one document.
///
/// A pure function: same document, same findings.
public struct Engine: Sendable {
  private let sets: [RuleSet]
  private let languages: SourceLanguages
  /// For each set the source languages of its packs; empty for a pack that serves every article.
  private let packLanguages: [[String]]

  /// Creates an engine for some sets of rules, the built-in one first.
  public init(_ sets: [RuleSet], languages: SourceLanguages) {
    self.sets = sets
    self.languages = languages
    let byName = sets.reduce(into: [:]) { all, set in
      all.merge(set.languagesByPack) { first, _ in first }
    }
    // A pack of the user has the language of the built-in one of its name.
    packLanguages = sets.map { set in
      set.program.packs.map { byName[set.program.string($0.name), default: ""] }
    }
  }

  /// What an article gave.
  public struct Result: Sendable {
    /// The findings, sorted.
    public let findings: [Finding]
    /// How much the article speaks for each source language.
    public let evidence: LanguageEvidence
  }

  /// Returns the findings of a document, sorted by place.
  public func run(
    on document: Document, invalidSequences: [TextRange] = [], isFirstSection: Bool = true,
    detail: FindingDetail = .complete
  ) -> Result {
    let survey = TextSurvey(
      document, invalidSequences: invalidSequences, isFirstSection: isFirstSection)
    var passes = sets.map { set in
      RulePass(set, Article(survey, program: set.program, judgement: set.judgement), detail)
    }
    var evidence = LanguageEvidence()
    for index in passes.indices { passes[index].scan(into: &evidence) }
    var findings: [SourcedFinding] = []
    for (pass, packs) in zip(passes, packLanguages) {
      pass.addFindings(to: &findings, evidence, languages, packs)
    }
    findings.sort { $0.finding < $1.finding }
    return Result(findings: SourceChoice(evidence).resolve(findings), evidence: evidence)
  }
}

extension Engine {
  /// Returns what speaks for a source language in a document, in order; once the pack's own signs
  /// are enough, no more of them are looked for.
  public func evidenceSigns(in document: Document) -> [EvidenceSign] {
    let survey = TextSurvey(document, invalidSequences: [], isFirstSection: true)
    let signs = sets.flatMap { set in
      var pass = RulePass(set, Article(survey, program: set.program, judgement: nil), .brief)
      var evidence = LanguageEvidence()
      pass.scan(into: &evidence)
      return pass.evidenceSigns
    }
    return signs.sorted { ($0.range, $0.language, $0.weight) < ($1.range, $1.language, $1.weight) }
  }
}
