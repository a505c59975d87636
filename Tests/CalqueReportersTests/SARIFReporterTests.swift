import CalqueFindings
import CalqueReporters
import CalqueText
import Testing

@Suite("SARIF 2.1.0")
struct SARIFReporterTests {
  /// Expects the golden, and the schema, GitHub's rules and sarif-tools to accept it.
  private func check(
    _ files: [FileReport], _ golden: String, run: Run = Sample.run(),
    summary: RunSummary = Sample.summary()
  ) throws {
    let report = Sample.report(SARIFReporter(), files, run: run, summary: summary)
    try expectGolden(report, golden + ".sarif")
    let validation = try Validation(report, as: "sarif")
    #expect(validation.complaints == "")
    #expect(validation.status == 0)
    try expectGolden(Array(validation.records.utf8), golden + ".records.jsonl")
  }

  @Test("An article with its rules, places, fixes and fingerprints")
  func article() throws {
    try check([try Sample.article()], "article")
  }

  @Test("Hostile text, and files that could not be read")
  func hostile() throws {
    try check(
      [try Sample.hostile()], "hostile",
      summary: Sample.summary([
        .init(path: "a b.txt", message: "cannot be read: permission denied"),
        .init(path: "", message: "stopped after 1 file"),
      ]))
  }

  @Test("A text from UTF-16 is placed by characters, in the unit of the columns")
  func utf16() throws {
    let text = MarkedText("😀\n界 ⟦x😀⟧y")
    let units = Array(String(decoding: text.bytes, as: UTF8.self).utf16)
    let encoded = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let file: [UInt8] = [0xFF, 0xFE] + encoded
    let report = FileReport(
      path: "/elsewhere/a.txt", source: try Source(decoding: file),
      findings: [Sample.finding(text.range)])
    try check([report], "utf16", run: Sample.run(.utf16))
  }

  @Test("A run without findings or rules is a whole report")
  func empty() throws {
    let run = Run(version: "0.1.0", columnUnit: .utf8, workingFolder: "/")
    let clean = FileReport(path: "a.txt", source: try Source(decoding: []), findings: [])
    try check(
      [clean], "empty", run: run,
      summary: RunSummary(
        exitStatus: 0, notifications: [], fileCount: 1, counts: LevelCounts()))
  }

  @Test(
    "A measured precision is one of GitHub's four words",
    arguments: [
      (97, 100, "very-high"), (96, 100, "high"), (84, 100, "medium"), (2, 3, "medium"),
      (1, 2, "low"),
    ])
  func precision(right: Int, read: Int, word: String) throws {
    let rule = RuleDescription(
      id: RuleID("pt/x"), message: "x", why: "w", advice: "a", severity: .note,
      precision: MeasuredPrecision(right: right, read: read), category: "", stage: "",
      original: "", patterns: [], fixes: [], check: "", needs: [], bad: [], good: [])
    let run = Run(version: "0.1.0", columnUnit: .scalar, workingFolder: "/srv") { _ in rule }
    let report = String(
      decoding: Sample.report(SARIFReporter(), [], run: run), as: UTF8.self)
    #expect(report.contains(#""precision":"\#(word)""#), "\(report)")
  }

  @Test("Long and missing texts of a rule are made fit; fixes stand once")
  func limits() throws {
    let rule = RuleDescription(
      id: RuleID("pt/x"), message: "", why: String(repeating: "é", count: 2000), advice: "",
      severity: .note, category: "", stage: "", original: "", patterns: [], fixes: [], check: "",
      needs: [], bad: [], good: [])
    let range = TextRange(0, 3)
    let fix = Fix(summary: "remove", edits: [Edit(range: range, replacement: "")], safety: .review)
    let empty = Fix(summary: "nothing", edits: [], safety: .review)
    let finding = Finding(
      rule: rule.id, severity: .note, range: range, message: "is wrong",
      related: [.init(range: range, note: "twice"), .init(range: range, note: "twice")],
      fixes: [fix, fix, empty])
    let unknown = Finding(
      rule: RuleID("pt/unknown"), severity: .note, range: range, message: "is wrong")
    let file = FileReport(
      path: "a.txt", source: try Source(decoding: Array("one".utf8)), findings: [finding, unknown])
    let run = Run(version: "0.1.0", columnUnit: .scalar, workingFolder: "/srv") { id in
      id == rule.id ? rule : nil
    }
    try check(
      [file], "limits", run: run,
      summary: RunSummary(
        exitStatus: 1, notifications: [], fileCount: 1, counts: LevelCounts(notes: 2),
        rules: [rule.id, unknown.rule]))
  }

  @Test("The validators refuse what is broken")
  func refusal() throws {
    let whole = String(
      decoding: Sample.report(SARIFReporter(), [try Sample.article()]), as: UTF8.self)
    let levels = whole.replacing(#""level":"warning""#, with: #""level":"alert""#)
    let validation = try Validation(Array(levels.utf8), as: "sarif")
    #expect(
      validation.complaints == """
        report.sarif: $.runs[0].results[1].level: 'alert' is not one of \
        ['none', 'note', 'warning', 'error']
        report.sarif: $.runs[0].tool.driver.rules[1].defaultConfiguration.level: 'alert' is not \
        one of ['none', 'note', 'warning', 'error']

        """)
    #expect(validation.status == 1)

    let hashes = whole.replacing("primaryLocationLineHash", with: "lineHash")
    #expect(
      try Validation(Array(hashes.utf8), as: "sarif").complaints.hasPrefix(
        "report.sarif: result 0: primaryLocationLineHash is missing\n"))
  }
}
