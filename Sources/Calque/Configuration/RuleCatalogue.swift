package import CalqueFindings

/// The names of all rules there are, for checking what people write.
package struct RuleCatalogue: Sendable {
  private let rules: [RuleID]
  private let packs: Set<String>

  /// Creates a catalogue of some rules.
  package init(_ rules: [RuleID]) {
    self.rules = rules
    packs = Set(rules.map { String($0.pack) })
  }

  /// Returns what is wrong with a glob that names no rule; nil where it names one.
  package func problem(with glob: RuleGlob) -> String? {
    guard !rules.contains(where: glob.matches) else { return nil }
    let hint =
      nearestRule(to: glob.text) ?? Suggestion.nearest(to: glob.text, among: packs.sorted())
    return "“\(glob.text)” names no rule"
      + Self.ending(hint, otherwise: "“calque rules” lists them all")
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
    let languages = packs.filter { 2...3 ~= $0.utf8.count }
    guard !languages.contains(code) else { return nil }
    return "there is no source language “\(code)”"
      + Self.ending(
        nil, otherwise: "the languages are " + languages.sorted().joined(separator: ", "))
  }

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
