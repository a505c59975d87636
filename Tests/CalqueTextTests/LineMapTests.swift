import CalqueTesting
import CalqueText
import Testing

@Suite("Lines and columns")
struct LineMapTests {
  @Test(
    "Columns count scalars, bytes or UTF-16 units",
    arguments: [
      (LineMap.ColumnUnit.scalar, 4), (.utf8, 9), (.utf16, 5),
    ])
  func units(unit: LineMap.ColumnUnit, column: Int) {
    // é is two bytes, the face four bytes and two UTF-16 units.
    let map = LineMap(Array("x\né😀bc".utf8))
    let position = map.position(of: 2 + 2 + 4 + 1, in: unit)
    #expect(position.line == 2)
    #expect(position.column == (unit == .utf8 ? 8 : column))
  }

  @Test("A byte order mark counts for no column")
  func byteOrderMark() {
    let map = LineMap(Array("\u{FEFF}abc".utf8))
    #expect(map.position(of: 4, in: .scalar) == LineMap.Position(line: 1, column: 2))
  }

  @Test("LF, CRLF and CR end lines")
  func lineEnds() {
    let map = LineMap(Array("a\nb\r\nc\rd".utf8))
    #expect(map.lineCount == 4)
    #expect(
      (1...4).map { map.range(ofLine: $0) }
        == [TextRange(0, 1), TextRange(2, 3), TextRange(5, 6), TextRange(7, 8)])
  }

  @Test("Offsets agree with counting from the start", arguments: 0..<40 as Range<UInt64>)
  func agreesWithCounting(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Some are long enough for checkpoints inside a line.
    let text =
      RandomText.text(200, using: &generator)
      + String(repeating: "aé😀 ", count: seed % 8 == 0 ? 1500 : 0)
    let map = LineMap(Array(text.utf8))
    var (line, scalars, utf16, bytes, offset) = (1, 0, 0, 0, 0)
    var previous: Unicode.Scalar = " "
    if text.unicodeScalars.first == "\u{FEFF}" { (scalars, utf16, bytes) = (-1, -1, -3) }
    for scalar in text.unicodeScalars {
      if previous == "\n" || previous == "\r" && scalar != "\n" {
        (line, scalars, utf16, bytes) = (line + 1, 0, 0, 0)
      }
      if scalars >= 0, offset < 2000 || offset % 97 == 0 {
        let found = LineMap.ColumnUnit.allCases.map { map.position(of: UInt32(offset), in: $0) }
        let counted = [scalars, bytes, utf16].map { LineMap.Position(line: line, column: $0 + 1) }
        #expect(found == counted, "seed \(seed), offset \(offset)")
        // Where it is looked for first is of no account.
        let near = Int.random(in: -1...map.lineCount + 2, using: &generator)
        #expect(map.position(of: UInt32(offset), in: .scalar, near: near) == counted[0])
      }
      scalars += 1
      utf16 += UTF16.width(scalar)
      bytes += UTF8.width(scalar)
      offset += UTF8.width(scalar)
      previous = scalar
    }
  }
}
