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
    try files.report(linter.problems)
    let summary =
      Count.of(rules.count, "rule") + " in " + Count.of(files.sources.count, "file")
      + ", nothing is wrong\n"
    StandardError.write(Array(summary.utf8))
  }
}
