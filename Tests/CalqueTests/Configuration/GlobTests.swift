import CalqueFindings
import CalqueTesting
import Testing

@testable import Calque

@Suite("Globs") struct GlobTests {
  @Test(
    "A glob fits whole names",
    arguments: [
      ("es/narrow", ["es/narrow"], ["es/narrow-x", "xes/narrow", "ES/narrow", ""]),
      ("*", ["", "a", "é"], ["a/b"]),
      ("es/*", ["es/", "es/narrow"], ["es", "es/a/b", "pt/narrow"]),
      ("*/glued-*", ["quotation/glued-quote", "/glued-"], ["glued-quote", "a/b/glued-x"]),
      ("a?c", ["abc", "a“c"], ["ac", "a/c", "abbc"]),
      ("[a-c_]x", ["ax", "bx", "_x"], ["dx", "x", "/x"]),
      ("[!a-c]x", ["dx", "“x"], ["ax", "/x"]),
      ("[]]x", ["]x"], ["x"]),
      ("[a-]x", ["ax", "-x"], ["bx"]),
      (#"[\]\\a]x"#, ["]x", #"\x"#, "ax"], ["x", "bx"]),
      ("{es,pt}/a{b,}", ["es/ab", "pt/a"], ["es/abc", "fr/a", "es/b"]),
      ("{a,{b,c}d}", ["a", "bd", "cd"], ["ad", "b"]),
      ("**", ["", "a/b/c"], []),
      ("**/x", ["x", "a/x", "a/b/x"], ["ax", "a/xb", "x/a"]),
      ("a/**", ["a/", "a/b", "a/b/c"], ["a", "b/a/c"]),
      ("a/**/z", ["a/z", "a/b/z", "a/b/c/z"], ["az", "a/bz"]),
      ("a**b", ["ab", "axb", "a/x/b"], ["abc"]),
      (#"\*\{"#, ["*{"], ["a{", #"\*\{"#]),
      ("a,b", ["a,b"], ["a", "b"]),
    ])
  func fits(text: String, names: [String], others: [String]) throws {
    let glob = try Glob(text)
    #expect((names + others).filter { glob.matches($0) } == names)
  }

  @Test("A glob that would tempt a search to go back and back is quick")
  func isLinear() throws {
    let glob = try Glob(String(repeating: "*a", count: 40) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 2_000)))
  }

  @Test("A glob may be as long as any path that is meant")
  func isLong() throws {
    let name = String(repeating: "a", count: 510)
    #expect(try Glob(name + "?").matches(name + "b"))
    #expect(try !Glob(name + "?").matches(name))
  }

  @Test(
    "What is no glob says why",
    arguments: [
      ("", GlobError.empty), ("a[b", .unclosed("[")), ("[]", .unclosed("[")),
      ("{a,b", .unclosed("{")), (#"a\"#, .danglingEscape), (#"[a\"#, .danglingEscape),
      (String(repeating: "{a,b}", count: 9), .tooManyAlternatives(limit: 256)),
      (String(repeating: "a", count: 512), .tooLong(limit: 511)),
    ])
  func isRejected(text: String, error: GlobError) {
    #expect(throws: error) { try Glob(text) }
  }
}

@Suite("Globs on paths") struct PathGlobTests {
  @Test(
    "Without a slash a glob is for any depth, with one it starts at the folder",
    arguments: [
      ("*.txt", ["a.txt", "b/a.txt"], ["a.text"]),
      ("drafts", ["drafts", "drafts/a.txt", "x/drafts/y/a.txt"], ["drafts.txt", "x/mydrafts"]),
      ("drafts/", ["drafts/a.txt", "x/drafts/a.txt"], ["drafts"]),
      ("/drafts", ["drafts", "drafts/a.txt"], ["x/drafts/a.txt"]),
      ("./desk/*.txt", ["desk/a.txt"], ["desk/b/a.txt", "x/desk/a.txt"]),
      ("desk/**/*.txt", ["desk/a.txt", "desk/b/c/a.txt"], ["a.txt"]),
      ("{desk,wire}/2025", ["desk/2025/a.txt", "wire/2025"], ["2025/a.txt"]),
    ])
  func fits(text: String, paths: [String], others: [String]) throws {
    let glob = try PathGlob(text)
    #expect((paths + others).filter { glob.matches($0) } == paths)
  }

  @Test(
    "A path fits where it fits as a whole or one of its folders does",
    arguments: 0..<40 as Range<UInt64>)
  func fitsFolders(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func draw(_ parts: [String], _ count: Int) -> String {
      (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    }
    for _ in 0..<50 {
      // A slash in front, so that both start at the folder.
      let text = draw(["a", "b", "?", "*", "**", "/", "[a/]", "{a,b/}"], 5)
      guard !text.hasSuffix("/"), let whole = try? Glob(text) else { continue }
      let glob = try PathGlob("/" + text)
      let folderGlob = try PathGlob("/" + text + "/")
      for _ in 0..<20 {
        let path = draw(["a", "b", "a/", "b/"], 5) + "a"
        let folders = path.indices.filter { path[$0] == "/" }.map { path[..<$0] }
        let isInFolder = folders.contains { whole.matches($0) }
        #expect(glob.matches(path) == (isInFolder || whole.matches(path)), "\(text) on \(path)")
        #expect(folderGlob.matches(path) == isInFolder, "\(text)/ on \(path)")
      }
    }
  }

  @Test("A slash at the end asks for a folder")
  func asksForFolder() throws {
    #expect(try PathGlob("drafts/").matches("x/drafts", isFolder: true))
  }

  @Test("A slash under a combining accent is still a slash")
  func seesBytes() throws {
    #expect(try PathGlob("a").matches("a/\u{301}b"))
  }
}

@Suite("Globs on rules") struct RuleGlobTests {
  @Test(
    "Without a slash a glob names packs",
    arguments: [
      ("es", ["es/narrow", "es/stem"], ["pt/es", "ess/a"]),
      ("*", ["es/narrow", "quotation/glued"], []),
      ("{es,pt}", ["es/a", "pt/b"], ["fr/c"]),
      ("*/glued", ["quotation/glued"], ["quotation/glued-quote"]),
    ])
  func fits(text: String, ids: [String], others: [String]) throws {
    let glob = try RuleGlob(text)
    #expect((ids + others).filter { glob.matches(RuleID($0)) } == ids)
  }

  @Test(
    "Only a whole id can be that of one rule",
    arguments: [("es/narrow", true), ("es", false), ("es/*", false), ("{es,pt}/a", false)])
  func knowsIds(text: String, isExact: Bool) throws {
    #expect(try RuleGlob(text).isExact == isExact)
  }
}
