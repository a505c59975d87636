import Testing

@testable import CalqueRules

/// Writes what a pattern was understood as, element by element.
private func outline(_ nodes: [PatternNode]) -> String {
  nodes.map { node in
    let text =
      switch node.kind {
      case .word(let word): word
      case .exact(let word): "=" + word
      case .inflected(let word, let number):
        "~\(number):\(word.lemma)" + (word.selector.map { ":\($0)" } ?? "")
      case .group(let alternatives, let capture):
        "\(capture)(" + alternatives.map(outline).joined(separator: "|") + ")"
      case .wordClass(let name, let capture): "\(capture)<\(name)>"
      case .gap(let count, let capture): "\(capture)..\(count)"
      case .punctuation(let scalar): "'\(scalar)'"
      case .quote(let kind): "quote\(kind)"
      case .sentenceStart: "^"
      case .sentenceEnd: "$"
      case .reportStart: "⟦"
      case .reportEnd: "⟧"
      }
    return text + (node.isOptional ? "?" : "")
  }.joined(separator: " ")
}

@Test(
  "Patterns are split into elements",
  arguments: [
    ("narrow coordination", "narrow coordination"),
    ("J.K.Rowling it.is. ", "J.K. Rowling it '.' is '.'"),
    ("build\u{2011}up soft\u{AD}ware", "build-up software"),
    ("employers’ association", "employers association"),
    ("build-up don't Moscow’s 1,500 3.5", "build-up don't Moscow’s 1,500 3.5"),
    ("U.S. a.m. EE.UU. No. 5", "U.S. a.m. EE.UU. No '.' 5"),
    ("=SEAE", "=SEAE"), ("said, he", "said ',' he"), ("10 %", "10 '%'"),
    ("~inform ~say:past", "~0:inform ~1:say:past"),
    ("~inform: he", "~0:inform ':' he"),
    ("(a|b c|)", "1(a|b c|)"), ("( a | (b|c) d )", "1(a|2(b|c) d)"),
    ("the? (big|new)? <role>? ~say?", "the? 1(big|new)? 2<role>? ~0:say?"),
    ("held ..3 (a|b) <year>", "held 1..3 2(a|b) 3<year>"),
    ("^ in this way ,? $", "^ in this way ','? $"),
    ("as ⟦“adequate” platform⟧", "as ⟦ quote0 adequate quote1 platform ⟧"),
    ("\"", "quote2"), ("really ?", "really '?'"), ("\\( \\$", "'(' '$'"),
  ])
func elements(pattern: String, expected: String) throws {
  #expect(outline(try PatternParser.parse(pattern).nodes) == expected)
}

@Test("Captures and inflected words are counted")
func counts() throws {
  let pattern = try PatternParser.parse("~hold ..2 (a|(b)) <role> ~say:past")
  #expect(pattern.captureCount == 4)
  #expect(
    pattern.inflected == [
      InflectedWord(lemma: "hold", selector: nil), InflectedWord(lemma: "say", selector: .past),
    ])
}

@Test(
  "A broken pattern has a fault at its place",
  arguments: [
    ("", "", "the pattern is empty"),
    ("^ $", "^ $", "the pattern is empty"),
    ("a (b|c", "(", "“(” is never closed; add “)”"),
    ("a b) c", ")", "no “(” is open; write “\\)” for the mark itself"),
    ("a | b", "|", "“|” stands only between “(” and “)”; write “\\|” for the mark itself"),
    ("a (|)", "(|)", "the brackets hold no word"),
    ("(un|re)happy", "h", "a group stands for whole words; put a space after it"),
    ("un(happy|kind)", "(", "a group stands for whole words; put a space before it"),
    ("a .. b", "..", "“..” needs the greatest number of words that may stand here, “..3”"),
    ("a ... b", "...", "write “…” for three dots; it stands for both"),
    (
      "a «b»", "«",
      "quotation marks of every kind are written “ to open, ” to close, \" for either"
    ),
    ("a ..9 b", "..9", "a gap has one to 8 words, not 9"),
    ("a ..0 b", "..0", "a gap has one to 8 words, not 0"),
    ("a ..3? b", "?", "a gap may be empty as it is; remove “?”"),
    ("~ say", "~", "“~” stands right before a word; write “\\~” for the mark"),
    ("~say:pst", "pst", "“pst” is no form of a word; did you mean “past”?"),
    ("= SEAE", "=", "“=” stands right before a word; write “\\=” for the mark"),
    (
      "a <role b", "<",
      "“<” starts the name of a word list; close it with “>”, or write “\\<” for the mark"
    ),
    ("a ⟦b", "⟦", "“⟦” is never closed; add “⟧”"),
    ("a⟧ b", "⟧", "no “⟦” is open before this “⟧”"),
    ("⟦a⟧ ⟦b⟧", "⟦", "a pattern has one part to report"),
    ("(a ⟦b⟧)", "⟦", "“⟦” cannot stand inside brackets"),
    ("é (ü", "(", "“(” is never closed; add “)”"),
  ])
func faults(pattern: String, place: String, message: String) {
  do {
    _ = try PatternParser.parse(pattern)
    Issue.record("“\(pattern)” was parsed")
  } catch {
    let bytes = Array(pattern.utf8)[error.range]
    #expect(String(decoding: bytes, as: UTF8.self) == place)
    #expect(error.message == message)
  }
}

@Test("Brackets nested without end are refused, not followed")
func deepNesting() {
  #expect(throws: PatternFault.self) {
    try PatternParser.parse(String(repeating: "(", count: 100_000))
  }
}
