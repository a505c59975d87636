import CalqueFindings
import CalqueFormats
import CalqueRules
import CalqueText
import Foundation
import Testing

@testable import Calque

/// The examples of every rule, each a test: a bad one fires there and nothing else does, a good one
/// is silent under all rules, a fix gives the mended text and leaves nothing to find.
@Suite("Rule examples")
struct RuleExampleTests {
  /// An example with the rule that has it.
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: RuleID
    let example: String

    var testDescription: String { "\(rule): \(example)" }
  }

  /// Where a rule fires: what is compared.
  struct Place: Hashable {
    let rule: RuleID
    let range: TextRange
  }

  private static let languages = RuleProgram.builtIn.languages

  /// Linters with notes shown, by pack: for the pack of a language one that takes the article as
  /// translated from there, since an article has one source, and for any other pack one that takes
  /// it as translated from everywhere.
  private static let linters: [String: Linter] = {
    var linters: [String: Linter] = [:]
    for language in languages + ["every"] {
      var configuration = Configuration()
      configuration.showsNotes = true
      configuration.from = .named(language == "every" ? languages : [language])
      linters[language] = Linter(configuration: configuration)
    }
    return linters
  }()

  private static let rules = Linter().rules
  private static let bad = rules.flatMap { rule in
    rule.bad.map { Case(rule: rule.id, example: $0) }
  }
  private static let good = rules.flatMap { rule in
    rule.good.map { Case(rule: rule.id, example: $0) }
  }

  @Test("A bad example fires exactly there, in every disguise", arguments: bad, Disguise.all)
  func fires(bad: Case, disguise: Disguise) throws {
    let example = try RuleExample(parsing: bad.example)
    guard let text = disguise.apply(example.bytes) else { return }
    let found = try lint(text.bytes, text.format, as: bad.rule)
      .map { Place(rule: $0.rule, range: $0.range) }
      .filter { $0.rule != disguise.seenBy || $0.rule == bad.rule }
    let expected = example.ranges.map {
      Place(rule: bad.rule, range: text.place($0))
    }
    #expect(found == expected, "\(disguise.name): \(example.text)")
  }

  @Test("A fix gives the mended text, in which nothing is found", arguments: bad)
  func mends(bad: Case) throws {
    let example = try RuleExample(parsing: bad.example)
    guard let mended = example.mended else { return }
    let findings = try lint(example.bytes, as: bad.rule)
    let edits = findings.flatMap { $0.fixes.first?.edits ?? [] }
    #expect(String(decoding: edits.applied(to: example.bytes), as: UTF8.self) == mended)
    #expect(
      try lint(Array(mended.utf8), as: bad.rule).map(\.rule) == [], "in the mended text: \(mended)")
  }

  @Test("A fix in markup gives markup of the mended text", arguments: bad, Disguise.markup)
  func mendsMarkup(bad: Case, disguise: Disguise) throws {
    let example = try RuleExample(parsing: bad.example)
    guard let mended = example.mended, let text = disguise.apply(example.bytes) else { return }
    let findings = try lint(text.bytes, text.format, as: bad.rule)
    let edits = findings.flatMap { $0.fixes.first?.edits ?? [] }
    // Where one of the fixes cannot be written, the others mend a part only.
    guard try edits.count == plainEditCount(of: bad, example) else {
      #expect(disguise.mayWithholdFixes, "\(disguise.name): a fix is missing")
      return
    }
    let markup = edits.applied(to: text.bytes)
    let expected = try words(of: Array(mended.utf8), PlainText())
    #expect(
      try words(of: markup, text.format) == expected, "\(String(decoding: markup, as: UTF8.self))")
  }

  /// Number of edits that the same findings have in plain text.
  private func plainEditCount(of bad: Case, _ example: RuleExample) throws -> Int {
    try lint(example.bytes, as: bad.rule).flatMap { $0.fixes.first?.edits ?? [] }.count
  }

  /// Returns the words of each block, with what stands between them.
  private func words(of bytes: [UInt8], _ format: any TextFormat) throws -> [String] {
    var blocks: [String] = []
    _ = format.readArticles(of: try Source(decoding: bytes)) { article in
      blocks += article.blocks.map { block in
        String(decoding: article.text[block.range.indices], as: UTF8.self)
          .split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
      }
    }
    return blocks
  }

  @Test(
    "A good example is silent under all rules, in markup as well", arguments: good,
    [Disguise.plain] + Disguise.markup)
  func isSilent(good: Case, disguise: Disguise) throws {
    let example = try RuleExample(parsing: good.example)
    guard let text = disguise.apply(example.bytes) else { return }
    let found = try lint(text.bytes, text.format, as: good.rule)
      .map { Place(rule: $0.rule, range: $0.range) }
    #expect(found == [], "\(disguise.name): \(example.text)")
  }

  @Test("There are rules, and every check that they name exists and takes their options")
  func registry() throws {
    #expect(Self.rules.count > 50)
    #expect(Linter(authoring: try Self.files()).problems == [])
    #expect(Self.rules.map(\.id) == Array(Set(Self.rules.map(\.id))).sorted())
  }

  /// The files under `Rules/`, as the build compiles them, which knows no checks.
  private static func files() throws -> [RuleSource] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".yml") }.map { path in
      RuleSource(path: path, text: Array(try Data(contentsOf: folder.appending(path: path))))
    }
  }

  private func lint(
    _ bytes: [UInt8], _ format: any TextFormat = PlainText(), as rule: RuleID
  ) throws -> [Finding] {
    let linter = try #require(Self.linters[String(rule.pack)] ?? Self.linters["every"])
    return linter.lint(try Source(decoding: bytes), as: format).findings
  }
}
