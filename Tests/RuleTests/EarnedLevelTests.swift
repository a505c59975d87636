import Calque
import CalqueFindings
import Foundation
import Testing

/// Levels of the rules of source languages against what was measured: `make eval-rules` writes how
/// often each rule was found in which kind of text, and `Documentation/Measurements.md` has the
/// conditions.
@Suite("Earned levels") struct EarnedLevelTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Findings of a rule by kind of text; a rule that is not measured yet has none.
  private static let figures: [String: [String: Int]] = {
    let file = root.appending(path: "Evaluation/rule-figures.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let kinds = rows.first?.dropFirst() else { return [:] }
    return rows.dropFirst().reduce(into: [:]) { figures, row in
      let counts = row.dropFirst().compactMap { Int($0) }
      figures[row[0]] = Dictionary(uniqueKeysWithValues: zip(kinds, counts))
    }
  }()

  /// The rules of packs that are for a source language.
  private static let rules = Linter().rules.filter { rule in
    let pack = root.appending(path: "Rules/\(rule.id.pack)/pack.yml")
    return FileManager.default.fileExists(atPath: pack.path)
  }

  private static func originals(_ rule: RuleDescription) -> Int? {
    figures[rule.id.text]?["originals"]
  }

  @Test("The figures are there and name rules that there are")
  func figuresAreThere() {
    #expect(Self.figures.count > 1000)
    let known = Set(Self.rules.map(\.id.text))
    #expect(Self.figures.keys.filter { !known.contains($0) }.sorted() == [])
  }

  @Test("An error was read, was right, and is silent on English originals")
  func errors() {
    let errors = Self.rules.filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    for rule in errors {
      #expect(rule.precision?.highestLevel == .error, "\(rule.id): \(rule.precision as Any)")
      #expect(Self.originals(rule) == 0, "\(rule.id)")
    }
  }

  @Test("A rule that speaks alone is silent on English originals")
  func alone() {
    let alone = Self.rules.filter(\.speaksAlone)
    #expect(!alone.isEmpty)
    for rule in alone { #expect(Self.originals(rule) == 0, "\(rule.id)") }
  }

  @Test("A warning was found at most twice in English originals, and right in 85 of 100 if read")
  func warnings() {
    for rule in Self.rules where rule.severity == .warning {
      #expect(Self.originals(rule) ?? 0 <= 2, "\(rule.id)")
      #expect(rule.precision.map { $0.highestLevel >= .warning } ?? true, "\(rule.id)")
    }
  }
}
