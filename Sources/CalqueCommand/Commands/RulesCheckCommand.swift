import ArgumentParser
import Calque
import CalqueFindings
import CalqueRules

/// `calque rules check FOLDER…`.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compile rules and say what is wrong in their files, at its place.",
    discussion: "Exit status: 2 if anything is wrong.")

  @Argument(help: "Folders of rules.")
  var folders: [String]

  func run() throws {
    let files = try UserRules.load(folders)
    let linter = Linter(authoring: files.sources)
    let packs = Set(files.sources.map(\.pack))
    let rules = linter.rules.filter { packs.contains(String($0.id.pack)) }
    let unknown = rules.filter { !$0.check.isEmpty && !Linter.checkNames.contains($0.check) }
    for rule in unknown {
      let near = Suggestion.nearest(to: rule.check, among: Linter.checkNames)
      let hint =
        near.map { "did you mean “\($0)”?" }
        ?? "the checks are " + Linter.checkNames.joined(separator: ", ")
      StandardError.write("there is no check “\(rule.check)”; " + hint, path: rule.id.text)
    }
    try files.report(linter.problems)
    try finish(unknown.isEmpty ? .clean : .usage)
    let summary =
      Count.of(rules.count, "rule") + " in " + Count.of(files.sources.count, "file")
      + ", nothing is wrong\n"
    StandardError.write(Array(summary.utf8))
  }
}
