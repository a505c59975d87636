import Calque
import CalqueFindings
import CalqueText
import Testing

/// Rules whose options a house sets.
@Suite("House style of quotations")
struct HouseStyleTests {
  @Test(
    "Commas and stops stand where the house has them",
    arguments: [
      ("american", "The bridge is “safe”, she said.", "The bridge is “safe,” she said."),
      ("american", "She called it “safe”.", "She called it “safe.”"),
      ("american", "She called it “safe”; it is “old”!", nil),
      ("british", "The bridge is “safe,” she said.", "The bridge is “safe”, she said."),
      ("british", "“The bridge is safe now,” she said.", nil),
      ("british", "“Yes,” she said. “No,” he said.", nil),
      (
        "american", "“They call it the ‘needle’,” she said.",
        "“They call it the ‘needle,’” she said."
      ),
      ("british", "She called it “safe.”", "She called it “safe”."),
      ("consistent", "She called it “safe.”", nil),
    ] as [(String, String, String?)])
  func punctuation(style: String, text: String, mended: String?) throws {
    #expect(
      try fix(text, "quotation/punctuation-side", "style", style) == mended ?? text)
  }

  @Test(
    "Marks are of the kind that the house has",
    arguments: [
      ("straight", "She called it “safe”.", "She called it \"safe\"."),
      ("straight", "She called it \"safe\"; it’s old.", nil),
      ("curly", "“She called it 'safe',” he said.", "“She called it ‘safe’,” he said."),
      ("curly", "She called it “safe”; it isn't.", nil),
    ] as [(String, String, String?)])
  func quoteStyle(style: String, text: String, mended: String?) throws {
    #expect(
      try fix(text, "quotation/quote-style", "quoteStyle", style) == mended ?? text)
  }

  @Test(
    "Each level has the marks of the house",
    arguments: [
      ("double", "‘The “old” pier,’ she said.", "“The ‘old’ pier,” she said."),
      ("single", "“The ‘old’ pier,” she said.", "‘The “old” pier,’ she said."),
      ("double", "“The ‘old’ pier,” she said.", nil),
      ("single", "‘The “old” pier,’ she said.", nil),
    ] as [(String, String, String?)])
  func nesting(outer: String, text: String, mended: String?) throws {
    #expect(
      try fix(text, "quotation/nested-in-same-marks", "outer", outer) == mended ?? text)
  }

  /// Returns the text after the first fix of every finding of one rule with one option set.
  private func fix(
    _ text: String, _ rule: String, _ option: String, _ value: String
  ) throws -> String {
    var configuration = Configuration()
    configuration.select = [try RuleGlob(rule)]
    configuration.options = [RuleID(rule): [option: [value]]]
    let findings = Linter(configuration: configuration).lint(
      try Source(decoding: Array(text.utf8)))
    let bytes = findings.flatMap { $0.fixes.first?.edits ?? [] }.applied(to: Array(text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}
