import CalqueText
import Testing

@testable import Calque

@Suite("Configurations that build upon others") struct ConfigurationChainTests {
  private func link(_ folder: String, _ text: String) throws -> ConfigurationChain.Link {
    let (file, problems) = ConfigurationFile.read(Array(text.utf8))
    try #require(problems == [])
    return ConfigurationChain.Link(file: file, globFolder: folder, ownFolder: folder)
  }

  private func settings(_ chain: ConfigurationChain, _ path: String) -> FileSettings {
    chain.settings(overrides: chain.overrides(for: path))
  }

  @Test("Without a file texts and pages are linted and nothing is left out")
  func hasDefaults() {
    let chain = ConfigurationChain()
    let paths = [
      "/a/b.txt", "/a/b.text", "/a/b.md", "/a/b.markdown", "/a/b.html", "/a/b.htm", "/a/b.xhtml",
    ]
    #expect((paths + ["/a/b.json", "/a/txt"]).filter { chain.includes($0) } == paths)
    #expect(!chain.excludes("/a/b.txt", isFolder: false))
    #expect(settings(chain, "/a/b.txt") == FileSettings())
    #expect(chain.maxWarnings == nil)
  }

  @Test("Values replace, lists add up, globs start from the folder of their file")
  func layers() throws {
    let chain = ConfigurationChain([
      try link(
        "/w",
        """
        {"notes": true, "failOn": "warning", "vocabulary": ["a"], "exclude": ["/old"],
         "include": ["*.md"], "ruleFolders": ["rules"], "maxWarnings": 5,
         "rules": {"es": "off"}, "overrides": [{"files": ["/x.txt"], "failOn": "never"}]}
        """),
      try link(
        "/w/desk",
        """
        {"failOn": "error", "vocabulary": ["b"], "exclude": ["/new"], "ruleFolders": ["/r"],
         "columnUnit": "utf8", "rules": {"es/a": "on"},
         "overrides": [{"files": ["x.txt"], "vocabulary": ["c"]}]}
        """),
    ])
    var expected = FileSettings()
    expected.configuration.showsNotes = true
    expected.configuration.vocabulary = ["a", "b"]
    expected.configuration.levels = [
      Configuration.LevelSetting(rules: try RuleGlob("es"), level: .off),
      Configuration.LevelSetting(rules: try RuleGlob("es/a"), level: .on),
    ]
    #expect(settings(chain, "/w/desk/y.txt") == expected)
    expected.configuration.vocabulary = ["a", "b", "c"]
    #expect(settings(chain, "/w/desk/x.txt") == expected)

    let folders = ["/w/old", "/w/desk/old", "/w/desk/new", "/w/new"]
    #expect(
      folders.filter { chain.excludes($0, isFolder: true) } == ["/w/old", "/w/desk/new"])
    #expect(chain.includes("/w/desk/x.md"))
    #expect(!chain.includes("/w/desk/x.txt"))
    #expect(chain.ruleFolders == ["/w/rules", "/r"])
    #expect(chain.maxWarnings == 5)
    #expect(chain.columnUnit == .utf8)
  }

  @Test("A path outside the folder of the globs is taken from the root")
  func reachesOutside() throws {
    let chain = ConfigurationChain([try link("/w", #"{"exclude": ["*.txt", "/tmp/b"]}"#)])
    let paths = ["/tmp/a.txt", "/tmp/b", "/tmp/c"]
    #expect(paths.filter { chain.excludes($0, isFolder: false) } == ["/tmp/a.txt", "/tmp/b"])
  }
}
