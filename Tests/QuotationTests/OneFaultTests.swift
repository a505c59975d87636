import Calque
import CalqueFindings
import CalqueText
import Testing

/// What a wrong mark leaves behind it is none of its findings: one fault is reported once, by
/// whatever rule.
@Suite("One fault of a quotation is one finding")
struct OneFaultTests {
  @Test(
    "A lost or stray mark leaves nothing else to report",
    arguments: [
      // Words of other languages that are quoted, but for the mark.
      ("The old compañeras of the port are proud,” the pilot said.", "quotation/unopened-quote"),
      ("The pilots “thank their compañeras in the portRuiz said.", "quotation/fused-speaker"),
      ("The pilots “thank their compañeras in the port, Ruiz said.", "quotation/unclosed-quote"),
      // A sentence that is quoted again, but for the mark.
      (
        """
        The old pier will be closed until the spring. Nobody knew what that meant.

        He shook his head. The old pier will be closed until the spring. It is cold,” the pilot said.
        """, "quotation/unopened-quote"
      ),
      // A word with a mark inside is no word of another language.
      ("The pilots spoke with Eduardo Rodr\"íguez on Monday.", "quotation/unopened-quote"),
      // The encoded mark is one of the two that are written for one.
      ("“The harbour is closed.”&rdquo; Nobody came.", "encoding/html-entity"),
      ("“The harbour is closed.&rdquo;” Nobody came.", "encoding/html-entity"),
      ("&ldquo;“The harbour is closed,” the pilot said.", "encoding/html-entity"),
      ("“The harbour is closed.’&rsquo; Nobody came.", "encoding/html-entity"),
      ("“The harbour is closed.&rsquo;’ Nobody came.", "encoding/html-entity"),
      ("“The sign said ‘closed until the spring.’&rsquo; Nobody came.", "encoding/html-entity"),
    ])
  func once(text: String, rule: String) throws {
    #expect(try lint(text) == [rule], "\(text)")
  }

  @Test("A quotation that closes in a later paragraph, its mark on the wrong side")
  func movedClosing() throws {
    let text = """
      The pilots met on Monday. "We worked all night on the bridge.

      We were cold and tired, "says Marta Vega. "But it was good."
      """
    #expect(try lint(text) == ["quotation/not-reopened-quote", "quotation/moved-mark"])
  }

  @Test("Lines of verse do not open their quotation again")
  func verse() throws {
    let verse = """
      “Old stones, you keep the harbour gate,
      Far from the hills and from the plain.
      The hands that laid you, early and late,
      Will lay another, and again.”
      """
    let story = [
      "The old pier has a song of its own, and the pilots sing it on the way home.",
      "Nobody knows who wrote it.", "It is older than the pier itself.",
    ]
    #expect(try lint((story + [verse]).joined(separator: "\n\n")) == [])
    let paragraphs = verse.split(separator: "\n").map(String.init)
    #expect(
      try lint((story + paragraphs).joined(separator: "\n\n")).contains(
        "quotation/not-reopened-quote"))
  }

  @Test("A mark that opens or closes is one fault with the quotation that it leaves open")
  func rival() throws {
    let report = "The sign is a \"danger to the boats. \"The council has not answered."
    #expect(try lint(report) == ["quotation/unclosed-quote"])
    let speech = "\"The sign is a danger. \"We want it to go."
    #expect(try lint(speech) == ["quotation/unclosed-quote"])
    let speeches = "\"The sign is a danger, said Vega. \"We want it to go."
    #expect(try lint(speeches) == ["quotation/unclosed-quote", "quotation/unclosed-quote"])
  }

  @Test("A mark between spaces is no stray one where all are set so")
  func freeMarks() throws {
    let text = "They call it \" old \" and speak of \" danger on Monday."
    #expect(try lint(text) == ["quotation/detached-mark", "quotation/unclosed-quote"])
  }

  @Test("What stands outside of the quotation is reported all the same")
  func outside() throws {
    let text = """
      The old compañeras of the port are proud. “They said it, the pilot said.

      The old compañeras of the town are proud.
      """
    #expect(
      try lint(text) == [
        "untranslated/foreign-word", "quotation/unclosed-quote", "untranslated/foreign-word",
      ])
  }

  private func lint(_ text: String) throws -> [String] {
    try Linter().lint(Source(decoding: Array(text.utf8)))
      .filter { $0.severity != .note }.map(\.rule.description)
  }
}
