import CalqueReporters
import CalqueText
import Testing

@Suite("Our own JSON")
struct JSONReporterTests {
  /// Expects the golden, and the published schema to accept it.
  private func check(
    _ files: [FileReport], _ golden: String, run: Run = Sample.run(),
    summary: RunSummary = Sample.summary()
  ) throws {
    let report = Sample.report(JSONReporter(), files, run: run, summary: summary)
    try expectGolden(report, golden + ".json")
    let validation = try Validation(report, as: "findings")
    #expect(validation.complaints == "")
    #expect(validation.status == 0)
  }

  @Test("An article and a hostile file, one line each")
  func files() throws {
    try check(
      [try Sample.article(), try Sample.hostile()], "files",
      summary: Sample.summary([.init(path: "a.txt", message: "cannot be read")]))
  }

  @Test("A run without findings is a whole report")
  func empty() throws {
    let clean = FileReport(path: "a.txt", source: try Source(decoding: []), findings: [])
    try check([clean], "empty", run: Sample.run(.utf8))
  }
}
