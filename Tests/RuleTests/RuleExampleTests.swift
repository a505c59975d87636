import Calque
import CalqueFindings
import CalqueRules
import CalqueText
import Testing

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

  private static let languages = ["es", "pt", "fr", "it", "de", "ru", "zh"]

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
    let found = try lint(text.bytes, as: bad.rule).map { Place(rule: $0.rule, range: $0.range) }
      .filter { $0.rule != disguise.seenBy || $0.rule == bad.rule }
    let expected = example.ranges.map {
      Place(rule: bad.rule, range: TextRange(text.place($0.start), text.place($0.end)))
    }
    #expect(found == expected, "\(disguise.name): \(example.text)")
  }

  @Test("A fix gives the mended text, in which nothing is found", arguments: bad)
  func mends(bad: Case) throws {
    let example = try RuleExample(parsing: bad.example)
    guard let mended = example.mended else { return }
    let findings = try lint(example.bytes, as: bad.rule)
    let edits = findings.flatMap { $0.fixes.first?.edits ?? [] }
    #expect(apply(edits, to: example.bytes) == mended)
    #expect(
      try lint(Array(mended.utf8), as: bad.rule).map(\.rule) == [], "in the mended text: \(mended)")
  }

  @Test("A good example is silent under all rules", arguments: good)
  func isSilent(good: Case) throws {
    let example = try RuleExample(parsing: good.example)
    let found = try lint(example.bytes, as: good.rule).map { Place(rule: $0.rule, range: $0.range) }
    #expect(found == [], "\(example.text)")
  }

  @Test("There are rules, and every check that they name exists")
  func registry() {
    #expect(Self.rules.count > 50)
    #expect(Set(Self.rules.map(\.check)).subtracting([""]).subtracting(Linter.checkNames) == [])
    #expect(Self.rules.map(\.id) == Array(Set(Self.rules.map(\.id))).sorted())
  }

  private func lint(_ bytes: [UInt8], as rule: RuleID) throws -> [Finding] {
    let linter = try #require(Self.linters[String(rule.pack)] ?? Self.linters["every"])
    return linter.lint(try Source(decoding: bytes))
  }

  private func apply(_ edits: [Edit], to text: [UInt8]) -> String {
    var text = text
    for edit in edits.sorted(by: { $1.range < $0.range }) {
      text.replaceSubrange(edit.range.indices, with: Array(edit.replacement.utf8))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
