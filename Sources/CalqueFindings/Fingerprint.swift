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
}

extension Fingerprint: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
