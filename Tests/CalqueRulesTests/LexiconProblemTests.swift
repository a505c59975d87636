import CalqueFindings
import Testing

@testable import CalqueRules

/// Compiles one file of word lists.
private func problems(_ text: String) -> [PlacedProblem] {
  let source = RuleSource(path: "lexicon/a.yml", text: Array(text.utf8))
  return placed(RuleCompiler.compile([source]).problems, in: text)
}

@Test("Word lists have words, phrases, lemmas and exact words")
func entries() {
  #expect(
    problems("role: [prime minister, ~leader:noun, =MFA, Côte d’Ivoire, St. Petersburg]") == [])
}

@Test(
  "A broken word list is shown at its place",
  arguments: [
    (
      "role: [(a|b)]", "rules/lexicon", "(a|b)",
      "an entry of a word list is words only, “~lemma” and “=Word” among them"
    ),
    (
      "role: [~lead:pst]", "rules/pattern", "pst",
      "“pst” is no form of a word; did you mean “past”?"
    ),
    (
      "role: minister", "rules/wrong-type", "minister",
      "“role” takes a list of words, and here is a text"
    ),
    (
      "word: [a]", "rules/lexicon", "word", "“word” is a built-in class; give the list another name"
    ),
    (
      "A_B: [a]", "rules/lexicon", "A_B",
      "“A_B” is no name of a list; write small letters, digits and hyphens"
    ),
    (
      "[a]", "rules/wrong-type", "[",
      "this file is a mapping, “key: value” on each line; here is a list"
    ),
    (
      "role: [[a]]", "rules/wrong-type", "[",
      "an entry of a word list is a text, and here is a list"
    ),
  ])
func brokenList(text: String, rule: String, place: String, message: String) {
  #expect(problems(text) == [PlacedProblem(rule, at: place, message)])
}

@Test("A list stands in one file only")
func twoLists() {
  let files = ["a", "b"].map {
    RuleSource(path: "lexicon/\($0).yml", text: Array("role: [minister]".utf8))
  }
  #expect(
    RuleCompiler.compile(files).problems.map(\.finding.message)
      == ["the list “role” stands in lexicon/a.yml already; keep one"])
}

@Test(
  "A broken pack is shown at its place",
  arguments: [
    (
      "languag: es", "rules/unknown-key", "languag",
      "a pack has no key “languag”; did you mean “language”?"
    ),
    (
      "language: Spanish", "rules/unknown-value", "Spanish",
      "“Spanish” is no language code; write two small letters, “es”"
    ),
    (
      "language: es\nevidence: [{weight: 2, patterns: EFE}]", "rules/unknown-value", "2",
      "“2” is no weight; write a number above 0 and up to 1"
    ),
    (
      "language: es\nevidence: [{weight: nan, patterns: EFE}]", "rules/unknown-value", "nan",
      "“nan” is no weight; write a number above 0 and up to 1"
    ),
    (
      "language: es\nevidence: [{weight: 1, patterns: <rol> EFE}]", "rules/unknown-class", "<rol>",
      "no word list is called “rol”; add one to a file of “lexicon”"
    ),
    (
      "evidence: [{weight: 1, patterns: EFE}]", "rules/missing-key", "[",
      "signs of which language? add “language” with its code"
    ),
  ])
func brokenPack(text: String, rule: String, place: String, message: String) {
  let source = RuleSource(path: "es/pack.yml", text: Array(text.utf8))
  #expect(
    placed(RuleCompiler.compile([source]).problems, in: text)
      == [PlacedProblem(rule, at: place, message)])
}
