import CalqueText
import Testing

@testable import CalqueReporters

@Suite("A caret stands under its range")
struct SourceExcerptTests {
  /// Expects the line and, under it, the caret.
  private func check(
    _ text: MarkedText, _ line: String, _ caret: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let excerpt = SourceExcerpt(of: text.range, in: text.bytes, lines: LineMap(text.bytes))
    #expect(excerpt.text == line, sourceLocation: sourceLocation)
    let shown = String(repeating: " ", count: excerpt.caretColumn) + excerpt.caret
    #expect(shown == caret, sourceLocation: sourceLocation)
  }

  @Test(
    "Short lines are whole",
    arguments: [
      ("before\na ⟦word⟧ here\nafter", "a word here", "  ^~~~"),
      ("⟦a⟧", "a", "^"),
      ("a⟦⟧b", "ab", " ^"),
      ("ab\n⟦⟧", "", "^"),
      ("ab⟦\r\n⟧cd", "ab", "  ^"),
      ("\t⟦x⟧\ty", "    x    y", "    ^"),
      ("a⟦\t⟧b", "a    b", " ^~~~"),
      ("界界⟦界⟧", "界界界", "    ^~"),
      ("e\u{301}e\u{301}⟦e\u{301}x⟧", "e\u{301}e\u{301}e\u{301}x", "  ^~"),
      ("e⟦\u{301}⟧x", "e\u{301}x", "^"),
      ("\u{1B}⟦\u{202E}⟧x", "\\u{1B}\\u{202E}x", "      ^~~~~~~~"),
      ("first ⟦line\nsecond⟧ line", "first line", "      ^~~~"),
      ("one\rtwo ⟦three⟧\rfour", "two three", "    ^~~~~"),
      ("\u{FEFF}⟦a⟧b", "ab", "^"),
    ])
  func shortLines(marked: String, line: String, caret: String) {
    check(MarkedText(marked), line, caret)
  }

  @Test("Bytes that are no UTF-8 keep the caret in place")
  func invalidBytes() {
    let marked = [0xFF, 0x80] + Array("a⟦b⟧".utf8) + [0xC3]
    check(MarkedText(bytes: marked), "\\xFF\\x80ab\\xC3", "         ^")
  }

  private static let words = String(repeating: "word ", count: 60)

  @Test("A long line is cut around the range, between words")
  func middleOfLongLine() {
    check(
      MarkedText(Self.words + "⟦here⟧ " + Self.words),
      "…" + String(repeating: "word ", count: 9) + "here"
        + String(repeating: " word", count: 9) + "…",
      String(repeating: " ", count: 46) + "^~~~")
  }

  @Test("What one side does not need the other gets")
  func endsOfLongLine() {
    check(
      MarkedText("⟦here⟧ " + Self.words), "here" + String(repeating: " word", count: 18) + "…",
      "^~~~")
    check(
      MarkedText(Self.words + "⟦here⟧"), "…" + String(repeating: "word ", count: 18) + "here",
      String(repeating: " ", count: 91) + "^~~~")
  }

  @Test("A range longer than the screen is cut at its end")
  func longRange() {
    check(
      MarkedText("a ⟦" + String(repeating: "x", count: 300) + "⟧ b"),
      "…" + String(repeating: "x", count: 98) + "…",
      " ^" + String(repeating: "~", count: 97))
  }

  @Test("Wide text is cut by columns and never inside a scalar")
  func wideText() {
    let wide = String(repeating: "界", count: 300)
    check(
      MarkedText(wide + "⟦x⟧" + wide),
      "…" + String(repeating: "界", count: 24) + "x" + String(repeating: "界", count: 24) + "…",
      String(repeating: " ", count: 49) + "^")
  }

  @Test("A heap of combining marks is cut as well")
  func combiningMarks() {
    let marks = String(repeating: "\u{301}", count: 1000)
    check(
      MarkedText("a⟦b⟧" + marks), "ab" + String(repeating: "\u{301}", count: 199) + "…", " ^")
  }
}
