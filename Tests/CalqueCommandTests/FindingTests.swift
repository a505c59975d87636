import Testing

@Suite("Findings of a run") struct FindingTests {
  /// Rules of a newsroom: one of each level, found by words that nothing else reports.
  private static let rules = """
    - id: grandor
      pattern: grandor
      message: “grandor” is no word of this paper; write “size”
      why: It is ours for these tests.
      fix: size
      severity: error
      category: style
      bad: ["The ⟦grandor⟧ was known. → The size was known."]
      good: [The size was known.]
    - id: lentor
      pattern: lentor
      message: “lentor” is no word of this paper; write “delay”
      why: It is ours for these tests.
      fix: delay
      severity: warning
      category: style
      bad: ["The ⟦lentor⟧ was known. → The delay was known."]
      good: [The delay was known.]
    - id: tenor
      pattern: tenuor
      message: “tenuor” is no word of this paper; write “tone”
      why: It is ours for these tests.
      fix: tone
      severity: note
      category: style
      bad: ["The ⟦tenuor⟧ was known. → The tone was known."]
      good: [The tone was known.]

    """
  private static let error =
    "a.txt:1:5: error: “grandor” is no word of this paper; write “size” [desk/grandor]\n"
  private static let warning =
    "a.txt:1:18: warning: “lentor” is no word of this paper; write “delay” [desk/lentor]\n"
  private static let note =
    "a.txt:1:29: note: “tenuor” is no word of this paper; write “tone” [desk/tenor]\n"

  /// A folder with the rules, a configuration that says `settings` beside them, and a text.
  private func workshop(_ settings: String = "") throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(Self.rules, to: "desk/words.yml")
    try workshop.write(
      #"{"ruleFolders": ["desk"]\#(settings)}"#, to: ".lintconfig.json")
    try workshop.write("The grandor, the lentor and tenuor were known.\n", to: "a.txt")
    return workshop
  }

  /// What a run shows: the findings of these levels, their number, the status.
  private func transcript(
    _ status: Int32, _ lines: [String], _ summary: String
  ) -> Workshop.Transcript {
    Workshop.Transcript(
      status: status, output: lines.joined(), errors: summary + " in 1 file\n")
  }

