import ArgumentParser
import Calque
import CalqueFindings
import CalqueReporters

/// `calque explain RULE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule finds, why, and what to do.")

  @Argument(help: "Id of the rule, as findings have it in brackets.")
  var rule: String

  @Option(help: "Configuration in the place of the one of the working folder.")
  var config: String?

  func run() throws {
    let library = try RuleLibrary.load(configuration: config)
    guard let description = library.rules.first(where: { $0.id.text == rule }) else {
      let hint = library.catalogue.nearestRule(to: rule)
      let ending = hint.map { "did you mean “\($0)”?" } ?? "“calque rules” lists them all"
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
