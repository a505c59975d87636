import Calque
import CalqueFindings
import CalqueRules
import Foundation
import Testing

/// The rules that pages of the documentation show, compiled and run.
@Suite("Documented rules")
struct DocumentationTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let page = root.appending(path: "Documentation/RuleLanguage.md")
  private static let pages = [page, root.appending(path: "CONTRIBUTING.md")]

  /// The YAML blocks of the pages, one file each: of rules of the pack `page`, or the file that is
  /// named behind “yaml”.
  private static func sources() throws -> [RuleSource] {
    let blocks = try pages.flatMap {
      try String(contentsOf: $0, encoding: .utf8).components(separatedBy: "```yaml").dropFirst()
    }
    return blocks.enumerated().map { index, block in
      let lines = block.components(separatedBy: "```")[0]
      let name = lines.prefix { $0 != "\n" }.trimmingCharacters(in: .whitespaces)
      let path = name.isEmpty ? "page/block\(index).yml" : name
      return RuleSource(path: path, text: Array(lines.drop { $0 != "\n" }.utf8))
    }
  }

  @Test("Every rule of the pages compiles and does what its examples say")
  func examples() throws {
    var configuration = Configuration()
    configuration.select = [try RuleGlob("page"), try RuleGlob("eo")]
    let linter = Linter(configuration: configuration, userRules: try Self.sources())
    #expect(linter.problems == [])
    let rules = linter.rules.filter { ["page", "eo"].contains($0.id.pack) }
    #expect(rules.count >= 21)
    for rule in rules {
      for bad in rule.bad { try check(bad: bad, of: rule, linter) }
      for good in rule.good {
        let example = try RuleExample(parsing: good)
        #expect(linter.lint(try Source(decoding: example.bytes)) == [], "\(good)")
      }
    }
  }

  @Test("“calque rules test” finds nothing wrong with the rules of the pages")
  func passes() throws {
    let tester = RuleTester(try Self.sources())
    #expect(tester.rules.count >= 21)
    #expect(tester.rules.flatMap { tester.failures(of: $0) }.map(\.description) == [])
  }

  @Test(
    "A rule that needs a language is silent where the article does not show enough of it",
    arguments: [
      "The envoy of Malta has a plan of work.", "A like-minded friend told the paper.",
      "A like-minded friend of Zamenhof, called Ludoviko, lived in Bialystok.",
    ])
  func needsLanguage(text: String) throws {
    var configuration = Configuration()
    configuration.select = [try RuleGlob("page"), try RuleGlob("eo")]
    let linter = Linter(configuration: configuration, userRules: try Self.sources())
    #expect(linter.lint(try Source(decoding: Array(text.utf8))) == [])
  }

  /// Expects a bad example to be found exactly where it says, and to be mended as it says.
  private func check(bad: String, of rule: RuleDescription, _ linter: Linter) throws {
    let example = try RuleExample(parsing: bad)
    let findings = linter.lint(try Source(decoding: example.bytes))
    #expect(findings.map(\.rule) == example.ranges.map { _ in rule.id }, "\(bad)")
    #expect(findings.map(\.range) == example.ranges, "\(bad)")
    guard let mended = example.mended else { return }
    let text = findings.flatMap { $0.fixes.first?.edits ?? [] }.applied(to: example.bytes)
    #expect(String(decoding: text, as: UTF8.self) == mended)
  }

  @Test("Every key of a rule is in a rule of the page")
  func keys() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let rows = text.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }
    let keys = rows.flatMap { row in
      // What stands between backticks is every second part.
      row.components(separatedBy: "|")[1].components(separatedBy: "`").enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
    }
    #expect(keys.count > 20)
    let lines = Set(
      text.components(separatedBy: "\n").compactMap { line in
        line.drop { $0 == " " || $0 == "-" }.split(separator: ":", maxSplits: 1).first
      })
    for key in keys { #expect(lines.contains(Substring(key)), "\(key)") }
  }

  @Test("The error that the page shows is the error that is given")
  func error() throws {
    let broken = """
      - id: x
        pattern: on <weekdy>
        message: m
        why: w
        advice: a
        severity: note
        category: style
        bad: [It is ⟦on Monday⟧.]
        good: [It is.]

      """
    let source = RuleSource(path: "desk/x.yml", text: Array(broken.utf8))
    let found = Linter(userRules: [source]).problems.map(\.finding)
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    for finding in found {
      let place = LineMap(source.text).position(of: finding.range.start, in: .scalar)
      let line = ":\(place.line):\(place.column): error: \(finding.message) [\(finding.rule)]"
      #expect(page.contains(line), "\(line)")
    }
    #expect(found.count == 1)
  }
}
