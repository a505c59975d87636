import Calque
import CalqueFindings
import CalqueFormats
import CalqueText
import Testing

@Test("Fingerprints are the same in every version: baselines keep them for years")
func fingerprints() throws {
  let text = """
    He said it was “fine and left.

    The minister of of finance, Zoë O’Neill, said so in the U.S. on 1,500 occasions.
    """
  let findings = Linter().lint(try Source(decoding: Array(text.utf8)))
  #expect(
    findings.map { "\($0.rule.text) \($0.fingerprint)" } == [
      "quotation/unclosed-quote f8443a1e2589b930", "repetition/doubled-word 962ead97ca63456e",
    ])
}

@Test("Sentences that start at the same place of two articles have fingerprints of their own")
func fingerprintsOfArticles() throws {
  let articles = ["The plan of of Tartu was early.", "The vote of of Malmo was late."]
  func fingerprints(_ lines: [String]) throws -> [Fingerprint] {
    let text = lines.map { #"{"body": "\#($0)"}"# }.joined(separator: "\n")
    let source = try Source(decoding: Array(text.utf8))
    return Linter().lint(source, as: JSONLines()).findings.map(\.fingerprint)
  }
  let apart = try articles.flatMap { try fingerprints([$0]) }
  #expect(apart.count == 2)
  #expect(try fingerprints(articles) == apart)
}
