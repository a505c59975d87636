import ArgumentParser
import Calque
import CalqueFindings

/// `calque rules [FILTER…]`.
struct RulesListCommand: ParsableCommand {
  /// Form of the list.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules, each with the level that it has earned; the default.",
    usage: "calque rules [<options>] [FILTER...]",
    discussion: """
      A filter is a pack, an id, a glob such as “es/acronym-*”, or a part of an id or message; a \
      rule is listed if any filter fits. A rule that is not in use is listed as “draft” or \
      “retired” in the place of its level. The user's rules of the working folder's configuration \
      are listed too. A filter that is named like a command is written “calque rules list test”.
      """)

  @Argument(help: "What to list; all rules if nothing is given.")
  var filters: [String] = []

  @Option(help: "List the rules of this pack only; may be repeated.")
  var pack: [String] = []

  @Option(help: "Form of the list.")
  var format = Format.text

  @Option(help: "Folder for the Markdown, one page a pack; it is made where there is none.")
  var output: String?

  @Option(help: "Configuration in the place of the one of the working folder.")
  var config: String?

  func validate() throws {
    guard output == nil || format == .markdown else {
      throw ValidationError("--output is for pages; give --format markdown too")
    }
    guard output != "" else { throw ValidationError("--output takes the path of a folder") }
  }

  func run() throws {
    let library = try RuleLibrary.load(configuration: config)
    let wrongPacks = pack.compactMap { library.catalogue.problem(withPack: $0) }
    guard wrongPacks.isEmpty else {
      for problem in wrongPacks { StandardError.write("--pack: " + problem) }
      throw StatusError(status: .usage)
    }
    let packs = Set(library.rules.map { String($0.id.pack) })
    let rules = library.rules.filter { pack.isEmpty || pack.contains(String($0.id.pack)) }
    for filter in filters where !rules.contains(where: { Self.fits($0, filter, packs) }) {
      StandardError.write(library.catalogue.problem(withFilter: filter))
    }
    try finish(
      write(
        rules.filter { rule in
          filters.isEmpty || filters.contains { Self.fits(rule, $0, packs) }
        }))
  }

  private func write(_ rules: [RuleDescription]) -> ExitStatus {
    let pages = format == .markdown ? RulePage.pages(of: rules) : []
    if let output, output != "-" { return Catalogue(pages).write(to: FilePath(output).normalized) }
    let list =
      switch format {
      case .text: RuleList.text(rules)
      case .json: RuleList.json(rules)
      case .markdown: Array(pages.map(\.text).joined(separator: "\n").utf8)
      }
    return StandardOutput.write(list)
  }

  private static func fits(
    _ rule: RuleDescription, _ filter: String, _ packs: Set<String>
  ) -> Bool {
    // The name of a pack may be a part of many words.
    if packs.contains(filter) { return rule.id.pack == filter }
    // A filter that is no glob, such as “[”, may still be a part of a message.
    if let glob = try? RuleGlob(filter), glob.matches(rule.id) { return true }
    let part = filter.lowercased()
    return rule.id.text.contains(part) || rule.message.lowercased().contains(part)
  }
}
