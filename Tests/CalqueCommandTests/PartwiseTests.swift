import CalqueFormats
import CalqueText
import Foundation
import Testing

@testable import CalqueCommand

@Suite("Long files are read in parts") struct PartwiseTests {
  /// A line that is no article.
  private static let filler = #"{"id": "\#(String(repeating: "a", count: 4000))"}"#

  /// Lines of some two megabytes, which are two parts: a few are articles, one is no JSON, and one
  /// is longer than what is read at once.
  private static let text = (0..<400).map { number in
    switch number {
    case 100: return #"{"body": no}"#
    case 200:
      return #"{"id": "\#(String(repeating: "a", count: 500_000))", "body": "He said said so."}"#
    case _ where number.isMultiple(of: 30):
      // A line is known by its first hundred characters, which no part cuts off.
      let id = String(repeating: "a", count: 100)
      return
        #"{"title": "\#(number): the the é plan", "id": "\#(id)", "body": "A plan of of his."}"#
    default: return filler
    }
  }.joined(separator: "\n")

  /// An article of some two megabytes, which are two parts: paragraphs of wrapped lines, so that no
  /// end of a line is sure to be one of a part, with a kicker, a headline and the rest of a page.
  private static let article =
    "harbour news\n\nThe Pier Closes For For The Spring\n\n"
    + (0..<12_000).map { number in
      switch number {
      case _ where number.isMultiple(of: 1000): "Boat \(number) lies at the the pier — for good.\n"
      case _ where number.isMultiple(of: 700): "The café has “tables\ninside and outside.\n"
      default:
        """
        Boat \(number) came into the harbour in the early hours of the morning, and its crew went
        to the café at pier \(number), where boat \(number) was seen by all who work there at night.

        """
      }
    }.joined(separator: "\n")
    + "\nRead more\n\nSubscribe to our newsletter\n"

  @Test(
    "A report of parts of a text is that of the whole", arguments: ["compiler", "json", "sarif"])
  func textParts(format: String) throws {
    let workshop = try Workshop()
    let parts = try reportOfParts(Self.article, "a.txt", format, workshop)
    #expect(parts.status == 1)
    #expect(parts.output.contains("repetition/doubled-word"))
    #expect(parts.output.contains("residue/tail"))
    let stream = try workshop.calque(
      "--stdin-path", "a.txt", "-", "--format", format, input: Self.article)
    #expect(stream == parts)
  }

  /// Returns what is reported of a file that is read in parts, which is to be what is reported of
  /// it where it is read whole.
  private func reportOfParts(
    _ text: String, _ name: String, _ format: String, _ workshop: borrowing Workshop
  ) throws -> Workshop.Transcript {
    try workshop.write(text, to: name)
    let parts = try workshop.calque(name, "--format", format)
    // Where the encoding has to be guessed a file is read whole.
    let whole = try workshop.calque(name, "--format", format, "--encoding", "guess")
    #expect(parts == whole)
    return parts
  }

  @Test("A part ends where its format says", arguments: ["", " ", "\r"])
  func boundaries(emptyLine: String) throws {
    let workshop = try Workshop()
    // Paragraphs of 63 bytes, of which the first line has 31. What is read at first, four chunks,
    // ends in a second line.
    let second = "and left it." + String(repeating: " ", count: 18 - emptyLine.utf8.count)
    let paragraph = "The boat came into the harbour\n" + second + "\n" + emptyLine + "\n"
    let text = "The harbour\n\n" + String(repeating: paragraph, count: 20_000)
    try workshop.write(text, to: "a.txt")
    let path = workshop.folder.appending(path: "a.txt").path
    let size = paragraph.utf8.count
    let whole = (4 * OpenFile.chunk - 13) / size * size + 13
    let parts = try Self.parts(of: path, .paragraph)
    #expect(parts.map(\.bytes.count) == [whole, text.utf8.count - whole])
    #expect(parts.flatMap(\.bytes) == Array(text.utf8))
    #expect(parts.map(\.isStart) == [true, false])
    #expect(parts.map(\.goesOn) == [true, false])
    #expect(parts[1].origin.bytes == whole)
    #expect(parts[1].origin.lines == parts[0].bytes.count { $0 == 0x0A })
    #expect(try Self.parts(of: path, .line)[0].bytes.count == whole + 31)
  }

