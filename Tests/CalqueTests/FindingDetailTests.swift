import Calque
import CalqueFindings
import CalqueFormats
import CalqueText
import Testing

@Suite("How much findings carry") struct FindingDetailTests {
  @Test("Brief findings are the complete ones without fixes and fingerprints")
  func brief() throws {
    let text = """
      Council met on Monday

      “We keep a “narrow” coordination with all, he said. It enters into vigor in May.

      He said said that the the plan is early..
      """
    let source = try Source(decoding: Array(text.utf8))
    let complete = Linter().lint(source, as: PlainText(), detail: .complete).findings
    let brief = Linter().lint(source, as: PlainText(), detail: .brief).findings
    #expect(complete.count > 3)
    #expect(complete.contains { !$0.fixes.isEmpty })
    #expect(complete.allSatisfy { $0.fingerprint != Fingerprint(0) })
    let stripped = complete.map {
      Finding(
        rule: $0.rule, severity: $0.severity, range: $0.range, message: $0.message,
        related: $0.related)
    }
    #expect(brief == stripped)
  }
}
