import CalqueRules
import CalqueTesting
import CalqueText
import Testing

@testable import Calque
@testable import CalqueEngine

/// The scan by anchors against a scan that tries patterns at every token.
@Suite("Scan of an article")
struct RuleScannerTests {
  /// Rules that each text is tried for, drawn by chance, beside those of which it has examples.
  private static let otherRules = 8
  private static let sampleCount = 12

  @Test("Every match in examples of rules is found", arguments: 0..<UInt64(4))
  func examples(seed: UInt64) {
    checkSamples(seed) { $0.sample(using: &$1) }
  }

  @Test("Every match in damaged examples is found", arguments: 0..<UInt64(4))
  func damagedExamples(seed: UInt64) {
    checkSamples(seed) { $0.damagedSample(using: &$1) }
  }

  private func checkSamples(
    _ seed: UInt64, _ sample: (ExampleTexts, inout SeededGenerator) -> ExampleTexts.Sample
  ) {
    let program = RuleProgram.builtIn
    let texts = ExampleTexts(program)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Self.sampleCount {
      check(sample(texts, &generator), program, using: &generator)
    }
  }

  /// Tries patterns at every token of a text, and expects of the scan for each match one that
  /// starts no later and reaches into it: of several starts the scan takes the farthest.
  private func check(
    _ sample: ExampleTexts.Sample, _ program: RuleProgram, using generator: inout SeededGenerator
  ) {
    let survey = TextSurvey(Engine.Section(sample.document))
    let article = Article(survey, program: program, judgement: nil)
    var scanner = RuleScanner(article, isOn: program.rules.map { _ in true })
    let result = scanner.scan()
    var probes = ProbeFinder(article)
    let others = (0..<Self.otherRules).map { _ in
      Int.random(in: program.rules.indices, using: &generator)
    }
    let rules = Set(sample.rules + others)
    let needs = Set(rules.flatMap { program.rules[$0].needs.indices })
    for (index, pattern) in program.patterns.enumerated() {
      let owner = Int(pattern.owner)
      switch Pattern.Role(rawValue: pattern.role) {
      case .finding where rules.contains(owner) && program.rules[owner].isStable:
        for match in naiveMatches(of: pattern, in: article) {
          let found = result.matches.first { $0.rule == owner }?.matches ?? []
          let isFound = found.contains {
            $0.whole.lowerBound <= match.lowerBound && $0.whole.upperBound > match.lowerBound
          }
          #expect(isFound, "pattern \(index) in “\(article.string(match))”")
        }
      case .probe where needs.contains(owner):
        let match = naiveMatches(of: pattern, in: article).first
        #expect(match == nil || probes.place(of: owner) != nil, "probe \(index)")
      case .finding, .probe, .evidence, .exception, nil:
        break
      }
    }
  }

  private func naiveMatches(of pattern: Pattern, in article: Article) -> [Range<Int>] {
    var matcher = PatternMatcher(article)
    return article.document.blocks.flatMap { block in
      block.tokens.compactMap { token in
        guard article.tokens[token].kind != .quote else { return nil }
        let first = matcher.reader.firstMark(before: token, in: block.tokens)
        guard matcher.matches(pattern, at: first, in: block.tokens), matcher.end > token else {
          return nil
        }
        return first..<matcher.end
      }
    }
  }
}
