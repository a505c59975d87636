import CalqueFindings
import Testing

@testable import Calque

@Suite("Levels of rules") struct ConfigurationTests {
  /// A configuration in short: what it sets, and the levels that three rules have by it.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var packs = PackChoice.all
    var levels: [(String, RuleLevel)] = []
    var showsNotes = false
    var select: [String] = []
    var ignore: [String] = []
    /// Levels of `es/error`, `es/note` and `pt/warning`, which have earned what they are called.
    let result: [Severity?]
  }

  @Test(
    "The strongest word decides",
    arguments: [
      Example(testDescription: "nothing said", result: [.error, nil, .warning]),
      Example(testDescription: "notes", showsNotes: true, result: [.error, .note, .warning]),
      Example(testDescription: "one pack", packs: .only(["es"]), result: [.error, nil, nil]),
      Example(testDescription: "no pack", packs: .only([]), result: [nil, nil, nil]),
      Example(
        testDescription: "all but one pack", packs: .allBut(["es"]), result: [nil, nil, .warning]),
      Example(
        testDescription: "a pack off", levels: [("es", .off)], result: [nil, nil, .warning]),
      Example(
        testDescription: "a note named", levels: [("es/note", .on)],
        result: [.error, .note, .warning]),
      Example(
        testDescription: "a note raised", levels: [("es/note", .error)],
        result: [.error, .error, .warning]),
      Example(
        testDescription: "the later of two", levels: [("*", .off), ("pt/*", .error)],
        result: [nil, nil, .error]),
      Example(
        testDescription: "a rule of a pack that is off", packs: .only(["pt"]),
        levels: [("es/error", .warning)], result: [.warning, nil, .warning]),
      Example(testDescription: "select", select: ["es/note"], result: [nil, .note, nil]),
      Example(
        testDescription: "select over off", levels: [("*", .off)], select: ["es"],
        result: [.error, .note, nil]),
      Example(
        testDescription: "select keeps levels", levels: [("es/error", .note)], select: ["es/error"],
        result: [.note, nil, nil]),
      Example(
        testDescription: "ignore over select", select: ["*"], ignore: ["es"],
        result: [nil, nil, .warning]),
    ])
  func decides(example: Example) throws {
    var configuration = Configuration()
    configuration.packs = example.packs
    configuration.levels = try example.levels.map { glob, level in
      Configuration.LevelSetting(rules: try RuleGlob(glob), level: level)
    }
    configuration.showsNotes = example.showsNotes
    configuration.select = try example.select.map { try RuleGlob($0) }
    configuration.ignore = try example.ignore.map { try RuleGlob($0) }
    let rules: [(String, Severity)] = [
      ("es/error", .error), ("es/note", .note), ("pt/warning", .warning),
    ]
    #expect(
      rules.map { configuration.level(of: RuleID($0.0), earned: $0.1) } == example.result)
  }
}
