import CalqueFindings
import CalqueReporters
import CalqueText
import Foundation

/// Bytes with a place in them, written as `⟦ ⟧` in the text.
struct MarkedText {
  let bytes: [UInt8]
  let range: TextRange

  init(_ marked: String) {
    self.init(bytes: Array(marked.utf8))
  }

  init(bytes marked: [UInt8]) {
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    let start = marked.firstRange(of: open)?.lowerBound ?? 0
    let opened = Array(marked[..<start] + marked[(start + open.count)...])
    let end = opened.firstRange(of: close)?.lowerBound ?? start
    bytes = Array(opened[..<end] + opened[(end + close.count)...])
    range = TextRange(UInt32(start), UInt32(end))
  }
}

/// The runs and files that several tests report.
enum Sample {
  static let narrow = RuleDescription(
    id: RuleID("es/narrow-coordination"),
    message: "“narrow $1” renders «estrecha …» word by word; English says “close $1”",
    why: "Spanish estrecho is narrow of a street, close of a relationship.",
    advice: "", severity: .error, precision: MeasuredPrecision(right: 41, read: 42),
    category: "accuracy/mistranslation/false-friend",
    stage: "translation", original: "estrecha coordinación",
    patterns: ["narrow (coordination|cooperation)"], fixes: ["close $1"], check: "", needs: [],
    bad: ["and continue its ⟦“narrow” coordination⟧. → and continue its “close” coordination."],
    good: ["A narrow majority approved coordination with the ports."])

  static let unclosed = RuleDescription(
    id: RuleID("quotation/unclosed-quote"), message: "the quotation is never closed", why: "",
    advice: "close the quotation before its speaker", severity: .warning, category: "", stage: "",
    original: "", patterns: [], fixes: [], check: "unclosed-quote", needs: [],
    bad: ["He said ⟦“⟧yes and <left>."], good: ["He said “yes”."])

  static func run(_ unit: LineMap.ColumnUnit = .scalar) -> Run {
    Run(
      version: "0.1.0", columnUnit: unit, workingFolder: "/srv/news desk",
      description: { rule in [narrow, unclosed].first { $0.id == rule } },
      classification: { rule in
        [narrow, unclosed].first { $0.id == rule }.map {
          RuleClassification(category: $0.category, stage: $0.stage)
        }
      })
  }

  static func finding(
    _ range: TextRange, message: String = "is wrong", severity: Severity = .warning,
    related: [Finding.Related] = [], fixes: [Fix] = []
  ) -> Finding {
    Finding(
      rule: unclosed.id, severity: severity, range: range, message: message, related: related,
      fixes: fixes, fingerprint: Fingerprint(0xC0FFEE))
  }

  /// A file with one finding, at the mark.
  static func file(_ marked: String, path: String = "article.txt") throws -> FileReport {
    let text = MarkedText(marked)
    return FileReport(
      path: path, source: try Source(decoding: text.bytes), findings: [finding(text.range)])
  }

  /// The article that ships with the project, with two findings.
  static func article() throws -> FileReport {
    let name = "Examples/eu-nato-osce-coordination.txt"
    let bytes = try Array(Data(contentsOf: projectFolder.appending(path: name)))
    func range(of text: String) -> TextRange {
      let found = bytes.firstRange(of: Array(text.utf8)) ?? 0..<0
      return TextRange(UInt32(found.lowerBound), UInt32(found.upperBound))
    }
    let open = range(of: "“the latest")
    let glued = range(of: "UkraineStano")
    let closing = Edit(range: TextRange(glued.start + 7, glued.start + 7), replacement: "”, ")
    let word = range(of: "narrow”")
    let findings = [
      Finding(
        rule: narrow.id, severity: .error, range: range(of: "“narrow” coordination"),
        message: "“narrow coordination” renders «estrecha …» word by word; "
          + "English says “close coordination”",
        related: [
          .init(range: range(of: "“close” coordination"), note: "the headline has “close”")
        ],
        fixes: [
          Fix(
            summary: "write “close”",
            edits: [Edit(range: TextRange(word.start, word.start + 6), replacement: "close")],
            safety: .review)
        ], fingerprint: Fingerprint(0x0123_4567_89AB_CDEF)),
      Finding(
        rule: unclosed.id, severity: .warning, range: TextRange(open.start, open.start + 3),
        message: "the quotation is never closed",
        related: [.init(range: glued, note: "it likely ends inside “UkraineStano”")],
        fixes: [
          Fix(summary: "close the quotation after “Ukraine”", edits: [closing], safety: .safe)
        ], fingerprint: Fingerprint(0xFEDC)),
    ]
    return FileReport(
      path: name, source: try Source(decoding: bytes), findings: findings,
      evidence: [
        LanguageScore(language: "es", thousandths: 1400),
        LanguageScore(language: "pt", thousandths: 70),
      ])
  }

  /// A file of hostile bytes under a hostile name, with findings on three of its lines.
  static func hostile() throws -> FileReport {
    let text = MarkedText(
      bytes: Array("\u{1B}[31m##[error]x\r\nnews.txt:1:2: error: no [a/b]\r".utf8)
        + [0xFF, 0xC3] + Array("é\u{202E}⟦e\u{301}vil\u{85}⟧\t界\u{2028}end".utf8))
    let first = TextRange(0, 5)
    let second = TextRange(20, 28)
    return FileReport(
      path: "::error::new\nline 100%:3:4: note: #1.txt", source: try Source(decoding: text.bytes),
      findings: [
        finding(first, message: "“\u{1B}[31m” acts on [terminals](https://example.org)"),
        finding(second, severity: .note),
        finding(text.range, message: "tab\there, ##[group]there", severity: .error),
      ])
  }

  static func summary(_ notifications: [RunSummary.Notification] = []) -> RunSummary {
    RunSummary(
      exitStatus: notifications.isEmpty ? 1 : 3, notifications: notifications, fileCount: 4,
      counts: LevelCounts(notes: 1, warnings: 2, errors: 2), rules: [narrow.id, unclosed.id])
  }

  /// Puts a report together as the command does.
  static func report(
    _ reporter: some Reporter, _ files: [FileReport], run: Run = run(),
    summary: RunSummary = summary()
  ) -> [UInt8] {
    let bodies = files.map { reporter.body($0, run) }.filter { !$0.isEmpty }
    return reporter.header(run) + Array(bodies.joined(separator: reporter.separator))
      + reporter.footer(summary, run)
  }
}
