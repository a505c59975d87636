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
    return first(in: text.span, from: start, to: text.count) {
      below(limit, $0)
    } isWanted: {
      $0 < limit
    }
  }

  /// Returns the offset of the first byte from `start` on that is not ASCII, or `end`.
  static func firstBeyondASCII(in text: [UInt8], from start: Int, to end: Int) -> Int {
    first(in: text.span, from: start, to: end) {
      $0 & highBits
    } isWanted: {
      $0 > 0x7F
    }
  }

  /// Returns the offset of a byte from `start` on before which all are printable ASCII or LF, or
  /// `end`.
  ///
  /// It is another byte, or a space behind LF.
  static func firstUnprintable(in text: [UInt8], from start: Int, to end: Int) -> Int {
    first(in: text.span, from: start, to: end) {
      // LF borrows one of the byte behind it, which a space alone cannot spare.
      unprintable($0) & ~zeros($0 ^ 0x0A &* ones)
    } isWanted: {
      isUnprintable($0) && $0 != 0x0A
    }
  }

  /// Returns the offset of the first byte from `start` on that is no printable ASCII or one of two
  /// marks, or the end.
  ///
  /// O(bytes passed over), a 32nd of a step each.
  public static func firstUnprintable(
    or mark: UInt8, _ other: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int {
    first(in: bytes, from: start, to: bytes.count) { word in
      unprintable(word) | below(1, word ^ UInt64(mark) &* ones)
        | below(1, word ^ UInt64(other) &* ones)
    } isWanted: { byte in
      isUnprintable(byte) || byte == mark || byte == other
    }
  }

  /// Returns how long a range of UTF-8 is in scalars and in units of UTF-16; bytes that continue a
  /// scalar count for nothing, every other one for one that starts there.
  ///
  /// O(bytes), an eighth of a step each, and of those before the first that is not ASCII a 32nd.
  static func length(of range: Range<Int>, in text: [UInt8]) -> (scalars: Int, utf16: Int) {
    let bytes = text.span
    var index = firstBeyondASCII(in: text, from: range.lowerBound, to: range.upperBound)
    var (scalars, pairs) = (index - range.lowerBound, 0)
    while index &+ 8 <= range.upperBound {
      let start = index
      // Each of the eight bytes of a sum counts one in eight bytes, of which 255 fit.
      var (continuing, long): (UInt64, UInt64) = (0, 0)
      let end = min(range.upperBound &- 7, index &+ 8 * 255)
      while index < end {
        let word = bytes.eightBytes(at: index)
        continuing &+= (word & ~(word &<< 1)) &>> 7 & ones
        // A scalar of four bytes starts with 1111, and is two units.
        long &+= (word & word &<< 1 & word &<< 2 & word &<< 3) &>> 7 & ones
        index &+= 8
      }
      scalars += index - start - sumOfBytes(continuing)
      pairs += sumOfBytes(long)
    }
    for byte in text[index..<range.upperBound] {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte >= 0xF0 { pairs += 1 }
    }
    return (scalars, scalars + pairs)
  }

  private static func sumOfBytes(_ word: UInt64) -> Int {
    let evens: UInt64 = 0x00FF_00FF_00FF_00FF
    let pairs = (word & evens) &+ (word &>> 8 & evens)
    return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
  }

  /// Returns eight bytes of which the lowest with its high bit set stands where the lowest byte
  /// stands that is no printable ASCII; those above it tell nothing.
  @inline(__always)
  private static func unprintable(_ word: UInt64) -> UInt64 {
    // The sum has the high bit from 0x7F to 0xFE, the difference below 0x20 and from 0xA0 on.
    ((word &+ ones) | (word &- 0x20 &* ones)) & highBits
  }

  /// Returns the high bit of each of eight bytes that is zero: of all of them, where
  /// ``below(_:_:)`` tells the lowest.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~((word & ~highBits) &+ ~highBits | word) & highBits
  }

  private static func isUnprintable(_ byte: UInt8) -> Bool { byte < 0x20 || byte > 0x7E }

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
    in text: Span<UInt8>, from start: Int, to end: Int, _ hits: (UInt64) -> UInt64,
    isWanted: (UInt8) -> Bool
  ) -> Int {
    precondition(start >= 0 && end <= text.count, "a search inside the text")
    let bytes = unsafe text.bytes
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
