import CalqueFormats
import CalqueMarkdown
import CalqueTesting
import CalqueText
import Testing

@Suite("Hostile markup")
struct HostileMarkupTests {
  private static let formats: [any TextFormat] = [
    HTMLText(), MarkdownText(), JSONText(), JSONLines(),
  ]

  @Test(
    "Any bytes are read, and every block and place lies in the text",
    arguments: 0..<200 as Range<UInt64>)
  func bytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<", ">", "</", "<!--", "-->", "<p", "<p>", "</p>", "<h1>", "<article>", "</article>",
      "<main>",
      "<code>", "</code>", "<script>", "</script", "<br>", "<q>", "&", "&#", "&#x110000;", "&amp",
      ";",
      "&lt;", "\"", "'", "=", "/", "*", "**", "_", "`", "```", "[", "](", ")", "![", "\\", "#",
      "> ", "- ",
      "1. ", "    ", "|", "|-|", "---", "~~", "{", "}", ",", ":", "\"body\":", "\"title\":", "\\u",
      "\\ud800",
      "null", "1", "the the pier", "“", "”", "é", "\n", "\r\n", "\n\n", " ", "\t", "\u{FEFF}",
      "\u{FFFC}",
    ]
    for _ in 0..<20 {
      var bytes = (0..<Int.random(in: 0...40, using: &generator)).flatMap { _ in
        Array((pieces.randomElement(using: &generator) ?? "").utf8)
      }
      if !bytes.isEmpty, Bool.random(using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
          in: 1...255, using: &generator)
      }
      for format in Self.formats { try check(bytes, format) }
    }
  }

  private func check(_ bytes: [UInt8], _ format: any TextFormat) throws {
    let extraction = try Extraction(bytes, as: format)
    let shown = "\(format): \(String(decoding: bytes, as: UTF8.self))"
    for article in extraction.articles {
      var end: UInt32 = 0
      for block in article.blocks {
        #expect(block.range.start >= end && !block.range.isEmpty, "\(shown)")
        end = block.range.end
        #expect(article.offsets.source(of: block.range).end <= bytes.count, "\(shown)")
        for start in block.range.indices {
          let range = TextRange(UInt32(start), UInt32(start + 1))
          let place = article.offsets.source(of: range)
          #expect(!place.isEmpty && place.end <= bytes.count, "\(shown)")
          if let edit = article.edit(range, "x", in: extraction.source) {
            #expect(edit.range == place, "\(shown)")
          }
        }
      }
      #expect(end <= article.text.count, "\(shown)")
    }
    #expect(extraction.faults.allSatisfy { $0.offset <= bytes.count }, "\(shown)")
  }

  /// Pieces of HTML that are repeated, and what follows them as often.
  private static let htmlPieces: [(String, String)] = [
    ("<div>", ""), ("<div>", "</div>"), ("<b>", ""), ("<b>", "</b>"), ("<p>", ""), ("<li>", ""),
    ("<article>", ""), ("<main>", "</main>"), ("<div>", "</nav>"), ("<code>", ""),
    ("<nav>", "</nav>"),
    ("<a href=", ""), ("<!--", ""), ("<script>", ""), ("</", ""), ("<", ""), ("&", ""),
    ("&#9999999999", ""),
    ("&CounterClockwise", ""), ("<h1>", ""), ("<table><a>", ""), ("<svg/>", ""), ("<title>", ""),
    ("<q>", "</q>"), ("<br>", ""), ("<?", ""), ("<article>", "</article>"), ("<h1>a", "<article>"),
  ]
  private static let markdownPieces: [(String, String)] = [
    ("> ", ""), ("[", ""), ("[", "]"), ("![", "](a)"), ("*a ", ""),
    ("*a", "a*"), ("**a *", ""), ("`a ", ""), ("- ", ""), ("- a\n", ""), ("> a\n", ""), ("1. ", ""),
    ("|a", ""),
    ("|a|b\n", ""), ("[a](", ""), ("~~a", ""), ("<?", ""), ("<!--", ""), ("<", ""), ("<a@b.c>", ""),
    ("[a]: b\n", "[a]"), ("_a_", ""),
    ("\\", ""), ("&", ""), (" ", ""), ("\n", ""), ("a\n", ""), ("---\n", ""),
    ("+++\ntitle=a\n", ""),
  ]
  private static let jsonPieces: [(String, String)] = [
    ("{\"body\":", ""), ("[", ","), ("{\"body\":[", "]}"), ("\"", ""), ("\"\\u", ""),
    ("[\"a\",", ""),
    ("{\"body\":\"a\"}\n", ""), ("{\"a\":1,", ""), ("{\"a\":{\"body\":", ""), ("-", ""), ("\\", ""),
    (" ", ""), ("a\n", ""),
  ]

  @Test("A hundred thousand of anything in HTML take a moment", arguments: htmlPieces)
  func html(piece: String, end: String) throws {
    try checkTime(piece, end, [HTMLText()])
  }

  @Test("A hundred thousand of anything in Markdown take a moment", arguments: markdownPieces)
  func markdown(piece: String, end: String) throws {
    try checkTime(piece, end, [MarkdownText()])
  }

  @Test("A hundred thousand of anything in JSON take a moment", arguments: jsonPieces)
  func json(piece: String, end: String) throws {
    try checkTime(piece, end, [JSONText(), JSONLines()])
  }

  @Test(
    "Markdown that would grow with the square of its length is read in part, or told",
    arguments: [
      String(repeating: "|a", count: 100_000) + "|\n" + String(repeating: "|---", count: 100_000)
        + "|\n" + String(repeating: "|\n", count: 100_000),
      "[a]: <http://x\\&" + String(repeating: "b", count: 400_000) + ">\n\n"
        + String(repeating: "[a] ", count: 100_000),
      "[a]: x \"" + String(repeating: "b\\&", count: 100_000) + "\"\n\n"
        + String(repeating: "[a] ", count: 100_000),
      String(repeating: "- ", count: 100_000) + "a\n" + String(repeating: "\n", count: 200_000),
      String(repeating: "[", count: 100_000) + String(repeating: "a]: b\n", count: 100_000),
    ])
  func growth(text: String) throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      let extraction = try Extraction(text, as: MarkdownText())
      #expect(!extraction.faults.isEmpty || !extraction.blocks.isEmpty)
    }
    #expect(time < .seconds(20))
  }

  private func checkTime(_ piece: String, _ end: String, _ formats: [any TextFormat]) throws {
    let count = 100_000
    let text = String(repeating: piece, count: count) + String(repeating: end, count: count)
    let clock = ContinuousClock()
    for format in formats {
      let time = try clock.measure { _ = try Extraction(text, as: format) }
      // A debug build needs a second at most for what is linear; what is not needs minutes.
      #expect(time < .seconds(20), "\(format): \(piece)")
    }
  }
}
