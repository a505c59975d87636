import ArgumentParser
import Calque
import CalqueEngine

/// `calque rules stats --on PATH…`.
struct RulesStatsCommand: ParsableCommand {
  /// Form of the table.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what each rule finds in some texts.",
    discussion: """
      Notes are counted too, and every source language is taken as given unless --from says \
      otherwise. The configuration of a text chooses files, not rules. The JSON form has the rules \
      that found nothing as well.
      """)

  @Argument(help: "Folders of rules to count beside the built-in ones, or in their place.")
  var folders: [String] = []

  @Option(name: .customLong("on"), parsing: .upToNextOption, help: "Files and folders of texts.")
  var paths: [String]

  @Option(help: "Languages of the texts, “es,pt”, “auto” or “none” (default: every one).")
  var from: [String] = []

  @Option(help: "Form of the table.")
  var format = Format.text

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("--on takes at least one file or folder") }
    _ = try SourceLanguages(arguments: from)
  }

  func run() throws {
    let files = try UserRules.load(folders)
    let languages = try SourceLanguages(arguments: from)
    let linter = Linter(authoring: files.sources, from: languages)
    try files.report(linter.problems)
    let problems = CommandLineSettings(from: languages).problems(in: RuleCatalogue([linter]))
    for problem in problems { StandardError.write(problem) }
    try finish(problems.isEmpty ? .clean : .usage)
    let (parts, status) = try Corpus(paths).map { text, format, _ in
      RuleStatistics(of: text, as: format, by: linter)
    }
    var statistics = RuleStatistics()
    for part in parts { statistics.add(part) }
    let table = RuleTable(statistics, linter.rules)
    try finish(StandardOutput.write(format == .text ? table.text : table.json))
    StandardError.write(Array((table.summary + "\n").utf8))
    try finish(status)
  }
}
