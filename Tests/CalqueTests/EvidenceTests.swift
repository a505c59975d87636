import Calque
import CalqueEngine
import CalqueFindings
import CalqueFormats
import CalqueText
import Testing

@Suite("Evidence of a source language") struct EvidenceTests {
  private func source(_ text: String) throws -> Source {
    try Source(decoding: Array("Council met on Monday\n\n\(text)\n".utf8))
  }

  /// Languages, weights, words and rules of the signs in a text.
  private func signs(_ text: String) throws -> [String] {
    let source = try source(text)
    return Linter().evidenceSigns(in: source).map { sign in
      let words = String(decoding: source.bytes[sign.range.indices], as: UTF8.self)
      return "\(sign.language) \(sign.weight) \(words) \(sign.rule?.text ?? "-")"
    }
  }

  @Test("A rule with “alone: yes” needs no other sign; one that needs its language is silent")
  func alone() throws {
    let alone = Linter().lint(try source("The tax enters into vigor in May."))
    #expect(alone.map(\.rule.text) == ["es/entered-into-vigor"])
    #expect(alone.map(\.severity) == [.warning])
    #expect(Linter().lint(try source("A solidarity dinner raised 900 euros.")) == [])
  }

  @Test("A message names the language where it is known without what the rule itself says")
  func origin() throws {
    let sentence = "The tax enters into vigor in May"
    let named = "“enters into vigor” is Spanish «entrar en vigor»; write “force”"
    let unnamed = "“enters into vigor” is a literal translation; write “force”"
    func messages(_ text: String, from languages: SourceLanguages = .automatic) throws -> [String] {
      var configuration = Configuration()
      configuration.from = languages
      let findings = Linter(configuration: configuration).lint(try source(text))
      return findings.filter { $0.rule.text == "es/entered-into-vigor" }.map(\.message)
    }
    #expect(try messages("\(sentence).") == [unnamed])
    #expect(try messages("\(sentence), the EEUU says.") == [named])
    #expect(try messages("\(sentence).", from: .named(["es"])) == [named])
    // Another language has as much for it.
    #expect(try messages("\(sentence), the EEUU says. The NDLR was read.") == [named])
    #expect(try messages("\(sentence), Europa Press says. The NDLR was read.") == [unnamed])
  }

  @Test("A note says nothing of the language, for what is shown must not depend on “--notes”")
  func notes() throws {
    let source = try source("The suspect was put at the disposal of justice, in this way.")
    var configuration = Configuration()
    let evidence = Linter(configuration: configuration).lint(source, as: PlainText()).evidence
    configuration.showsNotes = true
    #expect(Linter(configuration: configuration).lint(source, as: PlainText()).evidence == evidence)
  }

  @Test("Signs of the pack and hits of its rules are told with their places, in order")
  func tells() throws {
    #expect(
      try signs("The tax enters into vigor in May, Europa Press says. It enters into vigor.") == [
        "es 1000 vigor es/entered-into-vigor", "es 400 Europa Press -",
      ])
    #expect(try signs("The council met.") == [])
  }

  @Test("Names alone are not enough, however many there are")
  func names() throws {
    let names = "Diego, Enrique, Alejandro, Nicolás, Chávez and Maduro met in Caracas"
    let evidence = Linter().lint(try source("\(names)."), as: PlainText()).evidence
    #expect(evidence.scores == [LanguageEvidence.Score(language: "es", thousandths: 600)])
    let more = Linter().lint(try source("\(names), Europa Press says."), as: PlainText()).evidence
    #expect(more.isCertain(of: "es"))
  }

  @Test("A fix that waits for a language is offered where something says so, its finding anywhere")
  func fixes() throws {
    let bare = try source("The plan costs 16,000 million euros.")
    let findings = Linter().lint(bare)
    #expect(findings.map(\.rule.text) == ["numbers/thousands-of-millions"])
    #expect(findings.flatMap(\.fixes) == [])
    let shown = try source("The plan costs 16,000 million euros. The tax enters into vigor in May.")
    let fix = Linter().lint(shown).first { $0.rule.text == "numbers/thousands-of-millions" }?.fixes
    #expect(fix?.map(\.summary) == ["write “16 billion”"])
    var configuration = Configuration()
    configuration.from = .named(["pt"])
    let named = Linter(configuration: configuration).lint(bare)
    #expect(named.flatMap(\.fixes).map(\.summary) == ["write “16 billion”"])
    configuration.from = .named(["zh"])
    #expect(Linter(configuration: configuration).lint(bare).flatMap(\.fixes) == [])
  }

  @Test("A rule that waits for its language is no sign where another sign stands")
  func waits() throws {
    #expect(
      try signs("The talks will be held this Friday in the port.") == ["es 300 held this Friday -"])
  }

  @Test("A language is not the source where another has twice its evidence")
  func twice() throws {
    let text = "The tax enters into vigor in May, the EEUU says, and EFE. The NDLR was read"
    let evidence = Linter().lint(try source("\(text)."), as: PlainText()).evidence
    #expect(evidence.isCertain(of: "es"))
    #expect((evidence["es"], evidence["fr"]) == (3000, 1500))
    #expect(!evidence.isCertain(of: "fr"))
  }

  @Test("An analysis has the findings and the sum of the signs")
  func sums() throws {
    let source = try source("The tax enters into vigor in May, Europa Press says.")
    let analysis = Linter().lint(source, as: PlainText())
    #expect(analysis.findings == Linter().lint(source))
    #expect(analysis.evidence.scores == [LanguageEvidence.Score(language: "es", thousandths: 1400)])
    #expect(analysis.evidence.isCertain(of: "es"))
  }
}
