import CalqueFindings
import CalqueText
import Testing

@testable import CalqueRules

private let checks = [
  CheckDescription(
    name: "title-drift",
    options: [
      CheckOption("families", .texts), CheckOption("reach", .count), CheckOption("certain", .flag),
      CheckOption("kind", .oneOf(["stop", "capital"])), CheckOption("lists", .wordLists),
    ]),
  CheckDescription(name: "tail-block", options: []),
]

/// Expects one problem of a rule of a check, or none.
private func check(
  _ name: String, options: String? = nil, _ problem: PlacedProblem? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = ruleFile(["pattern": nil, "fix": nil, "check": name, "options": options])
    .replacing("narrow $1", with: "it")
  let source = RuleSource(path: "es/ties.yml", text: Array(file.utf8))
  let lists = RuleSource(path: "lexicon/a.yml", text: Array("month: [may]\n".utf8))
  let problems = RuleCompiler.compile([source, lists], checks: checks).problems
  #expect(
    placed(problems, in: file) == (problem.map { [$0] } ?? []), sourceLocation: sourceLocation)
}

@Test("A check that nobody has is told with the nearest, where checks are known")
func unknownCheck() {
  check(
    "title-drfit",
    PlacedProblem(
      "rules/unknown-value", at: "title-drfit",
      "there is no check “title-drfit”; did you mean “title-drift”?"))
  check(
    "x",
    PlacedProblem(
      "rules/unknown-value", at: "x",
      "there is no check “x”; the checks are title-drift, tail-block"))
  let file = ruleFile(["pattern": nil, "fix": nil, "check": "x"]).replacing("narrow $1", with: "it")
  #expect(compile(file).problems == [])
}

@Test("An option that the check has not is told with the nearest")
func unknownOption() {
  check(
    "title-drift", options: "{famlies: [a b]}",
    PlacedProblem(
      "rules/unknown-key", at: "famlies",
      "the check “title-drift” has no option “famlies”; did you mean “families”?"))
  check(
    "tail-block", options: "{families: [a b]}",
    PlacedProblem(
      "rules/unknown-key", at: "families", "the check “tail-block” has no options"))
  check("title-drift", options: "{families: [a b, c d], reach: 3, certain: true}")
  check("title-drift", options: "{kind: stop, lists: month, families: a b}")
}

@Test(
  "A value that an option does not take is told",
  arguments: [
    ("{reach: far}", "far", "“far” is no value of “reach”; it takes a whole number from 0 up"),
    ("{reach: -1}", "-1", "“-1” is no value of “reach”; it takes a whole number from 0 up"),
    ("{certain: yes}", "yes", "“yes” is no value of “certain”; it takes true or false"),
    ("{kind: stp}", "stp", "“stp” is no value of “kind”; did you mean “stop”?"),
    ("{kind: none}", "none", "“none” is no value of “kind”; it takes one of stop, capital"),
    ("{lists: [month, mont]}", "mont", "“mont” is no value of “lists”; did you mean “month”?"),
  ])
func unknownOptionValue(options: String, place: String, message: String) {
  check("title-drift", options: options, PlacedProblem("rules/unknown-value", at: place, message))
}

@Test("An option with one value takes no list")
func listOfValues() {
  check(
    "title-drift", options: "{kind: [stop, capital]}",
    PlacedProblem(
      "rules/wrong-type", at: "capital",
      "“kind” takes one of stop, capital, and here is a list"))
}

@Test("A language that no pack is for is told: the rule would never speak")
func unknownLanguage() {
  let file = ruleFile(["needs": "[ex, seen =EFE]"])
  func problems(_ packs: [String]) -> [PlacedProblem] {
    let files = packs.map { code in
      RuleSource(path: "\(code)/pack.yml", text: Array("language: \(code)\n".utf8))
    }
    let source = RuleSource(path: "desk/ties.yml", text: Array(file.utf8))
    return placed(RuleCompiler.compile(files + [source]).problems, in: file)
  }
  func expected(_ hint: String) -> [PlacedProblem] {
    [
      PlacedProblem(
        "rules/unknown-value", at: "ex", "no pack is for the language “ex”; " + hint)
    ]
  }
  #expect(problems(["es", "pt"]) == expected("did you mean “es”?"))
  #expect(problems(["pt"]) == expected("the languages are pt"))
  #expect(problems(["ex"]) == [])
}
