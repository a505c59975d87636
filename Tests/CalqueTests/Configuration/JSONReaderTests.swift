import CalqueFindings
import CalqueText
import Testing

@testable import Calque

@Suite("JSON with places") struct JSONReaderTests {
  private func read(_ text: String) -> (value: JSONValue?, problems: [String]) {
    let (value, problems) = JSONReader.read(Array(text.utf8))
    return (value, lines(problems, in: text))
  }

  private func value(_ content: JSONValue.Content, _ start: UInt32, _ end: UInt32) -> JSONValue {
    JSONValue(content: content, range: TextRange(start, end))
  }

  @Test("Every value has the bytes that it stands in")
  func keepsPlaces() {
    let member = JSONValue.Member(
      key: "é", keyRange: TextRange(2, 6),
      value: value(.array([value(.number("-1.5e3"), 9, 15), value(.null, 17, 21)]), 8, 22))
    let result = read(#"{ "é": [-1.5e3, null] }"#)
    #expect(result.value == value(.object([member]), 0, 24))
    #expect(result.problems == [])
  }

  @Test(
    "Strings are unescaped",
    arguments: [
      (#""""#, ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u00e9\u201C""#, "é“"), (#""\ud83d\uDE00""#, "😀"), ("\"“😀\"", "“😀"),
      ("\u{FEFF}\"a\"", "a"),
    ])
  func unescapes(text: String, expected: String) {
    #expect(read(text).value?.content == .string(expected))
  }

  @Test(
    "The first fault that has no one reading ends the text",
    arguments: [
      ("", "1:1-1 the text ends where a value is expected"),
      ("{} x", "1:4-5 nothing may follow the closing bracket of the whole text"),
      ("{\n\"a\": 1", "1:1-2 this bracket is never closed"),
      ("[1 2]", "1:4-5 a comma or “]” is expected here"),
      ("{a: 1}", #"1:2-3 a key in double quotation marks is expected, such as "rules""#),
      (#"{"a" 1}"#, "1:6-7 a colon is expected after the key “a”"),
      ("[nope]", "1:2-6 “nope” is no value; strings stand in double quotation marks"),
      ("['a']", "1:2-3 strings stand in double quotation marks in JSON"),
      ("[,]", "1:2-3 a value is expected here"),
      ("[01]", "1:2-4 “01” is no JSON number; write it as 12, -3 or 0.5"),
      ("[1.]", "1:2-4 “1.” is no JSON number; write it as 12, -3 or 0.5"),
      ("[-]", "1:2-3 “-” is no JSON number; write it as 12, -3 or 0.5"),
      ("[1e+]", "1:2-5 “1e+” is no JSON number; write it as 12, -3 or 0.5"),
      (#"["a"#, "1:2-4 the string is never closed"),
      ("[\"é\n\"]", "1:2-4 the string is not closed on its line"),
      ("[\"\t\"]", #"1:3-4 a string holds no control characters; write \t or \u00XX"#),
      (#"["\d"]"#, #"1:3-5 “\d” is no escape; a backslash is written “\\”"#),
      (#"["\u12G4"]"#, #"1:3-7 four hexadecimal digits are expected after “\u”"#),
      (#"["\ud83d"]"#, #"1:3-9 “\ud83d” is half of a surrogate pair"#),
      (#"["\udc00"]"#, #"1:3-9 “\udc00” is half of a surrogate pair"#),
      (
        String(repeating: "[", count: 65) + "1",
        "1:65-66 brackets are nested more than 64 deep"
      ),
    ])
  func stops(text: String, problem: String) {
    let (place, message) = split(problem)
    let result = read(text)
    #expect(result.value == nil)
    #expect(result.problems == ["\(place) configuration/syntax: \(message)"])
  }

  private func split(_ problem: String) -> (Substring, Substring) {
    let parts = problem.split(separator: " ", maxSplits: 1)
    return (parts[0], parts[1])
  }

  @Test(
    "A key that is given twice is told, however many there are and wherever it stands",
    arguments: [1, 2, 15, 16, 17, 18, 40])
  func tellsDoubles(count: Int) {
    for double in [0, count / 2, count - 1] {
      let keys = (0..<count).map { "k\($0)" } + ["k\(double)", "last"]
      let text = "{" + keys.map { "\n\"\($0)\": 1" }.joined(separator: ",") + "}"
      let key = "k\(double)"
      #expect(
        read(text).problems == [
          "\(count + 2):1-\(key.count + 3) configuration/duplicate-key: “\(key)” is given twice; leave one"
        ])
    }
  }

  @Test("What people write by mistake is told all at once, and read")
  func goesOn() {
    let result = read("{ // why\n\"a\": [1,], /* é */ \"a\": 2,\n# end\n}")
    #expect(
      result.problems == [
        "1:3-9 configuration/syntax: JSON has no comments; remove this one",
        "2:8-9 configuration/syntax: JSON allows no comma before “]”; remove it",
        "2:12-19 configuration/syntax: JSON has no comments; remove this one",
        "2:20-23 configuration/duplicate-key: “a” is given twice; leave one",
        "2:26-27 configuration/syntax: JSON allows no comma before “}”; remove it",
        "3:1-6 configuration/syntax: JSON has no comments; remove this one",
      ])
    #expect(result.value != nil)
  }

  @Test("A string that is not UTF-8 is told")
  func rejectsInvalidBytes() {
    let (value, problems) = JSONReader.read([0x5B, 0x22, 0xE9, 0x22, 0x5D])
    #expect(value == nil)
    #expect(
      problems.map(\.message) == ["the string is not UTF-8; save the file as UTF-8"])
  }

  @Test("Cutting a text anywhere never does harm")
  func survivesCuts() {
    let text = Array(#"{"a": ["\u00e9\ud83d\ude00", -1.5e+3, true, null], "b": {}} "#.utf8)
    for end in 0..<text.count - 1 {
      let (value, problems) = JSONReader.read(Array(text[..<end]))
      #expect(value == nil || problems.isEmpty)
    }
  }
}
