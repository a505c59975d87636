public import CalqueFindings
internal import CalqueRules
public import CalqueText

/// Runs rules and checks over sections of articles.
///
/// A pure function: same section, same findings, whatever others are run with it.
public struct Engine: Sendable {
  private let sets: [RuleSet]
  private let languages: SourceLanguages
  /// For each set the source languages of its packs; empty for a pack that serves every article.
  private let packLanguages: [[String]]

  /// Creates an engine for some sets of rules, the built-in one first.
  public init(_ sets: [RuleSet], languages: SourceLanguages) {
    self.sets = sets
    self.languages = languages
    let languagesByPack = sets.flatMap(\.languagesByPack)
    // A pack of the user has the language of the built-in one of its name.
    packLanguages = sets.map { set in
      set.program.packs.map { pack in
        let name = set.program.string(pack.name)
        return languagesByPack.first { $0.pack == name }?.language ?? ""
      }
    }
  }

  /// A section of an article: most articles are one.
  public struct Section: Sendable {
    /// The analysed text.
    public let document: Document
    /// Runs of bytes that are not UTF-8.
    public let invalidSequences: [TextRange]
    /// Whether this is where the article starts.
    public let isFirst: Bool

    /// Creates a section.
    public init(
      _ document: Document, invalidSequences: [TextRange] = [], isFirst: Bool = true
    ) {
      self.document = document
      self.invalidSequences = invalidSequences
      self.isFirst = isFirst
    }
  }

  /// What a section gave.
  public struct Result: Sendable {
    /// The findings, sorted.
    public let findings: [Finding]
    /// How much the section speaks for each source language.
    public let evidence: LanguageEvidence
  }

  /// Returns what each of some sections gave, the findings sorted by place.
  ///
  /// Each step goes through all sections before the next one: the code of all steps is more than
  /// the caches next to a processor hold, and is fetched once for all of them. Memory is what all
  /// of them take.
  public func run(on sections: [Section], detail: FindingDetail) -> [Result] {
    let surveys = sections.map(TextSurvey.init)
    var passes = surveys.map { SectionPass($0, sets, languages, detail) }
    for index in passes.indices { passes[index].scan() }
    for (set, packs) in packLanguages.enumerated() {
      for index in passes.indices { passes[index].addMatches(ofSet: set, packs) }
      for check in sets[set].checks {
        for index in passes.indices { passes[index].addFaults(of: check, set, packs) }
      }
    }
    return passes.indices.map { passes[$0].finish() }
  }
}

extension Engine {
  /// Returns what speaks for a source language in a document, in order; once the pack's own signs
  /// are enough, no more of them are looked for.
  public func evidenceSigns(in document: Document) -> [EvidenceSign] {
    let survey = TextSurvey(Section(document))
    let signs = sets.flatMap { set in
      let pass = RulePass(set, Article(survey, program: set.program, judgement: nil), .brief)
      var evidence = LanguageEvidence()
      pass.scan(into: &evidence)
      return pass.evidenceSigns
    }
    return signs.sorted { ($0.range, $0.language, $0.weight) < ($1.range, $1.language, $1.weight) }
  }
}
