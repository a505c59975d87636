import Foundation
import Testing

/// What pages of the documentation say of the program, done.
@Suite("Pages") struct PageTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func page(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The blocks of a page in a language.
  private static func blocks(_ language: String, in path: String) throws -> [String] {
    try page(path).components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test("The example of the README works as it stands, and so do those of the configuration page")
  func configurations() throws {
    let readme = try Self.blocks("json", in: "README.md")
    let page = try Self.blocks("json", in: "Documentation/Configuration.md")
    #expect(readme.count == 1)
    #expect(page.count == 5)
    for (examples, isBare) in [(readme, true), (page, false)] {
      for example in examples {
        let workshop = try Workshop()
        try workshop.write("Hello.\n", to: "desk/a.txt")
        if !isBare {
          try workshop.write("{}", to: "house/lintconfig.json")
          try workshop.write(Workshop.rule, to: "desk/desk/rules/names/titles.yml")
        }
        try workshop.write(example, to: "desk/.lintconfig.json")
        #expect(
          try workshop.calque("desk/a.txt")
            == Workshop.Transcript(status: 0, errors: "no findings in 1 file\n"), "\(example)")
      }
    }
  }

  @Test("The configuration page and its examples have every key of the schema")
  func keys() throws {
    let schema = try JSONSerialization.jsonObject(
      with: Data(Self.page("Documentation/Schemas/lintconfig.json").utf8))
    let properties = try #require((schema as? [String: Any])?["properties"] as? [String: Any])
    let page = try Self.page("Documentation/Configuration.md")
    let examples = try Self.blocks("json", in: "Documentation/Configuration.md").joined()
    for key in properties.keys {
      #expect(page.contains("| `\(key)` |"), "\(key)")
      #expect(examples.contains("\"\(key)\""), "\(key)")
    }
  }

  @Test("A setting stands in the place of one in an override of the file below it")
  func extendsOverrides() throws {
    let workshop = try Workshop()
    try workshop.write("The ONU said so.\n\nThe OTAN did.\n", to: "desk/a.txt")
    try workshop.write(
      #"{"from": ["es"], "overrides": [{"files": ["*"], "failOn": "never"}]}"#,
      to: "house/lintconfig.json")
    try workshop.write(#"{"extends": "../house/lintconfig.json"}"#, to: "desk/.lintconfig.json")
    #expect(try workshop.calque("desk").status == 0)
    try workshop.write(
      #"{"extends": "../house/lintconfig.json", "failOn": "note"}"#, to: "desk/.lintconfig.json")
    #expect(try workshop.calque("desk").status == 1)
  }

  @Test("A rule is added in the steps of CONTRIBUTING.md")
  func addsRule() throws {
    let page = try Self.page("CONTRIBUTING.md")
    let rule = try #require(try Self.blocks("yaml", in: "CONTRIBUTING.md").first)
    let id = try #require(rule.firstMatch(of: #/^- id: (\S+)\n/#)?.output.1)
    let workshop = try Workshop()
    try workshop.write("The port held a day of open doors.\n", to: "articles/a.txt")
    func step(_ command: String, _ arguments: [String]) throws -> Workshop.Transcript {
      #expect(page.contains("`calque \(command)"), "\(command)")
      return try workshop.calque(command.split(separator: " ").map { String($0) } + arguments)
    }
    try workshop.write("", to: "Rules/readme")
    let made = try step("rules new", ["es/\(id)"])
    #expect(made.status == 0)
    let hits = try step("rules try", [String(Self.pattern(of: rule)), "articles"])
    #expect(hits.output.contains("⟦day of open doors⟧"), "\(hits)")
    try workshop.write(rule, to: "Rules/es/\(id).yml")
    let tested = try step("rules test Rules", [])
    #expect(tested.status == 0, "\(tested)")
    let counted = try step("rules stats Rules --on", ["articles"])
    #expect(counted.output.contains("es/\(id)"), "\(counted)")
  }

  private static func pattern(of rule: String) -> Substring {
    rule.firstMatch(of: #/(?m)^  pattern: (.*)$/#)?.output.1 ?? ""
  }
}
