import CalqueFindings
import CalqueReporters
import CalqueText
import Testing

@Suite("Compiler form")
struct CompilerReporterTests {
  private func check(
    _ file: FileReport, _ expected: String, showSource: Bool = false, color: Bool = false,
    run: Run = Sample.run(), sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let reporter = CompilerReporter(showSource: showSource, color: color)
    let bytes = Sample.report(reporter, [file], run: run)
    #expect(String(decoding: bytes, as: UTF8.self) == expected, sourceLocation: sourceLocation)
  }

  @Test(
    "Columns count what the run says",
    arguments: [(LineMap.ColumnUnit.scalar, 5), (.utf8, 10), (.utf16, 6)])
  func columns(unit: LineMap.ColumnUnit, column: Int) throws {
    check(
      try Sample.file("a\n😀界 x⟦y⟧"),
      "article.txt:2:\(column): warning: is wrong [quotation/unclosed-quote]\n",
      run: Sample.run(unit))
  }

  @Test("A file without findings is not mentioned")
  func clean() throws {
    check(
      FileReport(path: "a.txt", source: try Source(decoding: []), findings: []), "",
      showSource: true)
  }

  @Test("Related places and fixes follow their finding")
  func articleLines() throws {
    let file = try Sample.article()
    let plain = CompilerReporter(showSource: false, color: false)
    try expectGolden(Sample.report(plain, [file]), "article.txt")
    let shown = CompilerReporter(showSource: true, color: false)
    try expectGolden(Sample.report(shown, [file]), "article-source.txt")
  }

  @Test("Only the severity and the caret are coloured")
  func color() throws {
    check(
      try Sample.file("⟦x⟧"),
      "article.txt:1:1: \u{1B}[1;35mwarning:\u{1B}[0m is wrong [quotation/unclosed-quote]\n"
        + "    1 | x\n      | \u{1B}[1;32m^\u{1B}[0m\n",
      showSource: true, color: true)
  }

  @Test("Hostile text, paths and messages stay text, one line each")
  func hostile() throws {
    let file = try Sample.hostile()
    let shown = CompilerReporter(showSource: true, color: false)
    let bytes = Sample.report(shown, [file])
    try expectGolden(bytes, "hostile-source.txt")
    let controls = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty)
  }

  @Test("A fix that may be applied unseen says so; wide line numbers keep the bars aligned")
  func wideLineNumbers() throws {
    let text = MarkedText(String(repeating: "\n", count: 123_456) + "⟦x⟧")
    let fix = Fix(
      summary: "remove it", edits: [Edit(range: text.range, replacement: "")], safety: .safe)
    check(
      FileReport(
        path: "a.txt", source: try Source(decoding: text.bytes),
        findings: [Sample.finding(text.range, fixes: [fix])]),
      """
      a.txt:123457:1: warning: is wrong [quotation/unclosed-quote]
      123457 | x
             | ^
             = safe fix: remove it

      """, showSource: true)
  }
}
