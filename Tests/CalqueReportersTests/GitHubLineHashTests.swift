import Testing

@testable import CalqueReporters

/// The values are those that GitHub's upload action computes for the same texts.
@Suite("GitHub's line hash")
struct GitHubLineHashTests {
  private func check(
    _ text: String, _ expected: [Int: String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let hashes = GitHubLineHash.hashes(of: Array(text.utf8), lines: Set(expected.keys))
    #expect(hashes == expected, sourceLocation: sourceLocation)
  }

  @Test("An empty text has one line")
  func empty() {
    check("", [1: "c129715d7a2bc9a3:1"])
  }

  @Test("Blanks do not count")
  func blanks() {
    check(
      " a\nb\n  \t\tc\n d",
      [
        1: "271789c17abda88f:1", 2: "54703d4cd895b18:1", 3: "180aee12dab6264:1",
        4: "a23a3dc5e078b07b:1",
      ])
  }

  @Test("Line ends are all the same")
  func lineEnds() {
    check(
      " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", [1: "e9496ae3ebfced30:1"])
    check(
      " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", [1: "e9496ae3ebfced30:1"])
  }

  @Test("A line is hashed with the text after it")
  func window() {
    check(
      String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      [
        7: "a7f2ff1481e87703:1", 8: "a9cf91f7bbf1862b:1", 9: "55ec222b86bcae53:1",
        10: "cc97dc7b1d7d8f7b:1", 11: "c129715d7a2bc9a3:1",
      ])
  }

  @Test("Equal hashes are counted, wanted or not")
  func counts() {
    let text = Array(String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10).utf8)
    let hashes = GitHubLineHash.hashes(of: text, lines: [1, 6])
    let first = hashes[1]?.dropLast(2)
    #expect(hashes == [1: "\(first ?? "")" + ":1", 6: "\(first ?? "")" + ":6"])
  }
}
