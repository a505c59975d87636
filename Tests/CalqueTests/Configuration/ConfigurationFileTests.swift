import CalqueEngine
import CalqueFindings
import CalqueRules
import CalqueText
import Testing

@testable import Calque

@Suite("Configuration files") struct ConfigurationFileTests {
  private let rules = ["es/narrow-coordination", "quotation/unclosed-quote", "zh/measure-word"]
    .map { RuleID($0) }

  /// Checks what is wrong with a text, by itself and with the rules known.
  private func check(
    _ text: String, _ problems: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (file, findings) = ConfigurationFile.read(Array(text.utf8))
    let check = CheckDescription(
      name: "unclosed-quote",
      options: [
        CheckOption("least", .count), CheckOption("certain", .flag), CheckOption("words", .texts),
        CheckOption("lists", .wordLists), CheckOption("marks", .oneOf(["double", "single"])),
      ])
    let catalogue = RuleCatalogue(
      rules, languages: ["es", "zh"], checks: [RuleID("quotation/unclosed-quote"): check],
      wordLists: ["month"])
    let all = (findings + file.problems(in: catalogue)).sorted()
    #expect(lines(all, in: text) == problems, sourceLocation: sourceLocation)
  }

  @Test("Every key is read")
  func reads() throws {
    let text = """
      {
        "$schema": "lintconfig.json", "extends": "../base.json", "from": ["es", "zh"],
        "packs": ["!zh"], "notes": true, "failOn": "warning", "maxWarnings": 3,
        "columnUnit": "utf16", "include": ["*.md"], "exclude": ["drafts/"],
        "ruleFolders": ["rules"], "vocabulary": ["Stano"],
        "rules": {
          "es": "off",
          "quotation/unclosed-quote": { "level": "note", "options": { "least": 1, "words": ["x"] } }
        },
        "overrides": [{ "files": ["wire/**"], "from": "none", "rules": { "es": "on" } }]
      }
      """
    check(text, [])
    var expected = ConfigurationFile()
    expected.settings.from = .named(["es", "zh"])
    expected.settings.packs = .allBut(["zh"])
    expected.settings.showsNotes = true
    expected.settings.failOn = .warning
    expected.settings.vocabulary = ["Stano"]
    expected.settings.levels = [
      Configuration.LevelSetting(rules: try RuleGlob("es"), level: .off),
      Configuration.LevelSetting(rules: try RuleGlob("quotation/unclosed-quote"), level: .note),
    ]
    expected.settings.options = [
      RuleID("quotation/unclosed-quote"): ["least": ["1"], "words": ["x"]]
    ]
    expected.include = [try PathGlob("*.md")]
    expected.exclude = [try PathGlob("drafts/")]
    expected.maxWarnings = 3
    expected.columnUnit = .utf16
    var override = ConfigurationFile.Override()
    override.files = [try PathGlob("wire/**")]
    override.settings.from = SourceLanguages.none
    override.settings.levels = [
      Configuration.LevelSetting(rules: try RuleGlob("es"), level: .on)
    ]
    expected.overrides = [override]

    var file = ConfigurationFile.read(Array(text.utf8)).file
    #expect(file.base == "../base.json")
    #expect(file.ruleFolders == ["rules"])
    file.ruleFolderReferences = []
    file.mentions = []
    file.optionMentions = []
    file.baseReference = nil
    #expect(file == expected)
  }

  @Test(
    "An unknown key is told with the nearest known one",
    arguments: [
      (
        #"{"exlude": []}"#,
        "1:2-10 the configuration has no key “exlude”; did you mean “exclude”?"
      ),
      (
        #"{"overrides": [{"files": [], "note": true}]}"#,
        "1:30-36 an override has no key “note”; did you mean “notes”?"
      ),
      (
        #"{"overrides": [{"files": [], "maxWarnings": 1}]}"#,
        "1:30-43 “maxWarnings” cannot differ by file; move it out of “overrides”"
      ),
      (
        #"{"rules": {"es": {"levle": "on"}}}"#,
        "1:19-26 a rule has no key “levle”; did you mean “level”?"
      ),
      (
        #"{"rules": {"es": {"severity": "on"}}}"#,
        "1:19-29 a rule has no key “severity”; it has “level”, “options”"
      ),
    ])
  func unknownKeys(text: String, problem: String) {
    check(text, [labelled(problem, "unknown-key")])
  }

