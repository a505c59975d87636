/// A random number generator that gives the same numbers for the same seed (SplitMix64).
///
/// A test that fails prints its seed, so the failure can be had again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) {
    state = seed
  }

  /// Returns the next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random texts made of what is hard in articles: quotation marks, abbreviations, line ends, other
/// scripts, broken bytes.
public enum RandomText {
  private static let pieces = [
    "the", "minister", "Stano", "said", "U.S.", "Dr.", "a.m.", "don’t", "build-up", "1,500", "3.5",
    "2nd", "é", "e\u{301}", "Ñandú", "Москва", "日本", "😀", "👩‍👩‍👧", "ﬁ", "İ", "ß", "UkraineStano", "“",
    "”",
    "\"", "'", "‘", "’", "«", "»", "„", "``", "''", "<<", ">>", "′", "″", ".", ",", "!", "?", "…",
    "...", ";",
    ":", "(", ")", "[", "]", "—", "–", "-", "%", "$", "€", "@", "#", "http://a.b/c", "x@y.org",
    "@handle",
    " ", " ", " ", " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\u{A0}", "\u{200B}",
    "\u{AD}",
    "\u{202E}", "\u{FEFF}", "\u{2028}",
  ]

  /// Returns a text of up to `count` pieces.
  public static func text(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> String {
    (0..<Int.random(in: 0...count, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// Returns the bytes of such a text, a few of them broken.
  public static func brokenBytes(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var bytes = Array(text(count, using: &generator).utf8)
    guard !bytes.isEmpty else { return bytes }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      bytes[Int.random(in: bytes.indices, using: &generator)] =
        UInt8.random(in: 1...255, using: &generator)
    }
    return bytes
  }
}
