import CalqueFindings
import CalqueText
import Testing

@testable import CalqueRules

private func check(_ file: String, _ expected: PlacedProblem...) {
  #expect(placed(compile(file).problems, in: file) == expected)
  #expect(compile(file).program.rules == [])
}

@Test("A sound rule has no problems")
func soundRule() {
  #expect(compile(ruleFile()).problems == [])
}

@Test("An unknown key is shown with the nearest known one")
func unknownKey() {
  check(
    ruleFile(["mesage": "x"]),
    PlacedProblem(
      "rules/unknown-key", at: "mesage", "a rule has no key “mesage”; did you mean “message”?"))
}

@Test("A key that stands twice is shown at its second place")
func duplicateKey() {
  let file = ruleFile() + "  why: Again.\n"
  check(
    file,
    PlacedProblem(
      "rules/duplicate-key", at: "why", "the key “why” stands here a second time; keep one"))
  #expect(compile(file).problems[0].finding.range.start == UInt32(file.utf8.count - 12))
}

@Test(
  "Keys that must be there are missed",
  arguments: ["id", "message", "why", "severity", "category"])
func missingKey(key: String) {
  check(
    ruleFile([key: nil]),
    PlacedProblem(
      "rules/missing-key", at: key == "id" ? "p" : "i", "the rule has no “\(key)”; add one"))
}

@Test("A rule needs examples of both kinds", arguments: ["bad", "good"])
func missingExample(key: String) {
  check(
    ruleFile([key: nil]),
    PlacedProblem(
      "rules/missing-key", at: "i",
      "the rule has no “\(key)” example; every rule has one of each kind"))
}

@Test("A rule needs something to look for and something to say to do")
func missingMatter() {
  check(
    ruleFile(["pattern": nil, "fix": nil, "advice": "x", "message": "x"]),
    PlacedProblem(
      "rules/missing-key", at: "i", "the rule looks for nothing; give a “pattern” or a “check”"))
  check(
    ruleFile(["fix": nil]),
    PlacedProblem(
      "rules/missing-key", at: "i",
      "the rule says not what to do; give a “fix”, or “advice” where there is none"))
}

@Test(
  "A value of the wrong kind is shown at its place",
  arguments: [
    ("message", "[a, b]", "[", "“message” takes a text, and here is a list"),
    ("why", "{a: b}", "{", "“why” takes a text, and here is a mapping"),
    ("pattern", "[narrow ties, [x]]", "[", "“pattern” takes a text, and here is a list"),
  ])
func wrongType(key: String, value: String, place: String, message: String) {
  let file = ruleFile(["message": "x", "fix": "close"].merging([key: value]) { $1 })
  #expect(
    placed(compile(file).problems, in: file)
      == [PlacedProblem("rules/wrong-type", at: place, message)])
}

@Test(
  "A value that is none of the known ones is shown with the nearest",
  arguments: [
    ("severity", "eror", "eror", "“eror” is no value of “severity”; did you mean “error”?"),
    (
      "severity", "high", "high",
      "“high” is no value of “severity”; write one of note, warning, error"
    ),
    (
      "category", "acuracy/x", "acuracy",
      "“acuracy” is no value of “category”; did you mean “accuracy”?"
    ),
    ("stage", "scrapper", "scrapper", "“scrapper” is no value of “stage”; did you mean “scraper”?"),
    ("in", "[body, headlin]", "headlin", "“headlin” is no value of “in”; did you mean “headline”?"),
    ("case", "kept", "kept", "“kept” is no value of “case”; write “keep”"),
    ("safety", "sage", "sage", "“sage” is no value of “safety”; did you mean “safe”?"),
    (
      "needs", "spain", "spain",
      """
      “spain” is no condition; write a language code such as “es”, “translated”, or “seen” and a \
      pattern
      """
    ),
  ])
func unknownValue(key: String, value: String, place: String, message: String) {
  check(ruleFile([key: value]), PlacedProblem("rules/unknown-value", at: place, message))
}

