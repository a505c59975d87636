import Testing

/// A source language that the user has added.
@Suite("A language of the user's own") struct UserLanguageTests {
  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(
      """
      language: eo
      title: Esperanto
      evidence:
        - weight: 0.5
          patterns: [=UEA, Libera Folio]

      """, to: "desk/esperanto/pack.yml")
    try workshop.write(
      """
      - id: samideano
        pattern: like-minded friend
        message: “$0” is «samideano»; write “fellow Esperantist”
        why: The word means one who shares an idea.
        fix: fellow Esperantist
        severity: warning
        category: accuracy/mistranslation
        bad: [A ⟦like-minded friend⟧ came. → A fellow Esperantist came.]
        good: [A friend came.]

      """, to: "desk/esperanto/words.yml")
    try workshop.write(#"{"ruleFolders": ["desk"]}"#, to: "base.json")
    try workshop.write(
      "Council met on Monday\n\nA like-minded friend of the UEA told Libera Folio.\n", to: "a.txt")
    return workshop
  }

  @Test("What speaks for it is explained by the rules of the text")
  func explainsEvidence() throws {
    let workshop = try workshop()
    let expected = Workshop.Transcript(
      status: 0,
      output: """
        a.txt: eo 1.40, translated
          a.txt:3:3: eo 0.40 ⟦like-minded friend⟧ [esperanto/samideano]
          a.txt:3:29: eo 0.50 ⟦UEA⟧
          a.txt:3:38: eo 0.50 ⟦Libera Folio⟧

        """)
    #expect(
      try workshop.calque("explain", "--evidence", "a.txt", "--config", "base.json") == expected)
    #expect(
      try workshop.calque("explain", "--evidence", "a.txt").output
        == "a.txt: no sign of a source language\n")
    try workshop.write(#"{"extends": "base.json"}"#, to: ".lintconfig.json")
    #expect(try workshop.calque("explain", "--evidence", "a.txt") == expected)
    let report = try workshop.calque("--format", "json", "a.txt")
    #expect(report.output.contains(#""evidence":{"eo":1400}"#))
    #expect(report.output.contains("esperanto/samideano"))
    #expect(try workshop.calque("--from", "eo", "a.txt").output.contains("[esperanto/samideano]"))
  }

  @Test("What is wrong with a configuration is told before anything is explained")
  func tellsFaults() throws {
    let workshop = try workshop()
    try workshop.write(#"{"ruleFolders": ["desk"], "packs": ["none"]}"#, to: ".lintconfig.json")
    let result = try workshop.calque("explain", "--evidence", "a.txt")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(".lintconfig.json:1:37: error: there is no pack “none”"))
  }
}
