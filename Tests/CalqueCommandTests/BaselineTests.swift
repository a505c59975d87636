import Testing

@Suite("Findings that are known") struct BaselineTests {
  private func finding(_ place: String) -> String {
    "\(place): error: there is a space before “.”; remove it "
      + "[encoding/space-before-punctuation]\n"
  }

  @Test("What an earlier report has is not reported again, wherever the text has moved")
  func known() throws {
    let workshop = try Workshop()
    try workshop.write("The port is open .\n\nIt is late .\n", to: "news/a.txt")
    try workshop.write("It is late .\n", to: "b.txt")
    let first = try workshop.calque(
      "news", "b.txt", "--format", "json", "--output", "known.json", "--quiet")
    #expect(first == Workshop.Transcript(status: 1))
    #expect(
      try workshop.calque("news", "b.txt", "--baseline", "known.json")
        == Workshop.Transcript(status: 0, errors: "no findings in 2 files, 3 known\n"))
    try workshop.write(
      "A new start is made .\n\nIt is late .\n\nThe port is open .\n\nIt is late .\n",
      to: "news/a.txt")
    #expect(
      try workshop.calque("./news", "b.txt", "--baseline", "known.json")
        == Workshop.Transcript(
          status: 1, output: finding("news/a.txt:1:20") + finding("news/a.txt:7:11"),
          errors: "2 errors in 2 files, 3 known\n"))
  }

  @Test("A sentence is known in its own file alone, and as it was")
  func isExact() throws {
    let workshop = try Workshop()
    try workshop.write("It is late .\n", to: "a.txt")
    _ = try workshop.calque("a.txt", "--format", "json", "--output", "known.json")
    try workshop.write("It is late .\n", to: "b.txt")
    try workshop.write("It is too late .\n", to: "a.txt")
    #expect(
      try workshop.calque("a.txt", "b.txt", "--baseline", "known.json").output
        == finding("a.txt:1:15") + finding("b.txt:1:11"))
  }

  @Test(
    "A file that is no baseline is told, and nothing is linted",
    arguments: [
      ("", "no baseline: line 1: the text ends where a value is expected"),
      ("[]", "no baseline: write one with “--format json --output FILE”"),
      (
        #"{"version": 1, "files": [{}]}"#,
        "no baseline: write one with “--format json --output FILE”"
      ),
      (
        #"{"version": 2, "files": []}"#,
        "the baseline is a report of version 2, and version 1 is known; write it anew"
      ),
      (
        "{\n\"version\": 1,\n",
        "no baseline: line 3: a key in double quotation marks is expected, such as \"rules\""
      ),
    ])
  func broken(text: String, message: String) throws {
    let workshop = try Workshop()
    try workshop.write("It is late .\n", to: "a.txt")
    try workshop.write(text, to: "known.json")
    #expect(
      try workshop.calque("a.txt", "--baseline", "known.json")
        == Workshop.Transcript(status: 2, errors: "calque: known.json: \(message)\n"))
  }

  @Test("A baseline that is not there is told")
  func missing() throws {
    let workshop = try Workshop()
    #expect(
      try workshop.calque(".", "--baseline", "none.json")
        == Workshop.Transcript(
          status: 2, errors: "calque: none.json: no such file or folder\n"))
  }

  @Test("JSON Lines are known line by line, as one file")
  func lines() throws {
    let workshop = try Workshop()
    let line = #"{"text": "It is late ."}"# + "\n"
    try workshop.write(line + line, to: "a.jsonl")
    _ = try workshop.calque("a.jsonl", "--format", "json", "--output", "known.json")
    try workshop.write(line + line + line, to: "a.jsonl")
    #expect(
      try workshop.calque("a.jsonl", "--baseline", "known.json").output == finding("a.jsonl:3:21"))
  }
}
