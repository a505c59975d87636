package import CalqueFindings
package import CalqueRules

/// The names of all rules there are, for checking what people write.
package struct RuleCatalogue: Sendable {
  private let rules: [RuleID]
  /// The rules that had an id before.
  private let renamed: [RuleID: RuleID]
  private let packs: Set<String>
  /// Codes of the source languages that packs are for, sorted.
  private let languages: [String]
  /// The checks behind rules; a rule of patterns has none.
  private let checks: [RuleID: CheckDescription]
  /// Names of the word lists.
  let wordLists: Set<String>

  /// Creates a catalogue of some rules.
  package init(
    _ rules: [RuleID], renamed: [RuleID: RuleID] = [:], languages: [String],
    checks: [RuleID: CheckDescription] = [:], wordLists: Set<String> = []
  ) {
    self.rules = rules
    self.renamed = renamed
    self.languages = languages
    self.checks = checks
    self.wordLists = wordLists
    packs = Set(rules.map { String($0.pack) })
  }

  /// Creates a catalogue of the rules of some linters.
  package init(_ linters: [Linter]) {
    let rules = linters.flatMap(\.rules)
    let programs = linters.flatMap(\.programs)
    let checks = Dictionary(uniqueKeysWithValues: Linter.checks.map { ($0.name, $0) })
    self.init(
      rules.map(\.id),
      renamed: Dictionary(
        rules.flatMap { rule in rule.formerIDs.map { ($0, rule.id) } },
        uniquingKeysWith: { first, _ in first }),
      languages: Set(programs.flatMap(\.languages)).sorted(),
      checks: Dictionary(
        rules.compactMap { rule in checks[rule.check].map { (rule.id, $0) } },
        uniquingKeysWith: { first, _ in first }),
      wordLists: Set(programs.flatMap(\.wordListNames)))
  }

  /// Tells whether there is a rule of an id.
  func hasRule(_ id: RuleID) -> Bool { rules.contains(id) }

  /// Returns the check behind a rule; nil for a rule of patterns.
  func check(of rule: RuleID) -> CheckDescription? { checks[rule] }

  /// Returns what is wrong with a glob that names no rule; nil where it names one.
  package func problem(with glob: RuleGlob) -> String? {
    guard !rules.contains(where: glob.matches) else { return nil }
    if let name = newName(of: glob.text) { return "“\(glob.text)” is called “\(name)” now" }
    let hint =
      nearestRule(to: glob.text) ?? Suggestion.nearest(to: glob.text, among: packs.sorted())
    return "“\(glob.text)” names no rule"
      + Self.ending(hint, otherwise: "“calque rules” lists them all")
  }

  /// Says that no rule fits a filter of rules.
  package func problem(withFilter text: String) -> String {
    let hint = Suggestion.nearest(to: text, among: packs.sorted()) ?? nearestRule(to: text)
    return "no rule fits “\(text)”" + Self.ending(hint, otherwise: "“calque rules” lists them all")
  }

  /// Returns what is wrong with the name of a pack; nil where there is such a pack.
  package func problem(withPack name: String) -> String? {
    guard !packs.contains(name) else { return nil }
    return "there is no pack “\(name)”"
      + Self.ending(
        Suggestion.nearest(to: name, among: packs.sorted()),
        otherwise: "the packs are " + packs.sorted().joined(separator: ", "))
  }

  /// Returns what is wrong with the code of a language; nil where it has a pack.
  package func problem(withLanguage code: String) -> String? {
    guard !languages.contains(code) else { return nil }
    return "there is no source language “\(code)”; the languages are "
      + languages.joined(separator: ", ")
  }

  /// Returns the id that a rule has now; nil for one that has never been called so.
  package func newName(of text: String) -> RuleID? { renamed[RuleID(text)] }

  /// Returns the id that a wrong one most likely stands for; a forgotten pack is found too.
  package func nearestRule(to text: String) -> String? {
    let ids = rules.lazy.map(\.text)
    if let id = Suggestion.nearest(to: text, among: ids) { return id }
    let name = Self.name(text)
    guard let near = Suggestion.nearest(to: name, among: ids.map(Self.name)) else { return nil }
    return ids.first { Self.name($0) == near }
  }

  /// The id without its pack.
  private static func name(_ id: String) -> String {
    id.unicodeScalars.split(separator: "/").last.map { String($0) } ?? id
  }

  private static func ending(_ hint: String?, otherwise advice: String) -> String {
    hint.map { "; did you mean “\($0)”?" } ?? "; " + advice
  }
}
