internal import CalqueFindings
internal import CalqueText

/// Gives findings their fingerprints: rule, words of the sentence, and how many the same came first.
struct Fingerprinting {
  private var counts: [UInt64: UInt64] = [:]

  /// Returns the finding with its fingerprint.
  ///
  /// Findings are passed in the order of the text.
  mutating func sign(_ finding: Finding, in document: Document) -> Finding {
    var hash = finding.rule.text.utf8.reduce(WordHash.empty) { WordHash.adding($1, to: $0) }
    for token in sentence(of: finding, in: document) where document.tokens[token].isWordLike {
      hash = mix(hash, document.tokens[token].hash)
    }
    let ordinal = counts[hash, default: 0]
    counts[hash] = ordinal + 1
    var signed = finding
    signed.fingerprint = Fingerprint(mix(hash, ordinal))
    return signed
  }

  private func sentence(of finding: Finding, in document: Document) -> Range<Int> {
    guard let sentence = document.sentence(at: finding.range.start) else { return 0..<0 }
    return document.sentences[sentence].tokens
  }

  private func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = hash ^ value &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }
}