@Test("An id is kebab-case and stands once")
func ids() {
  check(
    ruleFile(["id": "Narrow_Ties"]),
    PlacedProblem(
      "rules/rule-id", at: "Narrow_Ties",
      "“Narrow_Ties” is no rule id; write small letters, digits and hyphens"))
  let twice = compile(ruleFile() + ruleFile())
  #expect(twice.program.rules.count == 1)
  #expect(
    twice.problems.map(\.finding.message)
      == ["“es/narrow-ties” is the id of another rule, in es/ties.yml; rename one"])
}

@Test(
  "A fault of a pattern is shown at the character, however the pattern is written",
  arguments: [
    "narrow <rol> ties", "'narrow <rol> ties'", "\"narrow <rol> ties\"",
    "|-\n    narrow <rol> ties",
    ">\n    narrow\n    <rol> ties", "[narrow ties, narrow <rol>]",
    "\n    - narrow ties\n    - “estrecho” <rol> ties",
  ])
func placeInPattern(pattern: String) {
  let file = ruleFile(["pattern": pattern, "message": "x", "fix": "close"])
  let expected = [
    PlacedProblem(
      "rules/unknown-class", at: "<rol>",
      "no word list is called “rol”; did you mean “role”?")
  ]
  for text in [file, "# Él: ñandú ☃ 𝄞\n" + file, file.replacingLineEnds(), "\u{FEFF}" + file] {
    let problems = compile(text, lexicon: "role: [minister]\n").problems
    #expect(placed(problems, in: text) == expected)
  }
}

extension String {
  /// The text with CRLF for every LF.
  fileprivate func replacingLineEnds() -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }
}

@Test("A pattern in quotes with escapes is shown as a whole")
func escapedPattern() {
  check(
    ruleFile(["pattern": "\"narrow\\x20<rol> ties\"", "message": "x", "fix": "close"]),
    PlacedProblem(
      "rules/unknown-class", at: "\"narrow\\x20<rol> ties\"",
      "no word list is called “rol”; add one to a file of “lexicon”"))
}

@Test("A pattern that could start anywhere is refused", arguments: ["the? ..3", "<number> <word>"])
func noAnchor(pattern: String) {
  check(
    ruleFile(["pattern": pattern, "message": "x", "fix": "close"]),
    PlacedProblem(
      "rules/no-anchor", at: pattern,
      "the pattern has no word or mark that must be there, so it would be tried at every word; "
        + "add one, or a word list"))
}

@Test("Messages and fixes refer only to what every pattern captures")
func unknownCaptures() {
  check(
    ruleFile(["message": "“narrow $2”"]),
    PlacedProblem(
      "rules/unknown-capture", at: "$2", "there is no “$2”, only “$1” in every pattern"))
  check(
    ruleFile(["pattern": "[narrow (ties|links), narrow contact]"]),
    PlacedProblem(
      "rules/unknown-capture", at: "$1",
      "there is no “$1”, no group, “<class>” or “..n” in every pattern to refer to"),
    PlacedProblem(
      "rules/unknown-capture", at: "$1",
      "there is no “$1”, no group, “<class>” or “..n” in every pattern to refer to"))
}

@Test("Braces of a message stand in pairs", arguments: ["{", "}", "{a {b} c}"])
func unpairedBraces(braces: String) {
  check(
    ruleFile(["message": "“narrow” is \(braces)"]),
    PlacedProblem(
      "rules/message", at: String(braces.prefix(1)),
      "“{” and “}” stand around what is said of the language; one of them is missing"))
}

@Test("Only the message of a language’s pack speaks of a language")
func strangeClause() {
  let message = "“narrow” is {Spanish «estrecho»}"
  let compilation = RuleCompiler.compile([
    RuleSource(path: "desk/rules.yml", text: Array(ruleFile(["message": message]).utf8))
  ])
  #expect(
    compilation.problems.map(\.finding.message)
      == ["this pack is for no language that a message could speak of"])
}

@Test("A fix that inflects needs a word to follow")
func fixWithoutInflection() {
  check(
    ruleFile(["fix": "~close"]),
    PlacedProblem(
      "rules/fix", at: "~close",
      "“~close” follows an inflected word, and not every pattern has one; "
        + "name the form, “~close:past”"))
  check(
    ruleFile(["fix": "~close:verb"]),
    PlacedProblem(
      "rules/fix", at: "~close:verb",
      "“:verb” stands for several forms, and a fix writes one; "
        + "name it, or leave it out to follow the pattern’s word"))
}

