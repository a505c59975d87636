/// The small letters of ASCII that eight bytes of a text start with, told all at once.
struct LetterRun {
  /// The eight bytes, the first one lowest.
  let bytes: UInt64
  /// The high bit of the first byte that is no small letter, and of any behind it.
  private let others: UInt64

  @inline(__always)
  init(_ bytes: UInt64) {
    self.bytes = bytes
    // Sums reach the high bit from `a` on, and from behind `z` on. A byte beyond ASCII can carry
    // into the next one; but it is no letter, and what is behind the first of these does not count.
    let fromA = bytes &+ (0x80 - 0x61) &* ByteSearch.ones
    let behindZ = bytes &+ (0x80 - 0x7B) &* ByteSearch.ones
    others = (~(fromA ^ behindZ) | bytes) & ByteSearch.highBits
  }

  /// Whether all eight bytes are letters.
  @inline(__always)
  var isWhole: Bool { others == 0 }

  /// Number of bits in the letters, eight each; none where the run is whole.
  @inline(__always)
  private var width: UInt64 { UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & 0x38 }

  /// Number of letters; none where the run is whole.
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: width &>> 3) }

  /// The byte behind the letters.
  @inline(__always)
  var next: UInt8 { UInt8(truncatingIfNeeded: bytes &>> width) }

  /// The letters, and zeros below; zero where the run is whole.
  @inline(__always)
  var letters: UInt64 { (bytes &<< 8) &<< (56 ^ width) }
}
