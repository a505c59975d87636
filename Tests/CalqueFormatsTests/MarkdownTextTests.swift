import CalqueMarkdown
import Testing

@Suite("Markdown")
struct MarkdownTextTests {
  private static let lead =
    "The council of the port voted on Tuesday to close the old pier until the spring."

  private func blocks(_ text: String) throws -> [String] {
    try Extraction(text, as: MarkdownText()).blocks
  }

  @Test("A page gives its blocks; code, HTML blocks, addresses and settings are not read")
  func page() throws {
    let page = """
      ---
      layout: post
      title: "Pier to close"
      ---

      # Council votes to close the *old* pier

      \(Self.lead) See [the **plan**](http://a.b/c "no") and <http://a.b/d>.

      What happens next
      -----------------

      > The mayor said:
      > it is old.

      - The ferry moves.
        - Inner item
      - ![no](x.png)

        Second paragraph.

      | Boats | No |
      |-------|----|
      | Ana   | 12 |

      ```
      no
      ```

          no

      <div>
      no
      </div>

      ![no](y.png)

      [ref]: http://a.b/e
      """
    #expect(
      try blocks(page) == [
        "headline: Council votes to close the old pier",
        "paragraph: \(Self.lead) See the plan and http://a.b/d.", "subheading: What happens next",
        "paragraph: The mayor said:\nit is old.", "listItem: The ferry moves.",
        "listItem: Inner item", "listItem: Second paragraph.", "listItem: Boats", "listItem: No",
        "listItem: Ana", "listItem: 12",
      ])
  }

  @Test(
    "The title among the settings is the headline where it is plain",
    arguments: [
      ("---\ntitle: Pier closes \n---\n", "Pier closes"),
      ("\u{FEFF}---\r\ntitle: 'Pier closes'\r\n...\r\n", "Pier closes"),
      ("+++\ntitle = \"Pier closes\"\n+++\n", "Pier closes"),
      ("---\ntitle: >\n  Pier\n---\n", nil), ("---\ntitle: \"Pier \\\"x\\\"\"\n---\n", nil),
      ("---\ntitle: Pier # no\n---\n", nil), ("---\ntitle:\n---\n", nil),
    ] as [(String, String?)])
  func title(settings: String, title: String?) throws {
    let expected = (title.map { ["headline: \($0)"] } ?? []) + ["paragraph: \(Self.lead)"]
    #expect(try blocks(settings + Self.lead) == expected)
    #expect(try blocks(settings + "# Pier\n\n" + Self.lead).first == "headline: Pier")
  }

  @Test(
    "A line at the top that closes no settings is text", arguments: ["---\ntitle: a", "--- x\n"])
  func noSettings(text: String) throws {
    #expect(try !blocks(text + "\n\n" + Self.lead).isEmpty)
  }

  @Test(
    "Marks are taken out and characters read",
    arguments: [
      ("a *b* __c__ ~~d~~ e", "a b c d e"), ("U*krain*eStano", "UkraineStano"),
      ("\\*a\\* \\[b\\] \\& 1\\. x", "*a* [b] & 1. x"),
      ("Le&oacute;n &amp; &foo; R&D", "León & &foo; R&D"),
      ("&#8220;a&#x201D;", "“a”"), ("a `b` c", "a \u{FFFC} c"), ("a <b>c</b> <!-- d -->e", "a c e"),
      ("a<br>b", "a\nb"), ("a  \nb\\\nc", "a\nb\nc"), ("[a][r] b\n\n[r]: x", "a b"),
      ("a ![b *c*](d) e", "a \u{FFFC} e"), ("it costs $5 and $6", "it costs $5 and $6"),
      ("* * *\n\na", "a"), ("2 * 3 * 4", "2 * 3 * 4"), ("snake_case_name", "snake_case_name"),
    ])
  func characters(markup: String, text: String) throws {
    #expect(try blocks(markup) == ["paragraph: \(text)"])
  }

  @Test("A place is that of the source, with the marks inside of it", arguments: ["\n", "\r\n"])
  func places(lineEnd: String) throws {
    let text = "> The \\[old\\]  \n> p*ie*r of [Le&oacute;n](x).".replacing("\n", with: lineEnd)
    let page = try Extraction(text, as: MarkdownText())
    #expect(page.origin(of: "[old]") == "\\[old\\]")
    #expect(page.origin(of: "pier") == "p*ie*r")
    #expect(page.origin(of: "]\np") == "\\]  \(lineEnd)> p")
    #expect(page.origin(of: "León") == "Le&oacute;n")
    let title = try Extraction("---\ntitle: The old pier\n---\n" + Self.lead, as: MarkdownText())
    #expect(title.origin(of: "old pier") == "old pier")
    #expect(title.edited("old", to: "new") == nil)
  }

  @Test(
    "An edit is written as Markdown has it, or not offered",
    arguments: [
      ("the old pier", "old", "*new* [R&D]", "the \\*new\\* \\[R\\&D\\] pier"),
      ("the *old* pier", "old", "new", "the *new* pier"), ("the o*ld* pier", "old", "new", nil),
      ("the *old pier*", "old", "“old”", nil), ("the *old* pier", " pier", "”", nil),
      ("the \\[old\\] pier", "[old]", "new", "the new pier"),
      ("the old pier", "the", "1. The", nil),
      ("the old pier", "the", "The", "The old pier"), ("one.\n\n- two", "one.\n\ntwo", "x", nil),
      ("the old\npier", "old\npier", "new pier", "the new pier"),
      ("> the old\n> pier", "old\npier", "new pier", nil), ("a & b", " b", "b", nil),
      ("> the old", "the", "1. The", nil), ("- the old", "the", "- The", nil),
      ("> a\n> the old", "the", "1. The", nil), ("# the old", "the", "The", "# The old"),
      ("**5** boats", "5", "6", "**6** boats"), ("> 5 boats", "5", "12", "> 12 boats"),
      ("a\nthe - old", "the ", "", nil), ("a\nthe 1. old", "the ", "", nil),
      ("see [x] (y)", " (", "(", nil), ("the `old` pier", "\u{FFFC}", "x", nil),
    ] as [(String, String, String, String?)])
  func edits(page: String, text: String, replacement: String, expected: String?) throws {
    #expect(try Extraction(page, as: MarkdownText()).edited(text, to: replacement) == expected)
  }
}
