import Testing

/// Rules of the user's own that would say nothing, and why.
@Suite("Broken rules") struct BrokenRuleTests {
  private func errors(
    _ finder: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let workshop = try Workshop()
    try workshop.write(
      """
      - id: grandor
        \(finder)
        message: “grandor” is no word of this paper
        why: It is ours for these tests.
        severity: warning
        category: style
        bad: [The ⟦grandor⟧ was known.]
        good: [The size was known.]

      """, to: "desk/words.yml")
    try workshop.write("The grandor was known.\n", to: "a.txt")
    try workshop.write(#"{"ruleFolders": ["desk"]}"#, to: ".lintconfig.json")
    let lint = try workshop.calque("a.txt")
    #expect(
      lint == Workshop.Transcript(status: 2, errors: lint.errors), sourceLocation: sourceLocation)
    for command in ["check", "test"] {
      #expect(
        try workshop.calque("rules", command, "desk") == lint, sourceLocation: sourceLocation)
    }
    return lint.errors
  }

  @Test("A check that does not exist")
  func unknownCheck() throws {
    #expect(
      try errors("check: tail-blok") == """
        desk/words.yml:2:10: error: there is no check “tail-blok”; did you mean “tail-block”? \
        [rules/unknown-value]

        """)
  }

  @Test("An option that the check has not, and a value that it does not take")
  func unknownOption() throws {
    #expect(
      try errors("check: title-drift\n  options:\n    famlies: [a b]") == """
        desk/words.yml:4:5: error: the check “title-drift” has no option “famlies”; \
        did you mean “families”? [rules/unknown-key]

        """)
    #expect(
      try errors("check: dialogue-tag\n  options: {kind: stp}") == """
        desk/words.yml:3:19: error: “stp” is no value of “kind”; did you mean “stop”? \
        [rules/unknown-value]

        """)
  }

  @Test("An explanation lists the options that there are")
  func listsOptions() throws {
    let explanation = try Workshop().calque("explain", "quotation/punctuation-side").output
    #expect(
      explanation.contains(
        "check     quote-punctuation\noptions   style: one of american, british, consistent\n"),
      "\(explanation)")
  }

  @Test("A language that no pack is for")
  func unknownLanguage() throws {
    #expect(
      try errors("pattern: grandor\n  advice: leave it out\n  needs: ed") == """
        desk/words.yml:4:10: error: no pack is for the language “ed”; did you mean “de”? \
        [rules/unknown-value]

        """)
  }

  @Test("Options that a configuration sets are held to what the check takes")
  func configuredOptions() throws {
    let workshop = try Workshop()
    try workshop.write("Hello.\n", to: "a.txt")
    try workshop.write(
      """
      {"rules": {
        "consistency/title-drift": {"options": {"famlies": ["a b"]}},
        "repetition/repeated-phrase": {"options": {"least": "two"}},
        "es/narrow-coordination": {"options": {"x": 1}}
      }}
      """, to: ".lintconfig.json")
    #expect(
      try workshop.calque("a.txt")
        == Workshop.Transcript(
          status: 2,
          errors: """
            .lintconfig.json:2:43: error: the check “title-drift” has no option “famlies”; \
            did you mean “families”? [configuration/unknown-option]
            .lintconfig.json:3:55: error: “least” takes a whole number from 0 up, not a string \
            [configuration/wrong-type]
            .lintconfig.json:4:42: error: “es/narrow-coordination” is a rule of patterns, which \
            has no options [configuration/unknown-option]

            """))
  }
}
