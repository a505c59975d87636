import Calque
import CalqueFindings
import CalqueTesting
import CalqueText
import Testing

/// What holds for any paragraph whose marks are in order.
///
/// What counts are the findings of all rules that a run shows by default, of whatever pack, and the
/// notes of the pack as well.
@Suite("Properties of quotations")
struct QuotationPropertyTests {
  private typealias Style = BalancedText.Style
  private static let linter = Linter()
  private static let plain =
    "The ferry sails until the end of the month and no longer, the office of the port said on Monday."
  private static let seeds = 0..<150 as Range<UInt64>

  @Test("Balanced paragraphs have no findings", arguments: seeds)
  func balanced(seed: UInt64) throws {
    var source = BalancedText(Self.style(seed), seed: seed)
    let text = join(
      [source.paragraph(), source.paragraph(), Self.plain] + source.runningOn())
    #expect(try lint(text) == [], "seed \(seed): \(text)")
  }

  @Test("Removing a mark gives exactly one finding", arguments: seeds)
  func removal(seed: UInt64) throws {
    var source = BalancedText(Self.style(seed), seed: seed)
    let text = source.paragraph()
    for index in Self.marks(of: text) {
      var broken = text
      broken.remove(at: index)
      let count = try lint(broken).count
      // ‘The drivers’ union: where one of its marks is lost, an apostrophe may stand for it.
      let mayBeSilent = "‘’'".contains(text[index]) && Self.hasOuterApostrophe(text)
      #expect(count == 1 || mayBeSilent && count == 0, "seed \(seed): \(broken)")
    }
  }

  @Test("Turning a mark round gives exactly one finding", arguments: seeds)
  func reversal(seed: UInt64) throws {
    var source = BalancedText(seed.isMultiple(of: 3) ? .curlySingle : .curly, seed: seed)
    let text = source.paragraph()
    let reverse: [Character: Character] = ["“": "”", "”": "“", "‘": "’", "’": "‘"]
    for index in Self.marks(of: text) {
      var broken = text
      broken.replaceSubrange(index...index, with: [reverse[text[index]] ?? text[index]])
      let findings = try lint(broken)
      // Around a word or two ’ … ’ may be apostrophes.
      let mayBeSilent = text[index] == "‘" && text[text.index(after: index)].isLowercase
      #expect(
        findings.count == 1 || mayBeSilent && findings.isEmpty,
        "seed \(seed): \(broken) \(findings.map(\.rule))")
    }
  }

  @Test("A mark of the other kind gives exactly one finding", arguments: seeds)
  func mixture(seed: UInt64) throws {
    let style: Style = seed.isMultiple(of: 2) ? .straight : .curly
    var source = BalancedText(style, seed: seed)
    let text = source.paragraph()
    for index in text.indices where "“”\"".contains(text[index]) {
      var broken = text
      broken.replaceSubrange(index...index, with: style == .curly ? "\"" : "“")
      #expect(try lint(broken).count == 1, "seed \(seed): \(broken)")
    }
  }

  @Test("A quotation that runs on and loses a mark has exactly one finding", arguments: seeds)
  func runningOn(seed: UInt64) throws {
    var source = BalancedText(Self.style(seed), seed: seed)
    let paragraphs = source.runningOn()
    // The first paragraph without its mark reads as the newspaper's own.
    for (number, paragraph) in paragraphs.enumerated().dropFirst() {
      for index in [paragraph.startIndex, paragraph.lastIndex(where: { "”\"".contains($0) })] {
        guard let index, "“”\"".contains(paragraph[index]) else { continue }
        var broken = paragraphs
        broken[number].remove(at: index)
        let text = join([Self.plain] + broken)
        #expect(try lint(text).count == 1, "seed \(seed): \(text)")
      }
    }
  }

  @Test(
    "A paragraph of ten thousand lost marks is linted, each at most a few times",
    arguments: ["\"", "“", "”", "“a ”b ", "“a ‘b ", "said so,” he added. ", "&quot;a ", "â€œa "])
  func manyMarks(piece: String) throws {
    let count = 10_000
    #expect(try lint(String(repeating: piece, count: count)).count <= 3 * count)
  }

  @Test("A Spanish continuation is one finding in each paragraph", arguments: seeds)
  func spanish(seed: UInt64) throws {
    var source = BalancedText(.curly, seed: seed)
    let paragraphs = source.runningOn()
    let leaked = paragraphs.prefix(1) + paragraphs.dropFirst().map { "”" + $0.dropFirst() }
    let rules = try lint(join([Self.plain] + leaked)).map(\.rule)
    let expected = RuleID("quotation/spanish-continuation")
    #expect(
      rules == Array(repeating: expected, count: paragraphs.count - 1), "seed \(seed): \(leaked)")
  }

  @Test("Balanced paragraphs behind change nothing before them", arguments: seeds)
  func appending(seed: UInt64) throws {
    var source = BalancedText(Self.style(seed), seed: seed)
    let broken = Self.broken(source.paragraph(), source.number(below: 100))
    let before = try lint(join([broken, Self.plain]))
    let text = join([broken, Self.plain, source.paragraph(), source.paragraph()])
    #expect(try lint(text) == before, "seed \(seed): \(text)")
  }

  @Test("What other paragraphs hold changes nothing in one", arguments: seeds)
  func independence(seed: UInt64) throws {
    var source = BalancedText(Self.style(seed), seed: seed)
    let paragraph = Self.broken(source.paragraph(), source.number(below: 100))
    let alone = try lint(join([Self.plain, paragraph])).map { Self.moved($0, by: 0) }
    let others = [source.paragraph(), Self.broken(source.paragraph(), source.number(below: 100))]
    for other in others {
      let start = UInt32(other.utf8.count + 2)
      let text = join([other, Self.plain, paragraph])
      let found = try lint(text).filter { $0.range.start >= start }
      #expect(found.map { Self.moved($0, by: start) } == alone, "seed \(seed): \(text)")
    }
  }
}

