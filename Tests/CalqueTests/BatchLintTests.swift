import Calque
import CalqueFormats
import CalqueTesting
import CalqueText
import Testing

@Suite("Texts that are linted together") struct BatchLintTests {
  /// Paragraphs with faults of many kinds, and without.
  private static let paragraphs = [
    "Council met on Monday",
    "“We keep a “narrow” coordination with all, he said. It enters into vigor in May.",
    "He said said that the the plan is early..",
    "The UE and the EU signed it, informed the community foreign spokesman on Febuary 30.",
    "The plan is early, and nobody minds.",
    "President Obrador met President Obrador, and Obredor left. The plan â€œworksâ€ &amp; holds.",
    "Read also: the plan. All rights reserved.",
  ]

  /// Texts of all formats and lengths; some hold several articles, some none.
  private func texts() throws -> [Linter.Text] {
    var generator = SeededGenerator(seed: 7)
    let formats: [any TextFormat] = [PlainText(), HTMLText(), JSONLines()]
    return try (0..<60).map { number in
      let count = Int.random(in: 0..<9, using: &generator)
      var parts = (0..<count).map { _ in
        Self.paragraphs.randomElement(using: &generator) ?? ""
      }
      // One is longer than what is linted together.
      if number == 30 { parts = Array(repeating: Self.paragraphs, count: 400).flatMap(\.self) }
      let format = formats[number % formats.count]
      let text =
        switch format {
        case is HTMLText: "<html><body>" + parts.map { "<p>\($0)</p>" }.joined() + "</body></html>"
        case is JSONLines: parts.map { #"{"title": "News", "text": "\#($0)"}"# + "\n" }.joined()
        default: parts.joined(separator: "\n\n")
        }
      // Some have bytes that are no UTF-8, some lines of JSON that are none.
      let ending: [UInt8] = number.isMultiple(of: 4) ? [0x0A, 0x7B, 0xFF, 0x2E] : []
      return Linter.Text(try Source(decoding: Array(text.utf8) + ending), as: format)
    }
  }

  @Test("Each gives what it gives alone")
  func equalsAlone() throws {
    let linter = Linter()
    let texts = try texts()
    #expect(texts.contains { $0.source.bytes.count > Linter.batchBytes })
    let alone = texts.map { linter.lint($0.source, as: $0.format) }
    #expect(linter.lint(texts) == alone)
    #expect(linter.lint(texts.reversed()) == alone.reversed())
    #expect(alone.map(\.findings.count).reduce(0, +) > 1000)
    #expect(alone.contains { $0.articleCount > 1 })
    #expect(alone.contains { !$0.faults.isEmpty })
  }

  @Test("No texts give nothing")
  func isTotal() {
    #expect(Linter().lint([Linter.Text]()) == [])
  }
}
