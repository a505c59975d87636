import Calque
import CalqueFormats
import CalqueTesting
import CalqueText
import Testing

@Suite("Texts that are mended") struct MendingTests {
  private func mend(
    _ text: String, as format: any TextFormat = PlainText(), makesReviewFixes: Bool = false
  ) throws -> MendedText {
    Linter().mend(
      try Source(decoding: Array(text.utf8)), as: format, makesReviewFixes: makesReviewFixes)
  }

  private func text(_ mended: MendedText) -> String {
    String(decoding: mended.source.bytes, as: UTF8.self)
  }

  @Test("Safe fixes are made, the others are left with their findings")
  func safe() throws {
    let mended = try mend(
      "The council met in the the hall . It continues its narrow coordination.\n")
    #expect(
      text(mended) == "The council met in the hall. It continues its narrow coordination.\n")
    #expect(mended.fixCount == 2)
    #expect(mended.result.findings.map(\.rule.text) == ["es/narrow-coordination"])
    #expect(mended.result.findings.map(\.range) == [TextRange(46, 65)])
  }

  @Test("Fixes to look at are made where they are asked for")
  func review() throws {
    let mended = try mend(
      "The council met in the hall . It continues its narrow coordination.\n",
      makesReviewFixes: true)
    #expect(text(mended) == "The council met in the hall. It continues its close coordination.\n")
    #expect(mended.fixCount == 2)
    #expect(mended.result.findings.isEmpty)
  }

  @Test("A text without fixes is the text itself")
  func clean() throws {
    let mended = try mend("The council met in the hall.\n")
    #expect(text(mended) == "The council met in the hall.\n")
    #expect(mended.fixCount == 0)
    #expect(mended.result.articleCount == 1)
  }

  @Test("A fix that shows another fault is followed by the mend of that one")
  func rounds() throws {
    // The rule of ordinals sees the number once the spaces are gone.
    let mended = try mend("They met on the 23 th of May, and the the end is open .\n")
    #expect(text(mended) == "They met on the 23rd of May, and the end is open.\n")
    #expect(mended.fixCount == 4)
    #expect(mended.result.findings.isEmpty)
  }

  @Test("Byte order mark, line ends and bytes that are no UTF-8 stay as they are")
  func keepsBytes() throws {
    let file: [UInt8] =
      [0xEF, 0xBB, 0xBF] + Array("The the hall\u{A0}is open .\r\n\r\nIt is ".utf8) + [0xFF]
      + Array(" late .".utf8)
    let mended = Linter().mend(try Source(decoding: file))
    let expected: [UInt8] =
      [0xEF, 0xBB, 0xBF] + Array("The hall\u{A0}is open.\r\n\r\nIt is ".utf8) + [0xFF]
      + Array(" late.".utf8)
    #expect(mended.source.bytes == expected)
  }

  @Test("A text in another encoding than UTF-8 is left alone")
  func encodings() throws {
    let units = Array("It is late .".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let source = try Source(decoding: [0xFF, 0xFE] + units)
    let mended = Linter().mend(source)
    #expect(mended.source.bytes == source.bytes)
    #expect(mended.fixCount == 0)
    #expect(mended.result.findings.map(\.rule.text) == ["encoding/space-before-punctuation"])
  }

  @Test("In markup a fix is written as the format writes it")
  func markup() throws {
    let json = #"{"title": "News", "text": "\"It is late .\" he said.\nThe the hall."}"#
    #expect(
      text(try mend(json, as: JSONText()))
        == #"{"title": "News", "text": "\"It is late,\" he said.\nThe hall."}"#)
    let page = "<p>The <b>the</b> hall is <i>open</i> .</p>"
    let mended = text(try mend(page, as: HTMLText()))
    #expect(mended.hasPrefix("<p>The ") && mended.hasSuffix("</p>"))
    #expect(mended.contains("<i>open</i>."))
  }

  /// Faults of many kinds that have fixes, side by side and inside each other.
  private static let parts = [
    "said said ", "the the ", "plan .", "plan ,, ", "“ We keep ", "” ", "“", "\"", " \" ",
    "&amp; ", "&quot;", "23 % ", "23th ", "$ 20 ", "they ' re ", "on monday ", "the french ",
    "km / h ", "SEAE and EEAS ", "narrow coordination ", "Ｎｅｗ ", "..", "'It is.' ", "\n\n", ". ",
    "he said", "UkraineStano said ", "«yes» ", "a hour ",
  ]

  @Test("Mending twice changes nothing more, whatever stands side by side", arguments: 0..<40)
  func idempotence(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = (0..<60).map { _ in Self.parts.randomElement(using: &generator) ?? "" }
    let linter = Linter()
    for makesReviewFixes in [false, true] {
      let source = try Source(decoding: Array(("The council met. " + words.joined()).utf8))
      let once = linter.mend(source, makesReviewFixes: makesReviewFixes)
      let twice = linter.mend(once.source, makesReviewFixes: makesReviewFixes)
      #expect(twice.fixCount == 0, "\(seed): \(text(once))")
      #expect(twice.source.bytes == once.source.bytes)
      #expect(twice.result == once.result)
    }
  }
}
