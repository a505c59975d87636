import ArgumentParser
import Calque
import CalqueFindings
import CalqueReporters

/// `calque explain RULE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule finds and why, or what language an article came from.",
    usage: """
      calque explain RULE
      calque explain --evidence PATH...
      """,
    discussion: """
      With --evidence the names are files and folders of texts. For each it is shown how much the \
      text speaks for every source language, from 1.00 on as a translation, and the places that \
      say so. The rules are those that “calque PATH…” would lint the text with.
      """)

  @Argument(help: "Id of the rule, as findings have it in brackets; with --evidence, texts.")
  var names: [String]

  @Flag(help: "Show what speaks for a source language in texts.")
  var evidence = false

  @Option(help: "Configuration in the place of those that are found.")
  var config: String?

  func validate() throws {
    guard evidence || names.count == 1 else {
      throw ValidationError("one rule is explained at a time; texts are named with --evidence")
    }
  }

  func run() throws {
    if evidence { try explainTexts() } else { try explainRule(names[0]) }
  }

  private func explainTexts() throws {
    let corpus = try Corpus(linted: names, configuration: config)
    let (pages, status) = corpus.mapLinted { EvidencePage($0, $1, path: $2, by: $3) }
    try finish(StandardOutput.write(pages.flatMap(\.text)))
    try finish(status)
  }

  private func explainRule(_ rule: String) throws {
    let library = try RuleLibrary.load(configuration: config)
    guard let description = library.rules.first(where: { $0.id.text == rule }) else {
      let catalogue = library.catalogue
      let ending =
        catalogue.newName(of: rule).map { "it is called “\($0)” now" }
        ?? catalogue.nearestRule(to: rule).map { "did you mean “\($0)”?" }
        ?? "“calque rules” lists them all"
      StandardError.write("there is no rule “\(VisibleText.shown(rule))”; \(ending)")
      throw StatusError(status: .usage)
    }
    try finish(StandardOutput.write(RuleExplanation(description).text))
  }
}

extension RuleLibrary {
  /// Reads the rules for a command about rules; if anything is wrong it says so and ends.
  static func load(configuration path: String?) throws(StatusError) -> RuleLibrary {
    do throws(SystemError) {
      let library = try forWorkingFolder(configuration: path)
      guard !library.problems.isEmpty else { return library }
      for problem in library.problems { problem.report(.current) }
    } catch {
      StandardError.write("the working folder cannot be read: \(error)")
    }
    throw StatusError(status: .usage)
  }
}
