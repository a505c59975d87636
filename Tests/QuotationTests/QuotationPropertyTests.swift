import Calque
import CalqueFindings
import CalqueTesting
import CalqueText
import Testing

/// What holds for any paragraph whose marks are in order.
@Suite("Properties of quotations")
struct QuotationPropertyTests {
  private static let linter = Linter()

  @Test("A balanced paragraph has no findings", arguments: 0..<200 as Range<UInt64>)
  func balanced(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = BalancedText.paragraph(isCurly: seed.isMultiple(of: 2), using: &generator)
    #expect(try lint(text) == [], "seed \(seed): \(text)")
  }

  @Test("Removing a double mark gives exactly one finding", arguments: 0..<200 as Range<UInt64>)
  func removal(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = BalancedText.paragraph(isCurly: seed.isMultiple(of: 2), using: &generator)
    for index in text.indices where "“”\"".contains(text[index]) {
      var broken = text
      broken.remove(at: index)
      #expect(try lint(broken).count == 1, "seed \(seed): \(broken)")
    }
  }

  @Test(
    "Turning a double mark round gives exactly one finding", arguments: 0..<100 as Range<UInt64>)
  func reversal(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = BalancedText.paragraph(isCurly: true, using: &generator)
    for index in text.indices where "“”".contains(text[index]) {
      var broken = text
      broken.replaceSubrange(index...index, with: text[index] == "“" ? "”" : "“")
      let rules = try lint(broken).map(\.rule)
      #expect(rules == [RuleID("quotation/reversed-mark")], "seed \(seed): \(broken)")
    }
  }

  @Test(
    "A paragraph is read alone: those after it change nothing",
    arguments: 0..<100 as Range<UInt64>)
  func independence(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let isCurly = seed.isMultiple(of: 2)
    var broken = BalancedText.paragraph(isCurly: isCurly, using: &generator)
    let marks = broken.indices.filter { "“”\"".contains(broken[$0]) }
    if let mark = marks.randomElement(using: &generator) { broken.remove(at: mark) }
    let plain = "The council of the port will vote on the works before the end of the month."
    let before = try lint(broken)
    let more = (0..<3).map { _ in BalancedText.paragraph(isCurly: isCurly, using: &generator) }
    let longer = ([broken, plain] + more).joined(separator: "\n\n")
    #expect(try lint(longer) == before, "seed \(seed): \(longer)")
  }

  /// Returns the findings of the quotation rules.
  private func lint(_ text: String) throws -> [Finding] {
    let findings = Self.linter.lint(try Source(decoding: Array(text.utf8)))
    return findings.filter { $0.rule.pack == "quotation" }.map { finding in
      var finding = finding
      // A fingerprint counts what else the article holds.
      finding.fingerprint = Fingerprint(0)
      return finding
    }
  }
}
