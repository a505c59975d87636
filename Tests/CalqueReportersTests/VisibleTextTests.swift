import CalqueTesting
import Testing

@testable import CalqueReporters

@Suite("Text of others is visible and does nothing")
struct VisibleTextTests {
  private func check(
    _ bytes: [UInt8], _ expected: String, width: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = VisibleText(bytes, in: bytes.indices)
    #expect(text.shown == expected, sourceLocation: sourceLocation)
    let sum = text.cells.reduce(0) { $0 + $1.width }
    #expect(sum == width ?? expected.unicodeScalars.count, sourceLocation: sourceLocation)
  }

  @Test(
    "Controls are escaped and take the columns of their escapes",
    arguments: [
      ("plain – “text”", "plain – “text”"),
      ("\u{1B}[31m", "\\u{1B}[31m"),
      ("a\nb\rc\u{0}", "a\\u{A}b\\u{D}c\\u{0}"),
      ("\u{7F}\u{85}\u{9B}", "\\u{7F}\\u{85}\\u{9B}"),
      ("\u{202E}\u{2068}\u{200F}\u{200D}", "\\u{202E}\\u{2068}\\u{200F}\\u{200D}"),
      ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
      ("a\tb", "a    b"),
    ])
  func controls(text: String, expected: String) {
    check(Array(text.utf8), expected)
  }

  @Test("Wide and combining characters take two columns and none")
  func widths() {
    check(Array("界e\u{301}😀".utf8), "界e\u{301}😀", width: 5)
  }

  @Test("Bytes that are no UTF-8 are shown one by one")
  func invalidBytes() {
    check([0x61, 0xFF, 0xE2, 0x80, 0x62, 0xC3], "a\\xFF\\xE2\\x80b\\xC3")
  }

  @Test(
    "What looks like a command or a finding is broken up",
    arguments: [
      ("##[error] x", "##\\u{5B}error] x"),
      ("see #[1] and [2]", "see #[1] and [2]"),
      ("a.txt:1:20: error: x", "a.txt:1:20\\u{3A} error: x"),
      ("at 12:30: it began", "at 12:30: it began"),
      ("::1::2: x", "::1::2: x"),
      (":1:2:", ":1:2:"),
    ])
  func marks(text: String, expected: String) {
    check(Array(text.utf8), expected)
  }

  @Test("A text is shown as by its cells", arguments: 0..<300 as Range<UInt64>)
  func whole(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "12", " ", ":", "[", "#", "“", "–", "é", "\u{A0}", "\u{AD}", "\t", "\u{200B}",
    ]
    let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    #expect(VisibleText.shown(text) == VisibleText(text).shown, "seed \(seed): \(text)")
  }

  @Test("A part of a text is shown with its neighbours in mind")
  func part() {
    let bytes = Array("##[x".utf8)
    #expect(VisibleText(bytes, in: 2..<4).shown == "\\u{5B}x")
  }
}
