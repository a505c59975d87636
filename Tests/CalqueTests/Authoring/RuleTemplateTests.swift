import Calque
import CalqueRules
import Testing

@Suite("Template of a rule") struct RuleTemplateTests {
  /// What an author writes in the place of each word in capitals.
  private static let values = [
    ("PATTERN", "grandor"), ("MESSAGE", "“$0” is no word; write “size”"), ("WHY", "It is ours."),
    ("FIX", "size"), ("ORIGINAL", "grandor"), ("BAD", "The ⟦grandor⟧ grew. → The size grew."),
    ("GOOD", "The size grew."),
  ]

  @Test(
    "Filled in it is a rule that keeps its examples; before that it is refused",
    arguments: ["desk/grand-or", "es/grandor", "zh/grandor-2"])
  func fillsIn(id: String) throws {
    let template = try RuleTemplate(id)
    let path = "\(template.pack)/\(template.fileName)"
    #expect(path == id + ".yml")
    let empty = RuleTester([RuleSource(path: path, text: Array(template.text.utf8))])
    #expect(empty.problems.count == 1)
    #expect(empty.rules == [])

    var text = template.text
    for (word, value) in Self.values { text = text.replacing(": \(word)\n", with: ": \(value)\n") }
    for (word, value) in Self.values { text = text.replacing("- \(word)\n", with: "- \(value)\n") }
    let tester = RuleTester([RuleSource(path: path, text: Array(text.utf8))])
    #expect(tester.problems == [])
    #expect(tester.rules.map(\.id.text) == [id])
    #expect(tester.rules.flatMap(tester.failures) == [])
    #expect(tester.rules.map(\.original) == [template.pack == "desk" ? "" : "grandor"])
  }

  @Test(
    "An id that is none is refused, with the one that was meant",
    arguments: [
      (
        "es/NarrowTies",
        "“es/NarrowTies” is no id of a rule; write small letters, digits and hyphens; "
          + "did you mean “es/narrow-ties”?"
      ),
      (
        "es/narrow_ties ",
        "“es/narrow_ties ” is no id of a rule; write small letters, digits and hyphens; "
          + "did you mean “es/narrow-ties”?"
      ),
      (
        "es/--", "“es/--” is no id of a rule; write small letters, digits and hyphens"
      ),
      (
        "narrow-ties",
        "“narrow-ties” is no id of a rule; write the pack and the rule, “es/narrow-ties”"
      ),
      (
        "../es/narrow-ties",
        "“../es/narrow-ties” is no id of a rule; write the pack and the rule, “es/narrow-ties”"
      ),
      ("lexicon/people", "“lexicon” holds word lists; name another pack"),
    ])
  func refuses(id: String, message: String) {
    let fault = #expect(throws: RuleTemplate.Fault.self) { try RuleTemplate(id) }
    #expect(fault?.message == message)
  }
}
