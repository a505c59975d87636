import ArgumentParser

/// `calque rules`: the list of rules, and what an author of rules works with.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, write new ones and try them.",
    usage: """
      calque rules [<options>] [FILTER...]
      calque rules test [FOLDER...]
      calque rules check FOLDER...
      calque rules try PATTERN PATH...
      calque rules stats --on PATH...
      calque rules new PACK/ID
      """,
    discussion: """
      A folder of rules is a pack, or a folder of packs. Where “test”, “check”, “stats” and “new” \
      are given a pack of a built-in one's name, it stands in the place of that one; a pack that \
      “ruleFolders” of a configuration names is added to it.
      """,
    subcommands: [
      RulesListCommand.self, RulesTestCommand.self, RulesCheckCommand.self, RulesTryCommand.self,
      RulesStatsCommand.self, RulesNewCommand.self,
    ],
    defaultSubcommand: RulesListCommand.self)
}
