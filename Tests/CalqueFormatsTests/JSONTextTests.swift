import CalqueFormats
import CalqueTesting
import Foundation
import Testing

@testable import CalqueFormats

@Suite("JSON")
struct JSONTextTests {
  private static let lead =
    "The council of the port voted on Tuesday to close the old pier until the spring."

  private func blocks(_ text: String) throws -> [String] {
    try Extraction(text, as: JSONText()).blocks
  }

  @Test(
    "An object with a body is an article, and so is a text that is one string",
    arguments: [
      (
        #"{"title": "Pier closes", "body": "LEAD\n\nSubscribe"}"#,
        ["headline: Pier closes", "paragraph: LEAD", "tail: Subscribe"]
      ),
      (
        #"{"text": "no", "id": [1, {"x": null}], "articleBody": "LEAD", "headline": "A", "title": "B"}"#,
        ["headline: A", "paragraph: LEAD"]
      ),
      (#"{"body": "LEAD", "Headline": "A"}"#, ["headline: A", "paragraph: LEAD"]),
      (
        #"{"content": [{"type": "p", "text": "LEAD"}, "LEAD"]}"#,
        ["paragraph: LEAD", "paragraph: LEAD"]
      ),
      (
        #"{"content": [{"title": "A", "text": "LEAD"}, {"title": "B", "text": "LEAD"}]}"#,
        ["headline: A", "paragraph: LEAD", "--", "headline: B", "paragraph: LEAD"]
      ),
      (
        #"{"title": "Feed", "articles": [{"body": "LEAD"}, {"author": "no"}, {"body": ["LEAD"]}]}"#,
        ["paragraph: LEAD", "--", "paragraph: LEAD"]
      ),
      (#""LEAD""#, ["paragraph: LEAD"]),
      (#"{"title": "A", "body": {"text": "LEAD"}}"#, ["paragraph: LEAD"]),
      (#"{"body": "a", "body": "LEAD"}"#, ["paragraph: LEAD"]),
    ])
  func articles(text: String, expected: [String]) throws {
    #expect(
      try blocks(text.replacing("LEAD", with: Self.lead))
        == expected.map { $0.replacing("LEAD", with: Self.lead) })
  }

  @Test("Escapes are read; half of a surrogate pair is a lost character")
  func escapes() throws {
    let text = #"{"body": "\"\\\/\b\f\t\u00f3\ud83d\ude00\ud83d x\udE00"}"#
    #expect(
      try blocks(text) == ["paragraph: \"\\/\u{8}\u{C}\tó😀\u{FFFD} x\u{FFFD}"])
    let extraction = try Extraction(text, as: JSONText())
    #expect(extraction.origin(of: "ó😀") == #"\u00f3\ud83d\ude00"#)
    #expect(extraction.origin(of: " x") == " x")
  }

  @Test("An edit is written as JSON has it")
  func edits() throws {
    let extraction = try Extraction(#"{"body": "the \"old\" pier\n\nend"}"#, as: JSONText())
    #expect(
      extraction.edited("\"old\"", to: "“\\\"\n\u{1}")
        == #"{"body": "the “\\\"\n\u0001 pier\n\nend"}"#)
    #expect(extraction.edited("pier\n\n", to: "pier ") == #"{"body": "the \"old\" pier end"}"#)
  }

  @Test(
    "What is no JSON is told with its place",
    arguments: [
      ("", "0: the JSON text ends where a value is expected"),
      (
        "{}",
        "0: there is no article: no object has a text under one of the keys “articleBody”, “body”, “content”, “text”, “paragraphs”"
      ),
      ("{\"a\" 1}", "5: “:” is expected here"), ("[1, ]", "4: a value is expected here"),
      ("[1 2]", "3: “,” or “]” is expected here"), ("{\"a\": 1,}", "8: a key is expected here"),
      ("[01]", "1: this is no number of JSON; write it as 12, -3 or 0.5"),
      ("\"a\nb\"", "2: a control character stands in a string; write it as \\u00XX"),
      ("[\"\\x\"]", "2: this is no escape of JSON; a backslash is written “\\\\”"),
      ("[\"\\u12g4\"]", "2: “\\u” takes four hexadecimal digits"),
      ("[\"a", "1: the string is not closed"),
      ("[\"a\\", "3: the string is not closed"),
      ("1 2", "2: something follows the end of the JSON text"),
      ("[tru]", "1: a value is expected here"),
      ("{\"a\":", "5: the JSON text ends where a value is expected"),
    ])
  func faults(text: String, message: String) throws {
    #expect(try Extraction(text, as: JSONText()).messages == [message])
  }

  @Test("The articles before a fault are read")
  func partial() throws {
    let extraction = try Extraction("[{\"body\": \"One.\"}, {\"body\": x", as: JSONText())
    #expect(extraction.blocks == ["paragraph: One."])
    #expect(extraction.messages == ["28: a value is expected here"])
  }

  @Test("In JSON Lines a broken line is told and the others are read", arguments: ["\n", "\r\n"])
  func lines(lineEnd: String) throws {
    let text = ["{\"body\": \"One.\"}", "{\"body\": \"Two.}", "", "{\"id\": 3}", "\"Four.\""]
      .joined(separator: lineEnd)
    let extraction = try Extraction("\u{FEFF}" + text, as: JSONLines())
    #expect(extraction.blocks == ["paragraph: One.", "--", "paragraph: Four."])
    #expect(extraction.messages == ["\(lineEnd.utf8.count + 28): the string is not closed"])
  }

  @Test("A file of another kind is not told line by line")
  func otherKind() throws {
    let extraction = try Extraction(String(repeating: "a\n", count: 1000), as: JSONLines())
    #expect(extraction.faults.count == 21)
    #expect(extraction.messages.last == "1998: 980 more lines are no JSON up to here")
  }

  @Test(
    "The scanner takes what Foundation takes, and nothing else", arguments: 0..<300 as Range<UInt64>
  )
  func oracle(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = Self.broken(Self.value(depth: 0, &generator), &generator)
      let isTaken = Self.accepts(text)
      let data = Data(text)
      let isRight =
        (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
      let shown = String(decoding: text, as: UTF8.self)
      // Foundation passes over a comma before a bracket, and refuses half surrogates, which RFC
      // 8259 leaves to each reader.
      let isLax = isRight && shown.firstMatch(of: #/,\s*[\]}]/#) != nil
      let isHalf = !isRight && shown.lowercased().contains("\\ud")
      #expect(isTaken == isRight || isLax || isHalf, "seed \(seed): \(shown)")
    }
  }

  private static func accepts(_ text: [UInt8]) -> Bool {
    var scanner = JSONScanner(text, in: 0..<text.count)
    do throws(JSONScanner.Fault) {
      while try scanner.next() != nil {}
      return true
    } catch {
      return false
    }
  }

  private static func value(depth: Int, _ generator: inout SeededGenerator) -> String {
    let space = [" ", "", "\n", "\t"].randomElement(using: &generator) ?? ""
    let kind = Int.random(in: 0..<(depth > 3 ? 5 : 8), using: &generator)
    switch kind {
    case 0: return space + "null"
    case 1: return "true" + space
    case 2:
      return ["0", "-0", "12", "-1.5", "1e5", "2E-3", "01", "1.", "-", "0.5e+2", ".5", "9e1"]
        .randomElement(using: &generator) ?? ""
    case 3, 4: return string(&generator)
    case 5, 6:
      let count = Int.random(in: 0..<4, using: &generator)
      return "["
        + (0..<count).map { _ in value(depth: depth + 1, &generator) }.joined(separator: ",")
        + "]"
    default:
      let count = Int.random(in: 0..<4, using: &generator)
      return "{"
        + (0..<count).map { _ in string(&generator) + ":" + value(depth: depth + 1, &generator) }
        .joined(separator: "," + space) + "}"
    }
  }

  private static func string(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "é", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\u00e9", " ", "b", "\\ud83d\\ude00",
    ]
    return "\""
      + (0..<Int.random(in: 0..<5, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined() + "\""
  }

  /// Breaks one of three texts at one place, by a byte of ASCII.
  private static func broken(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    guard !bytes.isEmpty, Int.random(in: 0..<3, using: &generator) == 0 else { return bytes }
    let place = Int.random(in: bytes.indices, using: &generator)
    let byte = "[]{},:\"\\ 0-eE.tnu1\n".utf8.randomElement(using: &generator) ?? 0x20
    guard bytes[place] < 0x80 else { return bytes }
    bytes[place] = byte
    return bytes
  }
}
