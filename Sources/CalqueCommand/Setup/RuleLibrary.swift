import Calque
import CalqueFindings
import CalqueRules

/// All rules there are for some folders: the built-in ones and the user's, notes too.
struct RuleLibrary {
  let linter: Linter
  private(set) var rules: [RuleDescription]
  private(set) var problems: [UsageProblem]

  /// Reads the rules of a configuration.
  init(_ userRules: UserRules) {
    var configuration = Configuration()
    configuration.showsNotes = true
    linter = Linter(configuration: configuration, userRules: userRules.sources)
    rules = linter.rules
    problems = userRules.problems + userRules.located(linter.problems)
  }

  /// Reads the rules of the configuration at `path`, or the one that holds in the working folder.
  static func forWorkingFolder(configuration path: String?) throws(SystemError) -> RuleLibrary {
    let folder = try FilePath.workingFolder()
    var finder = ConfigurationFinder(workingFolder: folder, path: path)
    let index = finder.chain(of: folder)
    let chain = finder.chains[index]
    let rules = UserRules(chain.ruleFolders, workingFolder: folder)
    var library = RuleLibrary(rules)
    library.problems =
      finder.problems + finder.loader.problems(in: chain, rules.unreadable) + library.problems
    return library
  }

  /// The names of the rules.
  var catalogue: RuleCatalogue { RuleCatalogue([linter]) }
}
