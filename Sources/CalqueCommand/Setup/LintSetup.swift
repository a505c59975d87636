import Calque
import CalqueFindings
import CalqueReporters
import CalqueText

/// A run with everything read but the texts: what is wrong with it is known.
struct LintSetup {
  /// The files.
  let inputs: InputWalk
  /// Number of files when the run began.
  let inputCount: Int
  /// A linter for each row of the settings, with the limits of its files.
  let linters: [ConfiguredLinter]
  /// Most warnings there may be, by the chain of configurations; nil for any number.
  let maxWarnings: [Int?]
  let run: Run
  /// The findings that are known; nil where none are named.
  let baseline: Baseline?
  /// Why nothing can be linted; empty where all is well.
  let problems: [UsageProblem]

  /// Finds files, reads configurations and the user's rules, and makes the linters.
  init(_ plan: LintPlan) throws(SystemError) {
    let workingFolder = try FilePath.workingFolder()
    var walk = InputCollector(plan, workingFolder: workingFolder).inputs
    // The first of two walks: nothing is linted before every configuration is known to be right.
    var inputCount = 0
    while walk.next() != nil { inputCount += 1 }
    self.inputCount = inputCount
    inputs = walk.rewound()
    let configurations = walk.settings.configurations
    let chains = configurations.chains
    let userRules = chains.map { UserRules($0.ruleFolders, workingFolder: workingFolder) }
    var problems = configurations.problems + userRules.flatMap(\.problems)
    for (chain, rules) in zip(chains, userRules) {
      problems += configurations.loader.problems(in: chain, rules.unreadable)
    }
    problems += Self.nameProblems(plan, configurations, userRules)
    let rows = walk.settings.table.rows
    if problems.isEmpty {
      linters = rows.map { row in
        ConfiguredLinter(
          linter: Linter(
            configuration: row.settings.configuration, userRules: userRules[row.chain].sources),
          failOn: row.settings.failOn, chain: row.chain)
      }
      // Every linter of a chain has read the same files of rules.
      for chain in chains.indices {
        guard let linter = linters.first(where: { $0.chain == chain })?.linter else { continue }
        problems += userRules[chain].located(linter.problems)
      }
    } else {
      linters = []
    }
    baseline = Self.baseline(plan, &problems)
    let unit = Self.columnUnit(plan, rows.map { chains[$0.chain] }, &problems)
    maxWarnings = chains.map { plan.settings.maxWarnings ?? $0.maxWarnings }
    run = Run(
      version: Version.current, columnUnit: unit, workingFolder: workingFolder.text,
      description: { [linters] rule in
        linters.lazy.compactMap { $0.linter.description(of: rule) }.first
      },
      classification: { [linters] rule in
        linters.lazy.compactMap { $0.linter.classification(of: rule) }.first
      })
    self.problems = problems
  }

  private static func baseline(_ plan: LintPlan, _ problems: inout [UsageProblem]) -> Baseline? {
    guard let path = plan.baselinePath else { return nil }
    do {
      return try Baseline(
        report: OpenFile.read(FilePath(path), isNamed: true, stopsAtNUL: true))
    } catch {
      problems.append(.message(path: path, text: "\(error)"))
      return nil
    }
  }

  /// A report has one unit: that of the command line, or the one on which configurations agree.
  private static func columnUnit(
    _ plan: LintPlan, _ chains: [ConfigurationChain], _ problems: inout [UsageProblem]
  ) -> LineMap.ColumnUnit {
    if let unit = plan.report.columnUnit { return unit }
    let units = Set(chains.compactMap(\.columnUnit))
    if units.count > 1 {
      let text = "the configurations differ in “columnUnit”, a report has one; give --column-unit"
      problems.append(.message(path: "", text: text))
    }
    return units.first ?? .scalar
  }

  /// Checks the names of rules that configurations and the command line mention.
  ///
  /// The rules are only listed where one is named, since most runs name none.
  private static func nameProblems(
    _ plan: LintPlan, _ finder: ConfigurationFinder, _ userRules: [UserRules]
  ) -> [UsageProblem] {
    var problems: [UsageProblem] = []
    var libraries: [RuleLibrary] = []
    for (index, chain) in finder.chains.enumerated() {
      guard plan.settings.namesRules || chain.namesRules else { continue }
      let library = RuleLibrary(userRules[index])
      libraries.append(library)
      problems += finder.loader.nameProblems(in: chain, library.catalogue)
    }
    if plan.settings.namesRules {
      let messages = plan.settings.problems(in: RuleCatalogue(libraries.map(\.linter)))
      problems += messages.map { .message(path: "", text: $0) }
    }
    return problems
  }
}

/// A linter with what the files that it is for may have.
struct ConfiguredLinter: Sendable {
  let linter: Linter
  let failOn: FailOn
  /// Number of the chain of configurations.
  let chain: Int
}
