import Calque
import CalqueFindings
import CalqueText
import Testing

@Suite("Names of the headline") struct HeadlineNameTests {
  /// Returns the words of a headline that are reported, above a text.
  private func missing(_ headline: String, _ text: String) throws -> [String] {
    var configuration = Configuration()
    configuration.showsNotes = true
    let article = "\(headline)\n\nThe storm of Monday took \(text) in the port.\n\nIt was late.\n"
    let source = try Source(decoding: Array(article.utf8))
    return Linter(configuration: configuration).lint(source)
      .filter { $0.rule.text == "consistency/headline-fact" }
      .map { String(decoding: source.bytes[$0.range.indices], as: UTF8.self) }
  }

  @Test(
    "A name that stands in the text is not told",
    arguments: [
      ("Storm takes boats from Obradorez", "the boats of Obradorez"),
      ("Storm takes boats from Obradorez", "Obradorez’s boats"),
      ("Obradorez’s boats are lost", "a boat from Obradorez"),
    ])
  func inText(headline: String, text: String) throws {
    #expect(try missing(headline, text) == [])
  }

  @Test("A name that the text spells otherwise is told, once")
  func spelledOtherwise() throws {
    let name = "Obradorez"
    #expect(try missing("Storm takes boats from \(name)", "the boats of Obrodorez") == [name])
    #expect(try missing("\(name) and the boats of \(name)", "all boats") == [name])
  }

  @Test("A word of the dictionary, an acronym and a short name are none that is looked for")
  func common() throws {
    #expect(try missing("Harbour of Oslo takes NHBXQ boats from Obr", "all boats") == [])
  }

  @Test(
    "What the page puts behind a headline is no part of it",
    arguments: [
      "Storm takes all boats of the port | Obradorez Shimbun",
      "Storm takes all boats of the port - Obradorez",
      "Storm takes all boats|Obradorez Shimbun", "Storm takes all (Obradorez TV) - Port News",
      "Storm takes all boats (Obradorez TV)-Port News",
      "Storm takes all boats of the port - Obradorez - 09.02.2023",
      "Storm takes all boats of the port - 02.2023", "Storm takes all boats. Photo: Obradorez",
    ])
  func credits(headline: String) throws {
    #expect(try missing(headline, "all boats") == [])
  }

  @Test("What stands before the last of the marks is part of the headline")
  func beforeMarks() throws {
    #expect(
      try missing("Storm takes boats - Obradorez is glad | The Port", "all boats") == ["Obradorez"])
  }
}
