import Calque
import CalqueFindings
import CalqueText
import Testing

@Suite("Numbers of the headline") struct HeadlineNumberTests {
  /// Returns the numbers that a headline has and its text has not.
  private func missing(_ headline: String, _ text: String) throws -> [String] {
    var configuration = Configuration()
    configuration.showsNotes = true
    let article = """
      Storm takes \(headline) boats

      The storm of Monday took \(text) in the old port.

      The mayor came on Tuesday.
      """
    let source = try Source(decoding: Array(article.utf8))
    return Linter(configuration: configuration).lint(source)
      .filter { $0.rule.text == "consistency/headline-fact" }
      .map { String(decoding: source.bytes[$0.range.indices], as: UTF8.self) }
  }

  @Test(
    "A number is the same in every way of writing it",
    arguments: [
      ("30,000", "30 thousand"), ("30 million", "30,000,000"), ("15", "fifteen boats"),
      ("40", "forty boats"), ("15", "a 15-year-old boat"), ("65,000", "65,490"),
      ("65,000", "64,510"),
      ("1000000000000000000", "1,000,000,000 billion"), ("25", "Twenty-five boats"),
      ("200", "two hundred boats"), ("600", "six hundred boats"), ("230", "two hundred and thirty"),
      ("600,000", "six hundred thousand"), ("100,000", "a hundred thousand"), ("24", "two dozen"),
      ("3.5 million", "3,500,000"), ("1.6", "a 1.6-litre boat and"), ("4.7 million", "4.7m of"),
    ])
  func same(headline: String, text: String) throws {
    #expect(try missing(headline, text) == [])
  }

  @Test(
    "Another number is told, however large",
    arguments: [
      ("45", "54 boats"), ("1.6", "a 1.7-litre boat and"), ("25", "thirty-five"),
      ("65,000", "66,000"), ("1000000000000000000", "12 boats"),
      ("1200000000000000000", "9300000000000000 thousand"), ("384", "18446744073709552 thousand"),
    ])
  func other(headline: String, text: String) throws {
    #expect(try missing(headline, text) == [headline])
  }
}
