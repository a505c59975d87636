import CalqueFindings
import CalqueReporters
import CalqueText
import Testing

@Suite("Reports for code hosts and CI servers")
struct CodeHostTests {
  /// A format with what makes it.
  struct Format: CustomTestStringConvertible, Sendable {
    let name: String
    let reporter: any Reporter

    var testDescription: String { name }
  }

  static let formats = [
    Format(name: "github", reporter: GitHubReporter()),
    Format(name: "gitlab", reporter: GitLabReporter()),
    Format(name: "junit", reporter: JUnitReporter()),
  ]

  /// Expects the golden, a reader that is not ours to accept it, and what it reads to be another.
  private func check(
    _ files: [FileReport], _ golden: String, _ format: Format,
    summary: RunSummary = Sample.summary()
  ) throws {
    let report = Sample.report(format.reporter, files, summary: summary)
    try expectGolden(report, "\(golden).\(format.name)")
    let validation = try Validation(report, as: format.name)
    #expect(validation.complaints == "")
    #expect(validation.status == 0)
    guard !validation.records.isEmpty else { return }
    try expectGolden(Array(validation.records.utf8), "\(golden).\(format.name).records.jsonl")
  }

  @Test("An article with its findings and their related places", arguments: formats)
  func article(format: Format) throws {
    try check([try Sample.article()], "article", format)
  }

  /// Two files of hostile bytes, names and messages, each finding with a fingerprint of its own.
  private static func hostileFiles() throws -> [FileReport] {
    let message = "“]]>&\"'<b>\u{FFFE}\u{0}%0A::error::x” is wrong"
    let range = TextRange(0, 1)
    let related = [Finding.Related(range: range, note: "100%\r\n::error::x")]
    let second = FileReport(
      path: "<a>&,b%.txt", source: try Source(decoding: Array("x".utf8)),
      findings: [Sample.finding(range, message: message, related: related)])
    return [try Sample.hostile(), second].map { file in
      let findings = file.findings.enumerated().map { number, finding in
        var finding = finding
        finding.fingerprint = Fingerprint(UInt64(number))
        return finding
      }
      return FileReport(path: file.path, source: file.source, findings: findings)
    }
  }

  @Test(
    "Hostile text and names act nowhere, and what could not be read is told", arguments: formats)
  func hostile(format: Format) throws {
    try check(
      try Self.hostileFiles(), "hostile", format,
      summary: Sample.summary([
        .init(path: "a b,c.txt", message: "cannot be read: 100% full <disk>"),
        .init(path: "b.json", message: "a value", position: .init(line: 2, column: 10)),
        .init(path: "", message: "stopped after 1 file"),
      ]))
  }

  @Test("A run without findings is a whole report", arguments: formats)
  func empty(format: Format) throws {
    let clean = FileReport(path: "a.txt", source: try Source(decoding: []), findings: [])
    try check(
      [clean], "empty", format,
      summary: RunSummary(exitStatus: 0, notifications: [], fileCount: 1, counts: LevelCounts()))
  }

  @Test("GitHub is told how many findings it leaves out, and gets no columns over two lines")
  func limits() throws {
    let file = try Sample.file("a ⟦b\nc⟧")
    let summary = RunSummary(
      exitStatus: 1, notifications: [], fileCount: 1,
      counts: LevelCounts(notes: 0, warnings: 11, errors: 1))
    let report = Sample.report(GitHubReporter(), [file], summary: summary)
    #expect(
      String(decoding: report, as: UTF8.self) == """
        ::warning file=article.txt,line=1,endLine=2,title=quotation/unclosed-quote::is wrong
        ::notice title=calque::1 error, 11 warnings; GitHub shows 10 of each of a step

        """)
  }

  @Test("The same sentence in two files has two fingerprints for GitLab")
  func fingerprints() throws {
    let files = [try Sample.file("⟦x⟧", path: "a.txt"), try Sample.file("⟦x⟧", path: "b.txt")]
    let report = Sample.report(GitLabReporter(), files)
    let validation = try Validation(report, as: "gitlab")
    #expect(validation.complaints == "")
  }

  @Test(
    "The readers refuse what is broken",
    arguments: [
      (
        "github", "::error file=a:b::x\n",
        "report.github: line 1: no workflow command: ::error file=a:b::x\n"
      ),
      ("github", "::error line=1::50%\n", "report.github: line 1: a bare % in the message\n"),
      (
        "gitlab",
        #"[{"description":"x","check_name":"y","fingerprint":"0","severity":"bad","location":{"path":"./a","lines":{"begin":1,"end":1}}}]"#,
        """
        report.gitlab: issue 0: severity “bad” is none of GitLab's
        report.gitlab: issue 0: the path does not start from the repository

        """
      ),
      (
        "junit",
        #"<testsuites><testsuite name="a" tests="2" failures="0" errors="0"/></testsuites>"#,
        "report.junit: suite a: counts are (2, 0), not (0, 0)\n"
      ),
    ])
  func refusal(kind: String, report: String, complaints: String) throws {
    let validation = try Validation(Array(report.utf8), as: kind)
    #expect(validation.complaints == complaints)
    #expect(validation.status == 1)
  }
}