  @Test("A text without empty lines is cut at the end of a line")
  func noParagraphs() throws {
    let workshop = try Workshop()
    let text = String(repeating: "A boat came into the harbour at night.\n", count: 40_000)
    try workshop.write(text, to: "a.txt")
    let parts = try Self.parts(of: workshop.folder.appending(path: "a.txt").path, .paragraph)
    #expect(parts.count == 2)
    #expect(parts.flatMap(\.bytes) == Array(text.utf8))
    #expect(parts[0].bytes.last == 0x0A)
  }

  @Test(
    "A paragraph that is too long to be held at once ends only once",
    arguments: [
      String(repeating: "The boat of Vigo slept at the pier and left at night. ", count: 20_000),
      "“" + String(repeating: "I slept at the pier and left at night. ", count: 20_000)
        + "We left,” he said.",
      String(repeating: "the boat and the pier and ", count: 30_000) + "the town.",
      String(repeating: "x", count: 900_000),
    ])
  func pieces(paragraph: String) throws {
    let workshop = try Workshop()
    try workshop.write("The pier closes\n\n" + paragraph + "\n", to: "a.txt")
    #expect(
      try workshop.calque("a.txt", "--select", "truncation/*", "--select", "quotation/*").output
        == "")
  }

  private static func parts(of path: String, _ boundary: PartBoundary) throws -> [Source] {
    var reader = try OpenFile.reading(FilePath(path), isNamed: true).parts(boundary)
    var parts: [Source] = []
    while let part = try reader.next() { parts.append(part) }
    return parts
  }

  @Test("What was found in a text before a part that is none is told")
  func binaryText() throws {
    let workshop = try Workshop()
    try workshop.write("The the plan.\n\n" + Self.article + "\n\0\n", to: "a.txt")
    let transcript = try workshop.calque("a.txt")
    #expect(transcript.status == 3)
    #expect(transcript.output.hasPrefix("a.txt:1:1: "))
    #expect(
      transcript.errors.contains(
        "not a text: byte \(16 + Self.article.utf8.count) is NUL; leave the file out with “exclude”"
      ))
  }

  @Test(
    "A report of parts of JSON Lines is that of the whole",
    arguments: ["compiler", "json", "sarif"])
  func parts(format: String) throws {
    let parts = try reportOfParts(Self.text, "a.jsonl", format, Workshop())
    #expect(parts.status == 3)
    #expect(parts.errors.contains("calque: a.jsonl:101:10: a value is expected here\n"))
    #expect(parts.output.utf8.count > 2000)
  }

  @Test("Standard input is read in parts as well")
  func standardInput() throws {
    let workshop = try Workshop()
    try workshop.write(Self.text, to: "a.jsonl")
    let file = try workshop.calque("a.jsonl")
    let stream = try workshop.calque("--stdin-path", "a.jsonl", "-", input: Self.text)
    #expect(stream == file)
  }

  @Test("What was found before a part that is no text is told")
  func binaryPart() throws {
    let workshop = try Workshop()
    let sound = String(repeating: Self.filler + "\n", count: 400)
    try workshop.write(#"{"body": "The the plan."}"# + "\n" + sound + "\0\n", to: "a.jsonl")
    let transcript = try workshop.calque("a.jsonl")
    #expect(transcript.status == 3)
    #expect(transcript.output.hasPrefix("a.jsonl:1:"))
    #expect(
      transcript.errors.contains(
        "not a text: byte \(26 + sound.utf8.count) is NUL; leave the file out with “exclude”"))
  }

  @Test("A file without lines, and one in UTF-16, are one part")
  func onePart() throws {
    let workshop = try Workshop()
    try workshop.write("", to: "empty.jsonl")
    #expect(
      try workshop.calque("empty.jsonl")
        == Workshop.Transcript(status: 0, errors: "no findings in 1 file\n"))
    try workshop.write("{}\n", to: "none.jsonl")
    #expect(
      try workshop.calque("none.jsonl").errors.hasPrefix(
        "calque: none.jsonl:1:1: there is no article"))
    let text = #"{"body": "The the plan."}"# + "\n"
    let units = [0xFEFF] + (text + text).utf16
    try workshop.write(
      units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }, to: "wide.jsonl")
    let lines = try workshop.calque("wide.jsonl").output.split(separator: "\n")
    #expect(lines.map { $0.prefix(13) } == ["wide.jsonl:1:", "wide.jsonl:2:"])
  }

  @Test("A file that is missing is told as any other is")
  func missing() throws {
    let workshop = try Workshop()
    let (lines, plain) = (try workshop.calque("a.jsonl"), try workshop.calque("a.txt"))
    #expect(lines.status == 3)
    #expect(lines.errors == plain.errors.replacing("a.txt", with: "a.jsonl"))
  }
}