  @Test(
    "A wrong type is told with what the key takes",
    arguments: [
      ("[]", "1:1-3 “.lintconfig.json” takes an object, not a list"),
      (
        #"{"from": 1}"#,
        #"1:10-11 “from” takes "auto", "none" or a list of languages, not a number"#
      ),
      (#"{"notes": "yes"}"#, "1:11-16 “notes” takes true or false, not a string"),
      (#"{"packs": "es"}"#, "1:11-15 “packs” takes a list of strings, not a string"),
      (#"{"exclude": ["a", 1]}"#, "1:19-20 “exclude” takes a list of strings only, not a number"),
      (#"{"maxWarnings": true}"#, "1:17-21 “maxWarnings” takes a whole number, not true"),
      (
        #"{"rules": {"es": 2}}"#,
        #"1:18-19 “es” takes a level such as "warning", or an object, not a number"#
      ),
      (#"{"overrides": {}}"#, "1:15-17 “overrides” takes a list of objects, not an object"),
      (#"{"overrides": [1]}"#, "1:16-17 “overrides” takes a list of objects, not a number"),
      (#"{"extends": null}"#, "1:13-17 “extends” takes a string, not null"),
    ])
  func wrongTypes(text: String, problem: String) {
    check(text, [labelled(problem, "wrong-type")])
  }

  @Test(
    "A wrong value is told with what may stand there",
    arguments: [
      (#"{"failOn": "eror"}"#, "1:12-18 “failOn” cannot be “eror”; did you mean “error”?"),
      (
        #"{"columnUnit": "bytes"}"#,
        "1:16-23 “columnUnit” cannot be “bytes”; it takes “scalar”, “utf8”, “utf16”"
      ),
      (
        #"{"from": "es"}"#,
        #"1:10-14 “from” takes "auto", "none" or a list of languages; write ["es"]"#
      ),
      (#"{"maxWarnings": -1}"#, "1:17-19 “maxWarnings” takes a whole number from 0 up, not -1"),
      (#"{"maxWarnings": 1.5}"#, "1:17-20 “maxWarnings” takes a whole number from 0 up, not 1.5"),
      (#"{"rules": {"es": "of"}}"#, "1:18-22 “es” cannot be “of”; did you mean “off”?"),
      (
        #"{"packs": ["es", "!zh"]}"#,
        "1:11-24 “packs” lists either those that are on or, with “!”, those that are off"
      ),
      (
        #"{"rules": {"es": {"options": {}}}}"#,
        "1:19-28 options belong to one rule; write its id in the place of “es”"
      ),
      (#"{"exclude": ["a[b"]}"#, #"1:14-19 “[” is never closed; write “\[” for the character"#),
      (#"{"rules": {"": "on"}}"#, "1:12-14 a glob cannot be empty; write “*” for everything"),
      (
        #"{"overrides": [{"notes": true}]}"#,
        #"1:16-17 the override has no “files”; say which it is for: "files": ["drafts/**"]"#
      ),
    ])
  func wrongValues(text: String, problem: String) {
    check(text, [labelled(problem, "wrong-value")])
  }

  @Test(
    "What an option of a rule cannot be is told at its place",
    arguments: [
      (
        #"{"wrds": []}"#, "unknown-option",
        "1:53-59 the check “unclosed-quote” has no option “wrds”; did you mean “words”?"
      ),
      (
        #"{"x": 1}"#, "unknown-option",
        "1:53-56 the check “unclosed-quote” has no option “x”; it has least, certain, words, "
          + "lists, marks"
      ),
      (#"{"words": 5}"#, "wrong-type", "1:62-63 “words” takes a list of texts, not a number"),
      (
        #"{"least": [1]}"#, "wrong-type",
        "1:62-65 “least” takes a whole number from 0 up, not a list"
      ),
      (
        #"{"least": "1"}"#, "wrong-type",
        "1:62-65 “least” takes a whole number from 0 up, not a string"
      ),
      (
        #"{"least": 1.5}"#, "wrong-value",
        "1:62-65 “1.5” is no value of “least”; it takes a whole number from 0 up"
      ),
      (#"{"certain": 1}"#, "wrong-type", "1:64-65 “certain” takes true or false, not a number"),
      (
        #"{"lists": ["mont"]}"#, "wrong-value",
        "1:63-69 “mont” is no value of “lists”; did you mean “month”?"
      ),
      (
        #"{"marks": "both"}"#, "wrong-value",
        "1:62-68 “both” is no value of “marks”; it takes one of double, single"
      ),
      (#"{"certain": true, "marks": "single", "lists": "month"}"#, "", ""),
    ])
  func options(text: String, fault: String, problem: String) {
    check(
      #"{"rules": {"quotation/unclosed-quote": {"options": "# + text + "}}}",
      problem.isEmpty ? [] : [labelled(problem, fault)])
  }

  @Test("A rule of patterns has no options")
  func optionsOfPatterns() {
    check(
      #"{"rules": {"es/narrow-coordination": {"options": {"words": []}}}}"#,
      [
        labelled(
          "1:51-58 “es/narrow-coordination” is a rule of patterns, which has no options",
          "unknown-option")
      ])
  }

  @Test(
    "A rule that does not exist is told with the nearest that does",
    arguments: [
      (
        #"{"rules": {"es/narow-coordination": "on"}}"#,
        "1:12-35 “es/narow-coordination” names no rule; did you mean “es/narrow-coordination”?"
      ),
      (
        #"{"rules": {"unclosed-qote": "on"}}"#,
        "1:12-27 “unclosed-qote” names no rule; did you mean “quotation/unclosed-quote”?"
      ),
      (
        #"{"rules": {"quotatoin": "on"}}"#,
        "1:12-23 “quotatoin” names no rule; did you mean “quotation”?"
      ),
      (
        #"{"rules": {"es/x*": "on"}}"#,
        "1:12-19 “es/x*” names no rule; “calque rules” lists them all"
      ),
      (
        #"{"overrides": [{"files": [], "rules": {"pt/*": "on"}}]}"#,
        "1:40-46 “pt/*” names no rule; “calque rules” lists them all"
      ),
    ])
  func unknownRules(text: String, problem: String) {
    check(text, [labelled(problem, "unknown-rule")])
  }

  @Test(
    "A pack that does not exist is told",
    arguments: [
      (
        #"{"packs": ["!quotaton"]}"#,
        "1:12-23 there is no pack “quotaton”; did you mean “quotation”?"
      ),
      (#"{"packs": ["x"]}"#, "1:12-15 there is no pack “x”; the packs are es, quotation, zh"),
      (#"{"from": ["sp"]}"#, "1:11-15 there is no source language “sp”; the languages are es, zh"),
    ])
  func unknownPacks(text: String, problem: String) {
    check(text, [labelled(problem, "unknown-pack")])
  }

  @Test("Everything that is wrong is told at once, in the order of the file")
  func tellsAll() {
    check(
      "{\n  \"notes\": 1,\n  \"packs\": [\"qq\"], // x\n  \"failon\": \"never\"\n}",
      [
        "2:12-13 configuration/wrong-type: “notes” takes true or false, not a number",
        "3:13-17 configuration/unknown-pack: there is no pack “qq”; the packs are es, quotation, zh",
        "3:20-24 configuration/syntax: JSON has no comments; remove this one",
        "4:3-11 configuration/unknown-key: the configuration has no key “failon”; "
          + "did you mean “failOn”?",
      ])
  }

  private func labelled(_ problem: String, _ name: String) -> String {
    let parts = problem.split(separator: " ", maxSplits: 1)
    return "\(parts[0]) configuration/\(name): \(parts[1])"
  }
}