  @Test("Errors and warnings are reported, notes are not; errors fail")
  func reports() throws {
    #expect(
      try workshop().calque("a.txt")
        == transcript(1, [Self.error, Self.warning], "1 error, 1 warning"))
  }

  @Test("A rule needs no word: it is found by its marks")
  func marksAlone() throws {
    let workshop = try workshop()
    let rules = """
      - id: two-marks
        pattern: ⟦; (–|—)⟧
        message: “$0” is one mark too many; keep one
        why: It is ours for these tests.
        fix: ;
        severity: warning
        category: style
        bad: ["We sailed⟦; –⟧ it rained. → We sailed; it rained."]
        good: [We sailed; it rained.]

      """
    try workshop.write(rules, to: "desk/marks.yml")
    try workshop.write("We sailed; — it rained – hard; it – rained.\n", to: "b.txt")
    let line = "b.txt:1:10: warning: “; —” is one mark too many; keep one [desk/two-marks]\n"
    #expect(
      try workshop.shell("$calque --select desk b.txt") == transcript(0, [line], "1 warning"))
    #expect(try workshop.shell("$calque rules test desk").status == 0)
  }

  @Test(
    "The command line chooses rules and what fails",
    arguments: [
      (["--notes"], 1, [error, warning, note], "1 error, 1 warning, 1 note"),
      (["--fail-on", "never"], 0, [error, warning], "1 error, 1 warning"),
      (["--ignore", "desk/grandor"], 0, [warning], "1 warning"),
      (["--ignore", "desk/grandor", "--fail-on", "warning"], 1, [warning], "1 warning"),
      (["--ignore", "desk/grandor", "--max-warnings", "1"], 0, [warning], "1 warning"),
      (["--ignore", "desk/grandor", "--max-warnings", "0"], 1, [warning], "1 warning"),
      (["--ignore", "desk"], 0, [], "no findings"),
      (["--select", "*/tenor"], 0, [note], "1 note"),
      (["--select", "*/tenor", "--fail-on", "note"], 1, [note], "1 note"),
      (["--select", "desk", "--ignore", "*/l*"], 1, [error, note], "1 error, 1 note"),
    ] as [([String], Int32, [String], String)])
  func chooses(arguments: [String], status: Int32, lines: [String], summary: String) throws {
    let workshop = try workshop()
    let quoted = (arguments + ["a.txt"]).map { "'\($0)'" }.joined(separator: " ")
    #expect(
      try workshop.shell("$calque \(quoted)") == transcript(status, lines, summary))
  }

  @Test(
    "The configuration chooses rules and what fails",
    arguments: [
      (#", "rules": {"desk": "off"}"#, 0, [], "no findings"),
      (#", "rules": {"*": "off", "desk/tenor": "on"}"#, 0, [note], "1 note"),
      (#", "notes": true"#, 1, [error, warning, note], "1 error, 1 warning, 1 note"),
      (#", "failOn": "never""#, 0, [error, warning], "1 error, 1 warning"),
      (#", "rules": {"*/grandor": "off"}, "failOn": "warning""#, 1, [warning], "1 warning"),
      (#", "rules": {"*/grandor": "off"}, "maxWarnings": 0"#, 1, [warning], "1 warning"),
      (#", "packs": ["quotation"]"#, 0, [], "no findings"),
      (#", "packs": ["!desk"]"#, 0, [], "no findings"),
      (#", "vocabulary": ["grandor", "lentor"]"#, 0, [], "no findings"),
      (
        #", "overrides": [{"files": ["a.*"], "rules": {"desk/grandor": "off"}}]"#, 0, [warning],
        "1 warning"
      ),
      (
        #", "overrides": [{"files": ["b.*"], "rules": {"desk/grandor": "off"}}]"#, 1,
        [error, warning], "1 error, 1 warning"
      ),
    ] as [(String, Int32, [String], String)])
  func isConfigured(settings: String, status: Int32, lines: [String], summary: String) throws {
    #expect(
      try workshop(settings).calque("a.txt") == transcript(status, lines, summary))
  }

  @Test("The command line is stronger than the configuration")
  func isOverruled() throws {
    let workshop = try workshop(#", "rules": {"desk": "off"}, "failOn": "never""#)
    #expect(
      try workshop.calque("a.txt", "--select", "desk/grandor", "--fail-on", "error")
        == transcript(1, [Self.error], "1 error"))
  }

  @Test("The status is the same for every format", arguments: ["compiler", "sarif", "json"])
  func hasOneStatus(format: String) throws {
    let workshop = try workshop()
    let form = ["--format", format, "--quiet"]
    #expect(try workshop.calque("a.txt", form[0], form[1], form[2]).status == 1)
    #expect(
      try workshop.calque("a.txt", "--fail-on", "never", form[0], form[1], form[2]).status == 0)
    #expect(try workshop.calque("a.txt", "none.txt", form[0], form[1], form[2]).status == 3)
  }

  @Test("Columns count what is asked for")
  func countsColumns() throws {
    let workshop = try workshop()
    try workshop.write("😀 The grandor was known.\n", to: "b.txt")
    for (unit, column) in [("scalar", 7), ("utf8", 10), ("utf16", 8)] {
      let result = try workshop.calque("b.txt", "--column-unit", unit, "--quiet")
      #expect(
        result.output
          == "b.txt:1:\(column): error: “grandor” is no word of this paper; write “size” "
          + "[desk/grandor]\n")
    }
  }

  @Test("The line is shown when it is asked for, with colours when they are")
  func showsSource() throws {
    let workshop = try workshop()
    #expect(
      try workshop.calque("a.txt", "--show-source", "--quiet", "--select", "desk/grandor").output
        == Self.error + """
              1 | The grandor, the lentor and tenuor were known.
                |     ^~~~~~~
                = review fix: write “size”

          """)
    #expect(
      try workshop.calque("a.txt", "--color", "always", "--quiet").output.contains("\u{1B}["))
  }

  @Test("Files are reported in the order of their paths, whatever the threads do")
  func isOrdered() throws {
    let workshop = try workshop()
    var expected = ""
    for number in 100..<160 {
      try workshop.write("The grandor was known.\n", to: "\(number).txt")
      expected += Self.error.replacing("a.txt:1:5", with: "\(number).txt:1:5")
    }
    expected += Self.error
    for jobs in ["1", "4"] {
      let result = try workshop.calque(".", "--jobs", jobs, "--select", "desk/grandor")
      #expect(
        result
          == Workshop.Transcript(status: 1, output: expected, errors: "61 errors in 61 files\n"))
    }
  }

  @Test("A fault in a file of rules is told at its place, and nothing is linted")
  func tellsFaultyRules() throws {
    let workshop = try workshop()
    try workshop.write(Self.rules.replacing("category", with: "catgory"), to: "desk/words.yml")
    let result = try workshop.calque("a.txt")
    #expect(result.status == 2)
    #expect(result.output == "")
    let key = "desk/words.yml:7:3: error: a rule has no key “catgory”; did you mean “category”?"
    #expect(result.errors.contains(key), "\(result.errors)")
  }

  @Test("The evidence of texts is explained, and stands in the JSON report")
  func explainsEvidence() throws {
    let workshop = try Workshop()
    try workshop.write("Rain in May\n\nThe tax enters into vigor.\n", to: "a.txt")
    try workshop.write("Rain in May\n\nThe tax is new.\n", to: "b.txt")
    #expect(
      try workshop.calque("explain", "--evidence", "a.txt", "b.txt")
        == Workshop.Transcript(
          status: 0,
          output: """
            a.txt: es 1.00, translated
              a.txt:3:21: es 1.00 ⟦vigor⟧ [es/entered-into-vigor]
            b.txt: no sign of a source language

            """))
    let report = try workshop.calque("--format", "json", "a.txt").output
    #expect(report.contains(#""path":"a.txt","encoding":"utf-8","evidence":{"es":1000},"#))
    #expect(try workshop.calque("explain", "es/a", "es/b").status == 2)
  }

  @Test("The user's rules are listed and explained")
  func listsRules() throws {
    let workshop = try workshop()
    #expect(
      try workshop.calque("rules", "--pack", "desk", "or")
        == Workshop.Transcript(
          status: 0,
          output: """
            desk/grandor  error    “grandor” is no word of this paper; write “size”
            desk/lentor   warning  “lentor” is no word of this paper; write “delay”
            desk/tenor    note     “tenuor” is no word of this paper; write “tone”

            """))
    let explanation = try workshop.calque("explain", "desk/tenor")
    #expect(explanation.status == 0)
    #expect(explanation.output.hasPrefix("desk/tenor · note · style\n“tenuor” is no word"))
    #expect(
      try workshop.calque("explain", "desk/tenour")
        == Workshop.Transcript(
          status: 2, errors: "calque: there is no rule “desk/tenour”; did you mean “desk/tenor”?\n"
        ))
  }
}
