import Calque
import CalqueFindings
import CalqueText
import Testing

@Suite("Statistics of rules") struct RuleStatisticsTests {
  private func statistics(_ text: String, _ rules: [String]) throws -> RuleStatistics {
    let findings = rules.map {
      Finding(rule: RuleID($0), severity: .note, range: TextRange(0, 1), message: "")
    }
    return RuleStatistics(of: findings, in: try Source(decoding: Array(text.utf8)))
  }

  @Test("Texts are counted together, and rules ranked by what they found")
  func adds() throws {
    var statistics = try statistics("Two piers, 3 halls.\n\nOne end.", ["a/b", "a/c", "a/c"])
    #expect(statistics.wordCount == 6)
    statistics.add(try self.statistics("", []))
    statistics.add(try self.statistics("Pier.", ["a/b", "a/b"]))
    #expect(statistics.counts == [RuleID("a/b"): 3, RuleID("a/c"): 2])
    #expect(statistics.wordCount == 7)
    #expect(statistics.textCount == 3)
    #expect(statistics.total == 5)
    let ranking = statistics.ranking(Linter().rules.suffix(2))
    #expect(ranking.map(\.count) == [0, 0])
    #expect(ranking.map(\.rule) == Array(Linter().rules.suffix(2)))
  }
}