extension QuotationPropertyTests {
  private static func style(_ seed: UInt64) -> Style {
    Style.allCases[Int(seed) % Style.allCases.count]
  }

  /// Returns the places of the marks that open or close a quotation in a balanced text.
  private static func marks(of text: String) -> [String.Index] {
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
    let document = Document(text: bytes, blocks: [block])
    return document.marks.filter { $0.partner != nil }.map {
      text.utf8.index(text.startIndex, offsetBy: Int(document.tokens[$0.token].start))
    }
  }

  /// Tells whether an apostrophe stands at the start or the end of a word.
  private static func hasOuterApostrophe(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
    return Document(text: bytes, blocks: [block]).marks.contains { $0.role == .apostrophe }
  }

  /// Returns the text without one of its marks.
  private static func broken(_ text: String, _ number: Int) -> String {
    let places = marks(of: text)
    var broken = text
    if !places.isEmpty { broken.remove(at: places[number % places.count]) }
    return broken
  }

  private func join(_ paragraphs: [String]) -> String {
    paragraphs.joined(separator: "\n\n")
  }

  /// Returns a finding as it would be in a text without the bytes before; the level of a
  /// fingerprint, which counts what else the article holds, is left out.
  private static func moved(_ finding: Finding, by distance: UInt32) -> String {
    let places = [finding.range] + finding.related.map(\.range)
    let edits = finding.fixes.flatMap(\.edits)
    let starts = (places + edits.map(\.range)).map { "\($0.start - distance)-\($0.end - distance)" }
    return "\(finding.rule) \(finding.message) \(starts) \(edits.map(\.replacement))"
  }

  /// Returns the findings that a run shows, and those of the pack that it does not.
  private func lint(_ text: String) throws -> [Finding] {
    let findings = Self.linter.lint(try Source(decoding: Array(text.utf8)))
    return findings.filter { $0.severity != .note || $0.rule.pack == "quotation" }.map { finding in
      var finding = finding
      // A fingerprint counts what else the article holds.
      finding.fingerprint = Fingerprint(0)
      return finding
    }
  }
}
