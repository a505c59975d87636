import Calque
import CalqueFindings
import CalqueRules
import Testing

@Suite("Examples of rules under test") struct RuleTesterTests {
  /// Returns what is wrong with a rule that looks for “grandor”, given its examples.
  private func failures(
    _ lines: String, pack: String = "desk", pattern: String = "grandor", fix: String = "size",
    message: String = "found"
  ) -> [String] {
    let text = """
      - id: tested
        pattern: \(pattern)
        message: \(message)
        why: because
        fix: \(fix)
        severity: note
        category: style
      \(lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

      """
    let tester = RuleTester([RuleSource(path: pack + "/words.yml", text: Array(text.utf8))])
    #expect(tester.problems == [])
    #expect(tester.rules.map(\.id.text) == [pack + "/tested"])
    return tester.rules.flatMap(tester.failures).map(\.description)
  }

  private static let good = "\ngood: [The size was known.]"

  @Test(
    "What an example does not keep is told",
    arguments: [
      ("The ⟦grandor⟧ was known. → The size was known.", []),
      (
        "The ⟦grandor was⟧ known.",
        ["bad example 1: expected ⟦grandor was⟧ at 4, found ⟦grandor⟧ at 4"]
      ),
      (
        "The ⟦lentor⟧ was known.",
        [
          "bad example 1: expected ⟦lentor⟧ at 4, found nothing",
          "no bad example makes the rule fire",
        ]
      ),
      (
        "The ⟦grandor⟧ was known. → The length was known.",
        [
          "bad example 1: the fix should give “The length was known.”, "
            + "and gives “The size was known.”"
        ]
      ),
      (
        "The ⟦grandor⟧ and the ⟦grandor⟧ were known. → The size and the grandor were known.",
        [
          "bad example 1: the fix should give “The size and the grandor were known.”, "
            + "and gives “The size and the size were known.”",
          "bad example 1: in the mended text nothing should be found, and ⟦grandor⟧ at 17 is",
        ]
      ),
    ])
  func bad(example: String, expected: [String]) {
    #expect(failures("bad: [\(example)]" + Self.good) == expected.map { "desk/tested: " + $0 })
  }

  @Test("An example that is no text is told, a good one as well")
  func unreadable() {
    let reason = "not a text: byte 4 is NUL; leave the file out with “exclude”"
    #expect(
      failures("bad: [The ⟦grandor⟧., The \\x00 ⟦grandor⟧.]\ngood: [The \\x00 size.]") == [
        "desk/tested: bad example 2: \(reason)", "desk/tested: good example 1: \(reason)",
      ])
  }

  @Test("Of fixes that reach into each other the first is made")
  func overlappingFixes() {
    func rule(_ id: String, _ pattern: String) -> String {
      """
      - id: \(id)
        pattern: \(pattern)
        message: found
        why: because
        fix: ""
        severity: note
        category: style
        bad: [The ⟦grandor of lentor⟧. → The.]
        good: [The size.]

      """
    }
    let text = rule("one", "grandor of lentor") + rule("two", "of lentor")
    let tester = RuleTester([RuleSource(path: "desk/words.yml", text: Array(text.utf8))])
    let found =
      "expected ⟦grandor of lentor⟧ at 4, found ⟦grandor of lentor⟧ at 4, ⟦of lentor⟧ at 12 by desk/two"
    #expect(
      tester.rules.first.map(tester.failures)?.map(\.description) == [
        "desk/one: bad example 1: " + found
      ])
  }

  @Test("A good example in which something is found is told, by its number")
  func good() {
    #expect(
      failures("bad: [The ⟦grandor⟧.]\ngood: [The size., No grandor.]")
        == ["desk/tested: good example 2: expected nothing, found ⟦grandor⟧ at 3"])
  }

  @Test("A built-in rule that fires on an example too is told")
  func shared() {
    let found = failures(
      "bad: [It belongs to ⟦OTAN⟧ now.]\ngood: [It belongs to NATO now.]", pattern: "=OTAN",
      fix: "NATO")
    #expect(found.count == 1)
    #expect(found.first?.contains("⟦OTAN⟧ at 14 by es/acronym-otan") == true, "\(found)")
  }

  @Test("A pack stands in the place of the built-in one of its name")
  func replaces() {
    let found = failures(
      "bad: [It belongs to ⟦OTAN⟧ now.]\ngood: [It belongs to NATO now.]", pack: "es",
      pattern: "=OTAN", fix: "NATO")
    #expect(found == [])
  }

  @Test(
    "A message that starts with a quotation of what is not reported is told",
    arguments: [
      ("the (old|) ⟦grandor⟧", "“$1” is no word", "“” is no word"),
      ("(The|the) ⟦grandor⟧", "“$1” is no word", "“The” is no word"),
      ("the ⟦grandor⟧ (was|)", "“grandor” is no word", nil),
      ("(The|the) ⟦grandor⟧", "“$1 grandor” is no word", nil),
      ("⟦(grandor)⟧", "“$1” is no word", nil),
    ])
  func messages(pattern: String, message: String, told: String?) {
    let found = failures(
      "bad: [The ⟦grandor⟧ was known.]" + Self.good, pattern: pattern, message: message)
    let start = "desk/tested: bad example 1: the message starts with a quotation of what is not "
    #expect(found == (told.map { [start + "reported: " + $0] } ?? []))
  }

  @Test("Nothing is expected to find the bad examples of a draft")
  func drafts() {
    #expect(failures("bad: [The ⟦grandor⟧.]\nstatus: draft" + Self.good) == [])
  }

  @Test("Without files the built-in rules are tested, with files the rules in them")
  func chooses() {
    #expect(RuleTester().rules == Linter().rules)
    let list = RuleSource(path: "lexicon/piers.yml", text: Array("pier-kind: [stone]\n".utf8))
    #expect(RuleTester([list]).rules == [])
  }
}
