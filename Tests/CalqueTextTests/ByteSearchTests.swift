import CalqueTesting
import Testing

@testable import CalqueText

@Test(
  "A search eight bytes at a time finds what a search byte by byte finds",
  arguments: 0..<40 as Range<UInt64>, [1, 0x0E, 0x20, 0x61, 0x80] as [UInt8])
func byteSearch(seed: UInt64, limit: UInt8) {
  var generator = SeededGenerator(seed: seed)
  // Mostly bytes that are passed over, and among them those at both sides of the limit.
  let bytes = (0..<200).map { _ -> UInt8 in
    switch Int.random(in: 0..<40, using: &generator) {
    case 0: limit - 1
    case 1: limit
    case 2: 0xFF
    case 3: UInt8.random(in: 0...255, using: &generator)
    default: limit | 0x80
    }
  }
  for start in 0...bytes.count {
    let expected = bytes[start...].firstIndex { $0 < limit } ?? bytes.count
    #expect(ByteSearch.firstByte(below: limit, in: bytes, from: start) == expected)
  }
}

@Test(
  "A search for what is unprintable stops at two marks as well",
  arguments: 0..<100 as Range<UInt64>)
func unprintable(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let bytes = (0..<120).map { _ -> UInt8 in
    switch Int.random(in: 0..<30, using: &generator) {
    case 0: [0x5B, 0x3A, 0x5A, 0x5C].randomElement(using: &generator) ?? 0
    case 1: [0x1F, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
    default: [0x20, 0x61, 0x7E].randomElement(using: &generator) ?? 0
    }
  }
  for start in 0...bytes.count {
    let expected =
      bytes[start...].firstIndex { $0 < 0x20 || $0 > 0x7E || $0 == 0x5B || $0 == 0x3A }
      ?? bytes.count
    let found = ByteSearch.firstUnprintable(or: 0x5B, 0x3A, in: bytes.span, from: start)
    #expect(found == expected, "seed \(seed), from \(start)")
  }
}

@Test(
  "A search for what is unprintable passes over line ends, and stops at nothing else but a space",
  arguments: 0..<100 as Range<UInt64>)
func unprintableBesideLineEnds(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let bytes = (0..<120).map { _ -> UInt8 in
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: [0x00, 0x09, 0x0B, 0x1F, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
    case 1, 2: 0x0A
    default: [0x20, 0x21, 0x61, 0x7E].randomElement(using: &generator) ?? 0
    }
  }
  func isUnusual(_ byte: UInt8) -> Bool { (byte < 0x20 || byte > 0x7E) && byte != 0x0A }
  for start in 0...bytes.count {
    let expected = bytes[start...].firstIndex(where: isUnusual) ?? bytes.count
    let found = ByteSearch.firstUnprintable(in: bytes, from: start, to: bytes.count)
    #expect(found <= expected, "seed \(seed), from \(start)")
    let isSpace = bytes[found...].first == 0x20 && bytes[..<found].last == 0x0A
    #expect(found == expected || isSpace, "seed \(seed), from \(start)")
  }
}

@Test("The length of a text is that of its views", arguments: 0..<60 as Range<UInt64>)
func length(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  // More than the 2,040 bytes that are counted in one go, some of them in characters of each
  // length.
  let text = (0..<1500).map { _ in
    ["a", "b", "é", "“", "界", "😀"].randomElement(using: &generator) ?? ""
  }.joined()
  let length = ByteSearch.length(of: 0..<text.utf8.count, in: Array(text.utf8))
  #expect(length.scalars == text.unicodeScalars.count)
  #expect(length.utf16 == text.utf16.count)
}
