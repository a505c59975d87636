internal import CalqueFindings
internal import CalqueText

/// Gives findings their fingerprints: rule, words of the sentence, and how many the same came
/// first.
struct Fingerprinting {
  private var counts: [UInt64: UInt64] = [:]
  /// Where the sentence starts that was read last, and the hash of its words for each rule that
  /// found something in it: a sentence may be as long as the text and full of findings.
  private var start: UInt32?
  private var hashes: [UInt64: UInt64] = [:]

  /// Begins another section: its sentences may start where those of another article did.
  mutating func beginSection() { (start, hashes) = (nil, [:]) }

  /// Returns the finding with its fingerprint.
  ///
  /// Findings are passed in the order of the text.
  mutating func sign(_ finding: Finding, in document: Document) -> Finding {
    let rule = Self.hash(finding.rule.text.utf8)
    let hash = hash(of: rule, document.sentence(at: finding.range.start), in: document)
    let ordinal = counts[hash, default: 0]
    counts[hash] = ordinal + 1
    var signed = finding
    signed.fingerprint = Fingerprint(mix(hash, ordinal))
    return signed
  }

  private mutating func hash(
    of rule: UInt64, _ index: Int?, in document: Document
  ) -> UInt64 {
    let tokens = index.map { document.sentences[$0].tokens } ?? 0..<0
    let first = tokens.first.map { document.tokens[$0].start }
    if first != start {
      start = first
      hashes = [:]
    }
    if let known = hashes[rule] { return known }
    var hash = rule
    for token in tokens where document.tokens[token].isWordLike {
      hash = mix(hash, Self.hash(document.foldedBytes(of: document.tokens[token])))
    }
    hashes[rule] = hash
    return hash
  }

  /// Returns the hash of some bytes, which is never zero.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    max(Fingerprint.hash(bytes), 1)
  }

  private func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = hash ^ value &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }
}
