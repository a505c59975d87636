internal import CalqueChecks
public import CalqueEngine
public import CalqueFindings
public import CalqueFormats
public import CalqueRules
public import CalqueText

/// Finds what machine translation and publishing break in a text.
///
/// A linter is made once and shared: linting is a pure function of the text.
public struct Linter: Sendable {
  /// What the linter was told.
  public let configuration: Configuration

  /// What is wrong in the files of the user's rules; a broken rule does not report.
  public let problems: [RuleProblem]

  /// The built-in rules, then those of the user.
  let programs: [RuleProgram]
  /// Built-in packs in the place of which stand packs of the user.
  private let replacedPacks: Set<String>
  private let engine: Engine
  private let vocabulary: Vocabulary

  /// Creates a linter with the built-in rules and those of the user.
  ///
  /// - Parameters:
  ///   - configuration: What to look for.
  ///   - userRules: Files of rules; they may use the built-in word lists and checks.
  public init(configuration: Configuration = Configuration(), userRules: [RuleSource] = []) {
    self.init(configuration, userRules, replacedPacks: [], takesEveryLanguage: false)
  }

  /// Creates a linter for somebody who works on rules: a pack of the files stands in the place of
  /// the built-in one of its name, and notes are on.
  ///
  /// - Parameters:
  ///   - files: Files of rules.
  ///   - from: The languages of the texts; nil to take every one as given.
  ///   - select: If there are any, the rules that report.
  package init(
    authoring files: [RuleSource], from: SourceLanguages? = nil, select: [RuleGlob] = []
  ) {
    var configuration = Configuration()
    configuration.showsNotes = true
    configuration.from = from ?? configuration.from
    configuration.select = select
    self.init(
      configuration, files, replacedPacks: Set(files.map(\.pack)), takesEveryLanguage: from == nil)
  }

  private init(
    _ configuration: Configuration, _ userRules: [RuleSource], replacedPacks: Set<String>,
    takesEveryLanguage: Bool
  ) {
    let builtIn = RuleProgram.builtIn
    let compilation =
      userRules.isEmpty
      ? nil
      : RuleCompiler.compile(
        userRules, lexicon: builtIn, checks: CheckRegistry.descriptions)
    let words = WordTable.builtIn
    let programs =
      [replacedPacks.isEmpty ? builtIn : builtIn.silencing(replacedPacks)]
      + (compilation.map { [$0.program] } ?? [])
    let sets = programs.map { RuleSet($0, words: words, configuration) }
    self.configuration = configuration
    self.programs = programs
    self.replacedPacks = replacedPacks
    problems = compilation?.problems ?? []
    engine = Engine(
      sets,
      languages: takesEveryLanguage
        ? .named(programs.flatMap(\.languages)) : configuration.from)
    vocabulary = Vocabulary(configuration.vocabulary)
  }

  /// The checks that a rule can name, sorted by name.
  public static var checks: [CheckDescription] { CheckRegistry.descriptions }

  /// What every rule says of itself, sorted by id.
  ///
  /// O(rules): made anew at each call.
  public var rules: [RuleDescription] {
    programs.enumerated().flatMap { index, program in
      index == 0
        ? program.descriptions.filter { !replacedPacks.contains(String($0.id.pack)) }
        : program.descriptions
    }.sorted { $0.id < $1.id }
  }

  /// Returns what a rule of the linter says of itself; nil for any other.
  ///
  /// O(log rules), so that a report that names some rules need not have all of them described.
  public func description(of rule: RuleID) -> RuleDescription? {
    // A pack of the user's may stand in the place of a built-in one.
    programs.reversed().lazy.compactMap { $0.description(of: rule) }.first
  }

  /// Returns what a rule of the linter is about; nil for any other.
  ///
  /// O(log rules).
  public func classification(of rule: RuleID) -> RuleClassification? {
    // A pack of the user's may stand in the place of a built-in one.
    programs.reversed().lazy.compactMap { $0.classification(of: rule) }.first
  }

  /// Returns the findings of a plain text, sorted by place.
  ///
  /// Time is O(length); memory beside the text depends on its longest article, not on its length.
  public func lint(_ source: Source) -> [Finding] {
    lint(source, as: PlainText()).findings
  }

  /// What there is to say of a file.
  public struct Result: Sendable, Hashable {
    /// The findings, sorted by place; all ranges are bytes of the source.
    public var findings: [Finding] = []
    /// What could not be read; the rest was linted.
    public var faults: [FormatFault] = []
    /// How much the first section of the first article speaks for each source language.
    public var evidence = LanguageEvidence()
    /// Number of articles.
    public var articleCount = 0
  }

  /// Bytes of text, some twenty articles, that are worth linting together.
  ///
  /// Measured: a folder of articles of 5 kB takes 0.92 of the time with 20 kB, 0.87 with 80, 0.91
  /// with 200, when the tokens of all of them no longer fit a cache.
  public static let batchBytes = 96 << 10

  /// A text and the format that it is in.
  public struct Text: Sendable {
    /// The bytes.
    public let source: Source
    /// How they hold articles.
    public let format: any TextFormat

    /// Creates a text.
    public init(_ source: Source, as format: any TextFormat) {
      self.source = source
      self.format = format
    }
  }

  /// Returns the findings of the articles in a file, sorted by place.
  ///
  /// The findings carry what `detail` says; time and memory are as for a plain text.
  public func lint(
    _ source: Source, as format: some TextFormat, detail: FindingDetail = .complete
  ) -> Result {
    lint([Text(source, as: format)], detail: detail)[0]
  }

  /// Returns what each of some texts gives, as if it were linted alone.
  ///
  /// Together short articles take less time; memory depends on the texts themselves.
  public func lint(_ texts: [Text], detail: FindingDetail = .complete) -> [Result] {
    var batch = batch(detail)
    for text in texts {
      batch.add(text.source) { text.format.readArticles(of: text.source, $0) }
    }
    return batch.finish().map(\.result)
  }

  /// Returns a batch with nothing in it.
  func batch(_ detail: FindingDetail) -> BatchLint { BatchLint(engine, vocabulary, detail) }

  /// Returns what speaks for a source language in the first section of a file's first article, in
  /// order.
  public func evidenceSigns(
    in source: Source, as format: some TextFormat = PlainText()
  ) -> [EvidenceSign] {
    var signs: [EvidenceSign]?
    _ = format.readArticles(of: source) { article in
      guard signs == nil else { return }
      let sections = ArticleSections(article.blocks, of: article.text).sections
      let document = Document(
        text: article.text, blocks: Array(sections[0]), offsets: article.offsets)
      signs = engine.evidenceSigns(in: document).map { sign in
        EvidenceSign(
          language: sign.language, weight: sign.weight,
          range: article.offsets.source(of: sign.range), rule: sign.rule)
      }
    }
    return signs ?? []
  }
}

extension RuleSet {
  /// Prepares a program for a run with a configuration.
  ///
  /// The ids of the rules are made only where the configuration names rules: most do not, and a run
  /// on one article starts sooner.
  fileprivate convenience init(
    _ program: RuleProgram, words: WordTable, _ configuration: Configuration
  ) {
    self.init(
      program, words: words,
      levels: configuration.namesRules
        ? .byRule { configuration.level(of: $0, earned: $1) }
        : .byEarned { $0 == .note && !configuration.showsNotes ? nil : $0 },
      options: { configuration.options.isEmpty ? [:] : configuration.options(of: $0()) },
      makeCheck: CheckRegistry.make)
  }
}
