import CalqueText
import Testing

@testable import CalqueReporters

@Suite("Characters before a byte")
struct CharacterOffsetsTests {
  @Test("Every boundary agrees with counting from the start", arguments: [1, 5000])
  func boundaries(repetitions: Int) {
    let text = String(repeating: "aé界😀", count: repetitions)
    let scalars = CharacterOffsets(Array(text.utf8), unit: .scalar)
    let units = CharacterOffsets(Array(text.utf8), unit: .utf16)
    var byte: UInt32 = 0
    var expected = (scalars: 0, units: 0)
    for scalar in text.unicodeScalars {
      #expect(scalars.offset(of: byte) == expected.scalars)
      #expect(units.offset(of: byte) == expected.units)
      byte += UInt32(UTF8.width(scalar))
      expected = (expected.scalars + 1, expected.units + UTF16.width(scalar))
    }
    #expect(scalars.offset(of: byte) == expected.scalars)
    #expect(units.offset(of: byte) == expected.units)
  }
}
