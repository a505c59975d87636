/// A number that names a finding across runs: rule, sentence and how many like it came before.
///
/// No line number enters it, so a finding keeps its name when text is added above it. SARIF and a
/// baseline carry the same value.
public struct Fingerprint: Sendable, Hashable {
  /// The 64 bits.
  public let bits: UInt64

  /// Creates a fingerprint from its bits.
  public init(_ bits: UInt64) {
    self.bits = bits
  }

  /// Returns the FNV-1a hash of some bytes, going on from that of others.
  ///
  /// Fingerprints are kept for years, in baselines and by code hosts: they stay with this hash
  /// whatever words are compared by while an article is read.
  package static func hash(
    _ bytes: some Sequence<UInt8>, behind start: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    bytes.reduce(start) { hash, byte in (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }
}

extension Fingerprint: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
