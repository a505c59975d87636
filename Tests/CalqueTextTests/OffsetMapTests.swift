import CalqueText
import Testing

@Suite("Offsets of extracted text")
struct OffsetMapTests {
  // Source `a&amp;b <i>c</i>`, text `a&b c`.
  private let map = OffsetMap(segments: [
    .init(text: 0, source: 0), .init(text: 1, source: 1), .init(text: 2, source: 6),
    .init(text: 4, source: 11),
  ])

  @Test("A place is mapped by its run", arguments: [(0, 0), (1, 1), (2, 6), (3, 7), (4, 11)])
  func offsets(text: UInt32, source: UInt32) {
    #expect(map.source(of: text) == source)
  }

  @Test("A range ends behind its last byte, markup behind it left out")
  func ranges() {
    #expect(map.source(of: TextRange(2, 4)) == TextRange(6, 8))
    #expect(map.source(of: TextRange(4, 5)) == TextRange(11, 12))
    #expect(map.source(of: TextRange(4, 4)) == TextRange(11, 11))
  }

  @Test("A text that is its own source maps to itself")
  func identity() {
    #expect(OffsetMap().source(of: TextRange(3, 9)) == TextRange(3, 9))
    #expect(OffsetMap().isIdentity)
  }
}
