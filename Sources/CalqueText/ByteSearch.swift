/// Finds bytes of some kind, 32 at a time: most of a text is passed over.
public enum ByteSearch {
  /// A one in each of eight bytes.
  static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The high bit of each of eight bytes.
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Returns the offset of the first byte below `limit`, which is at most 0x80, from `start` on, or
  /// the end of the text.
  ///
  /// O(bytes passed over), a 32nd of a step each.
  public static func firstByte(below limit: UInt8, in text: [UInt8], from start: Int) -> Int {
    // Line ends come in twos.
    if start < text.count, text[start] < limit { return start }
    return first(in: text, from: start, to: text.count) {
      below(limit, $0)
    } isWanted: {
      $0 < limit
    }
  }

  /// Returns the offset of the first byte from `start` on that is not ASCII, or the end of the text.
  static func firstBeyondASCII(in text: [UInt8], from start: Int) -> Int {
    first(in: text, from: start, to: text.count) {
      $0 & highBits
    } isWanted: {
      $0 > 0x7F
    }
  }

  /// Returns the offset of the first byte from `start` on that is no printable ASCII, or `end`.
  static func firstUnprintable(in text: [UInt8], from start: Int, to end: Int) -> Int {
    // A sum reaches the high bit from 0x7F on, and a difference below 0x20.
    first(in: text, from: start, to: end) { word in
      (word | word &+ ones | word &- 0x20 &* ones) & highBits
    } isWanted: { byte in
      byte < 0x20 || byte > 0x7E
    }
  }

  /// Returns how long a range of UTF-8 is in scalars and in units of UTF-16; bytes that continue a
  /// scalar count for nothing, every other one for one that starts there.
  ///
  /// O(bytes), an eighth of a step each.
  static func length(of range: Range<Int>, in text: [UInt8]) -> (scalars: Int, utf16: Int) {
    let bytes = text.span
    var (scalars, pairs) = (0, 0)
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = bytes.eightBytes(at: index)
      let continues = word & ~(word << 1) & highBits
      scalars += 8 - continues.nonzeroBitCount
      // A scalar of four bytes starts with 1111, and is two units.
      pairs += (word & word << 1 & word << 2 & word << 3 & highBits).nonzeroBitCount
      index += 8
    }
    for byte in text[index..<range.upperBound] {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte >= 0xF0 { pairs += 1 }
    }
    return (scalars, scalars + pairs)
  }

  /// Returns eight bytes of which the lowest with its high bit set stands where the lowest byte
  /// below a limit stands; those above it tell nothing.
  ///
  /// Source: Mycroft’s test for a zero byte, for any limit up to 0x80.
  @inline(__always)
  private static func below(_ limit: UInt8, _ word: UInt64) -> UInt64 {
    (word &- UInt64(limit) &* ones) & ~word & highBits
  }

  @inline(__always)
  private static func first(
    in text: [UInt8], from start: Int, to end: Int, _ hits: (UInt64) -> UInt64,
    isWanted: (UInt8) -> Bool
  ) -> Int {
    precondition(start >= 0 && end <= text.count, "a search inside the text")
    // The bytes are only lent, for as long as the text lives.
    let bytes = unsafe text.span.bytes
    var index = start
    while index &+ 32 <= end {
      // The 32 bytes start and end inside the text, and any bytes are numbers. Their order is of no
      // account as long as there is no hit.
      let words = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: index, as: SIMD4<UInt64>.self)
      guard hits(words.x) | hits(words.y) | hits(words.z) | hits(words.w) == 0 else { break }
      index &+= 32
    }
    while index &+ 8 <= end {
      // So do these eight.
      let word = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: index, as: UInt64.self)
      let found = hits(UInt64(littleEndian: word))
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end, !isWanted(text[index]) { index &+= 1 }
    return index
  }
}
