import CalqueTesting
import CalqueText
import Testing

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
