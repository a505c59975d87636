import Calque
import CalqueFindings
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
