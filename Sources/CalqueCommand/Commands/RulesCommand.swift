import ArgumentParser
import Calque
import CalqueFindings

/// `calque rules`.
struct RulesCommand: ParsableCommand {
  /// Form of the list.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, each with the level that it has earned.",
    discussion: """
      A filter is an id, a pack, a glob such as “es/*”, or a part of an id or message; a rule is \
      listed if any filter fits. The user's rules of the working folder's configuration are listed \
      too.
      """)

  @Argument(help: "What to list; all rules if nothing is given.")
  var filters: [String] = []

  @Option(help: "List the rules of this pack only; may be repeated.")
  var pack: [String] = []

  @Option(help: "Form of the list.")
  var format = Format.text

  @Option(help: "Configuration in the place of the one of the working folder.")
  var config: String?

  func run() throws {
    let library = try RuleLibrary.load(configuration: config)
    let wrongPacks = pack.compactMap { library.catalogue.problem(withPack: $0) }
    guard wrongPacks.isEmpty else {
      for problem in wrongPacks { StandardError.write("--pack: " + problem) }
      throw StatusError(status: .usage)
    }
    let rules = library.rules.filter { rule in
      (pack.isEmpty || pack.contains(String(rule.id.pack)))
        && (filters.isEmpty || filters.contains { Self.fits(rule, $0) })
    }
    let list =
      switch format {
      case .text: RuleList.text(rules)
      case .json: RuleList.json(rules)
      }
    try finish(StandardOutput.write(list))
  }

  private static func fits(_ rule: RuleDescription, _ filter: String) -> Bool {
    // A filter that is no glob, such as “[”, may still be a part of a message.
    if let glob = try? RuleGlob(filter), glob.matches(rule.id) { return true }
    let part = filter.lowercased()
    return rule.id.text.contains(part) || rule.message.lowercased().contains(part)
  }
}
