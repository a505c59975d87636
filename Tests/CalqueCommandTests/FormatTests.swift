import Testing

@Suite("Formats of texts") struct FormatTests {
  private static let rules = """
    - id: grandor
      pattern: grandor
      message: “grandor” is no word of this paper; write “R&D”
      why: It is ours for these tests.
      fix: R&D
      severity: error
      category: style
      bad: ["The ⟦grandor⟧ was known. → The R&D was known."]
      good: [The size was known.]

    """

  private func workshop(_ files: [String: String]) throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(Self.rules, to: "desk/words.yml")
    try workshop.write(
      #"{"ruleFolders": ["desk"], "rules": {"*": "off", "desk/grandor": "error"}}"#,
      to: ".lintconfig.json")
    for (path, text) in files { try workshop.write(text, to: path) }
    return workshop
  }

  private func line(_ place: String) -> String {
    "\(place): error: “grandor” is no word of this paper; write “R&D” [desk/grandor]\n"
  }

  private func check(
    _ transcript: Workshop.Transcript, _ places: [String], status: Int32 = 1, errors: String
  ) {
    let expected = Workshop.Transcript(
      status: status, output: places.map(line).joined(), errors: errors)
    #expect(transcript == expected)
  }

  private static let files = [
    "a.html": "<title>grandor</title>\n<p>The gran<b>dor</b> <!-- grandor -->was known.",
    "a.jsonl": "{\"id\": \"grandor\"}\n\n{\"body\": \"\\u00e9 grandor\", \"title\": \"grandor\"}\n",
    "a.json": "{\"body\": [\"The \\\"grandor\\\" was known.\"],\n \"url\": \"grandor\"}",
    "a.md":
      "---\ntags: grandor\n---\n```\ngrandor\n```\n> The gran*dor* was\n> a `grandor`, a grandor.\n",
    "a.txt": "<p title='grandor'>\n```\n",
  ]

  @Test("The end of a name tells the format, in any case; all else is plain text")
  func endings() throws {
    let workshop = try workshop(
      Self.files.merging(["B.HTM": "<a b=grandor>", "c.log": "<!--grandor"]) { $1 })
    check(
      try workshop.calque("a.html", "a.jsonl", "a.json", "a.md", "a.txt", "B.HTM", "c.log"),
      [
        "a.html:1:8", "a.html:2:8", "a.json:1:18", "a.jsonl:3:18", "a.jsonl:3:38", "a.md:7:7",
        "a.md:8:18", "a.txt:1:11", "c.log:1:5",
      ], errors: "9 errors in 7 files\n")
  }

  @Test("In a folder Markdown and HTML are linted, and JSON where it is included")
  func folders() throws {
    let workshop = try workshop(Self.files)
    check(
      try workshop.calque("."),
      ["a.html:1:8", "a.html:2:8", "a.md:7:7", "a.md:8:18", "a.txt:1:11"],
      errors: "5 errors in 3 files\n")
    try workshop.write(
      #"{"extends": "../.lintconfig.json", "include": ["*.jsonl"]}"#, to: "data/.lintconfig.json")
    try workshop.write(Self.files["a.jsonl"] ?? "", to: "data/a.jsonl")
    check(
      try workshop.calque("data"), ["data/a.jsonl:3:18", "data/a.jsonl:3:38"],
      errors: "2 errors in 1 file\n")
  }

  @Test("An option tells the format of all files, the path that of standard input")
  func forced() throws {
    let workshop = try workshop(Self.files)
    check(
      try workshop.calque("a.txt", "--input-format", "html"), [], status: 0,
      errors: "no findings in 1 file\n")
    let page = "<a b=grandor>grandor"
    check(
      try workshop.calque(["-"], input: page), ["<stdin>:1:6", "<stdin>:1:14"],
      errors: "2 errors in 1 file\n")
    check(
      try workshop.calque(["-", "--stdin-path", "x/y.html"], input: page), ["x/y.html:1:14"],
      errors: "1 error in 1 file\n")
    check(
      try workshop.calque(["-", "--input-format", "html"], input: page), ["<stdin>:1:14"],
      errors: "1 error in 1 file\n")
  }

  @Test("A format that is none is told")
  func unknown() throws {
    let transcript = try workshop([:]).calque("a", "--input-format", "xml")
    #expect(transcript.status == 2)
    #expect(
      transcript.errors.hasPrefix(
        "Error: --input-format: “xml” is no format; there are auto, plain, markdown, html, json, jsonl"
      ))
  }

  @Test("A line that is no JSON is told, the other lines and files are linted")
  func brokenLine() throws {
    let workshop = try workshop([
      "a.jsonl": "{\"body\": \"grandor\"}\n{\"body\": é}\n{\"body\": \"grandor\"}\n",
      "b.json": "{\"body\": \"grandor\"", "c.html": "<p>grandor<!-- x",
      "d.json": "{\"name\": \"grandor\"}",
    ])
    check(
      try workshop.calque("a.jsonl", "b.json", "c.html", "d.json"),
      ["a.jsonl:1:11", "a.jsonl:3:11", "c.html:1:4"], status: 3,
      errors: """
        calque: a.jsonl:2:10: a value is expected here
        calque: b.json:1:19: the JSON text ends where “,” or “}” is expected
        calque: c.html:1:11: the comment is not closed, so the rest of the page is not read
        calque: d.json:1:1: there is no article: no object has a text under one of the keys \
        “articleBody”, “body”, “content”, “text”, “paragraphs”
        3 errors in 4 files, 4 read in part

        """)
    let json = try workshop.calque("a.jsonl", "--format", "json", "--quiet").output
    #expect(
      json.contains(
        #""notifications":[{"path":"a.jsonl","message":"a value is expected here","line":2,"column":10}]"#
      ))
    let sarif = try workshop.calque("a.jsonl", "--format", "sarif", "--quiet").output
    #expect(sarif.contains(#""region":{"startLine":2}"#))
  }

  @Test("Reports count in the file, and a fix is written as its format writes it")
  func reports() throws {
    let workshop = try workshop(Self.files)
    let json = try workshop.calque("a.md", "a.json", "--format", "json").output
    #expect(
      json.contains(
        #""range":{"start":44,"end":52},"line":7,"column":7,"endLine":7,"endColumn":15"#))
    #expect(json.contains(#"{"range":{"start":75,"end":82},"replacement":"R\\&D"}"#))
    // The word over which emphasis begins has no fix.
    #expect(json.contains(#""related":[],"fixes":[],"#))
    let sarif = try workshop.calque("a.html", "--format", "sarif").output
    #expect(sarif.contains(#""byteOffset":30,"byteLength":10,"snippet":{"text":"gran<b>dor"}"#))
    #expect(sarif.contains(#""insertedContent":{"text":"R&amp;D"}"#))
  }

  @Test("Bytes that are no UTF-8 are told with their offset in the file")
  func invalidBytes() throws {
    let workshop = try Workshop()
    try workshop.write(
      Array("<p>&amp; &amp; x".utf8) + [0xFF] + Array("y</p><a \u{FF}>".utf8), to: "a.html")
    #expect(
      try workshop.calque("a.html").output
        == "a.html:1:17: error: the byte 0xFF at offset 16 cannot be read as UTF-8; "
        + "convert the file from its old encoding [encoding/invalid-utf8]\n")
  }
}
