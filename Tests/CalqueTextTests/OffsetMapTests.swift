import CalqueText
import Testing

@Suite("Offsets of extracted text")
struct OffsetMapTests {
  /// The map of the source `a&amp;b <i>c</i>d` to the text `a&b cd`.
  private static let map = {
    var map = OffsetMap()
    let pieces: [(TextRange, TextRange, OffsetMap.Origin)] = [
      (TextRange(0, 1), TextRange(0, 1), .verbatim),
      (TextRange(1, 2), TextRange(1, 6), .decoded),
      (TextRange(2, 3), TextRange(6, 7), .verbatim),
      (TextRange(3, 4), TextRange(7, 8), .verbatim),
      (TextRange(4, 5), TextRange(11, 12), .verbatim),
      (TextRange(5, 6), TextRange(16, 17), .verbatim),
    ]
    for (text, source, origin) in pieces {
      map.append(OffsetMap.Segment(text: text, source: source, origin: origin))
    }
    return map
  }()

  @Test(
    "A range starts at its first byte and ends behind its last one, markup at its edges left out",
    arguments: [
      (TextRange(0, 1), TextRange(0, 1)), (TextRange(1, 2), TextRange(1, 6)),
      (TextRange(0, 2), TextRange(0, 6)), (TextRange(2, 4), TextRange(6, 8)),
      (TextRange(3, 5), TextRange(7, 12)), (TextRange(4, 5), TextRange(11, 12)),
      (TextRange(4, 6), TextRange(11, 17)), (TextRange(4, 4), TextRange(11, 11)),
      (TextRange(6, 6), TextRange(17, 17)),
    ])
  func ranges(text: TextRange, source: TextRange) {
    #expect(Self.map.source(of: text) == source)
  }

  @Test(
    "An edit has a place where no markup would go, and where it cuts nothing in two",
    arguments: [
      (TextRange(0, 2), TextRange(0, 6)), (TextRange(1, 2), TextRange(1, 6)),
      (TextRange(2, 4), TextRange(6, 8)), (TextRange(3, 5), nil), (TextRange(4, 6), nil),
      (TextRange(4, 4), TextRange(8, 8)), (TextRange(2, 2), TextRange(6, 6)),
      (TextRange(0, 0), TextRange(0, 0)), (TextRange(6, 6), TextRange(17, 17)),
    ] as [(TextRange, TextRange?)])
  func edits(text: TextRange, source: TextRange?) {
    #expect(Self.map.editable(text) == source)
  }

  @Test("What stands for a gap or for something protected cannot be edited")
  func fixed() {
    var map = OffsetMap()
    let pieces: [(TextRange, TextRange, OffsetMap.Origin)] = [
      (TextRange(0, 3), TextRange(5, 8), .protected), (TextRange(3, 5), TextRange(8, 8), .fixed),
      (TextRange(5, 8), TextRange(8, 11), .verbatim),
    ]
    for (text, source, origin) in pieces {
      map.append(OffsetMap.Segment(text: text, source: source, origin: origin))
    }
    #expect(map.source(of: TextRange(1, 2)) == TextRange(6, 7))
    #expect(map.editable(TextRange(1, 2)) == nil)
    #expect(map.editable(TextRange(1, 1)) == nil)
    #expect(map.editable(TextRange(3, 5)) == nil)
    #expect(map.editable(TextRange(3, 3)) == nil)
    #expect(map.editable(TextRange(5, 5)) == TextRange(8, 8))
    #expect(map.editable(TextRange(4, 8)) == nil)
    #expect(map.hasGap(at: 5) && map.hasGap(at: 3) && !map.hasGap(at: 6))
  }

  @Test("Parts that stand in another order in the source are covered together")
  func disorder() {
    var map = OffsetMap()
    map.append(
      OffsetMap.Segment(text: TextRange(0, 3), source: TextRange(20, 23), origin: .verbatim))
    map.append(
      OffsetMap.Segment(text: TextRange(3, 6), source: TextRange(2, 5), origin: .verbatim))
    #expect(map.source(of: TextRange(1, 5)) == TextRange(2, 23))
    #expect(map.editable(TextRange(1, 5)) == nil)
  }

  @Test("A text that is its own source maps to itself")
  func identity() {
    #expect(OffsetMap().source(of: TextRange(3, 9)) == TextRange(3, 9))
    #expect(OffsetMap().editable(TextRange(3, 3)) == TextRange(3, 3))
    #expect(OffsetMap().isIdentity)
  }
}