@Test("Examples are checked when the rule is read")
func examples() {
  check(
    ruleFile(["bad": "They have narrow ties."]),
    PlacedProblem(
      "rules/example", at: "They have narrow ties.",
      "the bad example marks no place; put “⟦” and “⟧” around what is wrong"))
  check(
    ruleFile(["bad": "They have ⟦narrow ties."]),
    PlacedProblem("rules/example", at: "⟦", "this “⟦” has no partner"))
  check(
    ruleFile(["good": "They have ⟦close⟧ ties."]),
    PlacedProblem(
      "rules/example", at: "They have ⟦close⟧ ties.",
      "a good example is all good; remove its marks"))
}

@Test(
  "A value that YAML reads in its own way is explained",
  arguments: [
    (", said he", ",", "single"), ("*narrow ties", "*", "single"), ("[a] ties", "[", "single"),
    ("\"narrow\" ties", "\"", "single"), ("'narrow' ties", "'", "double"),
    ("@narrow", "@", "single"), ("`narrow", "`", "single"), ("{a", "{", "single"),
    ("%narrow", "%", "single"), ("! narrow ties", "!", "single"), ("&narrow ties", "&", "single"),
  ])
func unquotedMark(value: String, mark: String, quotes: String) {
  check(
    ruleFile(["pattern": value]),
    PlacedProblem(
      "rules/syntax", at: mark,
      "YAML gives “\(mark)” at the start of a value a meaning of its own; "
        + "put the whole value in \(quotes) quotes"))
}

@Test("A colon that YAML takes for a key’s is explained")
func unquotedColon() {
  check(
    ruleFile(["pattern": "narrow: ties"]),
    PlacedProblem(
      "rules/syntax", at: ":",
      "YAML takes “: ” for the end of a key; put the whole value in single quotes"))
}

@Test("What YAML has and a rule has no use for is told where it stands")
func unusedYAML() {
  check(
    ruleFile(["why": "!!str Again."]),
    PlacedProblem(
      "rules/syntax", at: "!",
      "YAML gives “!” at the start of a value a meaning of its own; "
        + "put the whole value in single quotes"))
  check(
    ruleFile() + "--- second\n",
    PlacedProblem("rules/syntax", at: "-", "not YAML: but found another document"))
  check(
    ruleFile(["why": "Bell \u{7}."]),
    PlacedProblem("rules/syntax", at: "\u{7}", "not YAML: control characters are not allowed"))
  check(
    ruleFile(["pattern": "\n   " + String(repeating: "- ", count: 101) + "x"]),
    PlacedProblem("rules/syntax", at: "-", "lists are nested too deeply"))
}

@Test(
  "Leading marks of the pattern language need no quotes",
  arguments: [
    "~narrow (ties|links)", "=SEAE (ties)", "^ narrow (ties)", "“narrow” (ties)", "⟦narrow⟧ (ties)",
    "(narrow) ties", "<number> narrow", "..3 narrow", "$ (narrow)",
  ])
func plainScalars(pattern: String) {
  #expect(compile(ruleFile(["pattern": pattern])).problems == [])
}

@Test("A rule with a fault of YAML leaves the others standing")
func recovery() {
  let file = ruleFile(["id": "first"]) + ruleFile(["pattern": ", said"]) + ruleFile(["id": "last"])
  let program = compile(file).program
  #expect(program.rules.map { program.string($0.id) } == ["es/first", "es/last"])
}

@Test("A file that is not UTF-8 is shown at the first byte at fault")
func invalidBytes() {
  let source = RuleSource(path: "es/a.yml", text: Array("- id: Él".utf8) + [0xFF, 0x0A])
  #expect(
    RuleCompiler.compile([source]).problems == [
      RuleProblem(
        path: "es/a.yml",
        finding: Finding(
          rule: RuleID("rules/syntax"), severity: .error, range: TextRange(9, 10),
          message: "not UTF-8; save the file in that encoding"))
    ])
}

@Test("A file outside a folder belongs to no pack")
func noPack() {
  let source = RuleSource(path: "a.yml", text: Array(ruleFile().utf8))
  #expect(RuleCompiler.compile([source]).problems.map(\.finding.rule.text) == ["rules/path"])
}
