public import CalqueFindings
public import CalqueRules
internal import CalqueText

/// A program with what the configuration of a run makes of it: levels, packs, checks.
///
/// A class, though it never changes: each article is run with it, and a copy of the value would
/// retain all that is in it.
public final class RuleSet: Sendable {
  /// Makes the check of a name; nil where there is none.
  public typealias CheckFactory = (_ name: String, _ setup: CheckSetup) -> (any Check)?

  let program: RuleProgram
  /// Words that say who speaks, for the contexts of rules.
  let reportingVerbs: WordLists
  /// The level of each rule in this run; nil for one that is off.
  let levels: [Severity?]
  let isOn: [Bool]
  /// Code of the source language of each pack; empty for a pack that serves every article.
  private let packLanguages: [String]
  /// What the checks judge by; nil where there are none.
  let judgement: Judgement?
  /// What a check finds in an article, with the index of its rule.
  ///
  /// A function, since a check is copied with its lists wherever it is handed on.
  typealias RuleCheck = (
    rule: Int, isForEveryArticle: Bool, faults: @Sendable (Article) -> [Fault]
  )

  /// The checks of the rules that are on, in the order of the rules.
  let checks: [RuleCheck]
  /// Names of checks that rules ask for and nobody has, each with the rule.
  public let unknownChecks: [(rule: RuleID, check: String)]

  /// How the level of a rule in a run is told; nil for a rule that is off.
  public enum LevelChoice {
    /// By the level that the rule has earned.
    case byEarned((Severity) -> Severity?)
    /// By its id as well, which takes longer: the id of every rule is made.
    case byRule((RuleID, Severity) -> Severity?)
  }

  /// Prepares a program for a run.
  ///
  /// - Parameters:
  ///   - program: The compiled rules.
  ///   - words: The dictionary for the checks.
  ///   - choice: The levels of rules.
  ///   - options: Options of a rule that the configuration sets, from its id.
  ///   - makeCheck: Makes checks.
  public init(
    _ program: RuleProgram, words: WordTable, levels choice: LevelChoice,
    options: (_ id: () -> RuleID) -> [String: [String]], makeCheck: CheckFactory
  ) {
    self.program = program
    let lexicon = Lexicon(program, words: words)
    let grammar = AttributionGrammar(lexicon)
    let pageLines = PageLineReader(lexicon)
    reportingVerbs = RuleContexts.reportingVerbs(lexicon)
    let packLanguages = program.packs.map { program.string($0.language) }
    let levels = Self.levels(of: program, choice)
    var checks: [RuleCheck] = []
    var unknown: [(rule: RuleID, check: String)] = []
    // The compiler leaves out the patterns of a draft; a brief leaves out its check.
    for (index, brief) in program.briefs.enumerated() where brief.hasCheck && levels[index] != nil {
      let rule = program.rules[index]
      let setup = CheckSetup(
        lexicon: lexicon, grammar: grammar, pageLines: pageLines,
        options: Self.options(of: rule, program, options { program.id(of: rule) }))
      let name = program.string(rule.check)
      if let check = makeCheck(name, setup) {
        let isForEveryArticle =
          rule.needs.indices.isEmpty && packLanguages[Int(rule.pack)].isEmpty
        checks.append((index, isForEveryArticle, { check.faults(in: $0) }))
      } else {
        unknown.append((program.id(of: rule), name))
      }
    }
    self.levels = levels
    self.packLanguages = packLanguages
    let names = program.packs.map { program.string($0.name) }
    languagesByPack = zip(names, packLanguages).filter { !$1.isEmpty }
    isOn = levels.map { $0 != nil }
    self.checks = checks
    judgement =
      checks.isEmpty
      ? nil
      : Judgement(
        dictionary: words, grammar: grammar,
        paragraphEnds: ParagraphEndReader(lexicon, pageLines))
    unknownChecks = unknown
  }

  private static func levels(of program: RuleProgram, _ choice: LevelChoice) -> [Severity?] {
    let earned: [Severity] = [.note, .warning, .error]
    switch choice {
    case .byEarned(let level):
      let levels = earned.map(level)
      return program.briefs.map { levels[$0.severity] }
    case .byRule(let level):
      return program.rules.indices.map { index in
        level(program.id(of: program.rules[index]), earned[program.briefs[index].severity])
      }
    }
  }

  /// Returns the options of a rule; what the configuration sets stands in the place of its own.
  private static func options(
    of rule: Rule, _ program: RuleProgram, _ configured: [String: [String]]
  ) -> CheckOptions {
    var result = CheckOptions()
    // Each value has the name of its option before it; those of one option stand together.
    var rest = rule.options.indices
    while let first = rest.first {
      let name = program.stringLists[first]
      let end = stride(from: first, to: rest.upperBound, by: 2).first {
        program.stringLists[$0] != name
      }
      let own = first..<(end ?? rest.upperBound)
      let values = stride(from: first + 1, to: own.upperBound, by: 2).map {
        program.string(program.stringLists[$0])
      }
      result.set(values, for: program.string(name))
      rest = own.upperBound..<rest.upperBound
    }
    for (name, values) in configured { result.set(values, for: name) }
    return result
  }

  /// The packs for a source language, each with the code of the language.
  let languagesByPack: [(pack: String, language: String)]

  /// Code of the source language that a rule is for; empty for a rule for every article.
  func language(of rule: Rule) -> String { packLanguages[Int(rule.pack)] }

  /// Code of the source language that a sign speaks for.
  func language(of sign: Evidence) -> String { packLanguages[Int(sign.pack)] }
}
