import Calque
import CalqueFindings
import CalqueReporters

/// How often each rule fires, as a table.
struct RuleTable {
  /// Version of the JSON form; members may be added under the same one.
  private static let formatVersion = 1

  private let statistics: RuleStatistics
  private let ranking: [(rule: RuleDescription, count: Int)]

  init(_ statistics: RuleStatistics, _ rules: [RuleDescription]) {
    self.statistics = statistics
    ranking = statistics.ranking(rules)
  }

  /// One line a rule that found something: hits, hits in 10,000 words, level, id.
  var text: [UInt8] {
    let rows = ranking.filter { $0.count > 0 }.map { rule, count in
      [String(count), rate(count), rule.severity.rawValue, rule.id.text]
    }
    guard !rows.isEmpty else { return [] }
    let table = [["hits", "in 10,000", "level", "rule"]] + rows
    let widths = (0..<3).map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.map { row in
      Self.padding(row[0], widths[0]) + row[0] + "  " + Self.padding(row[1], widths[1]) + row[1]
        + "  " + row[2] + Self.padding(row[2], widths[2]) + "  " + row[3] + "\n"
    }
    return Array(lines.joined().utf8)
  }

  /// One JSON document, one line a rule, with the rules that found nothing.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { document in
      document.member("version", Self.formatVersion)
      document.member("files", statistics.textCount)
      document.member("words", statistics.wordCount)
      document.array("rules") { items in
        for (rule, count) in ranking {
          items.lineBreak()
          items.object { item in
            item.member("id", rule.id.text)
            item.member("level", rule.severity.rawValue)
            item.member("hits", count)
          }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// One line for people.
  var summary: String {
    let silent = ranking.count { $0.count == 0 }
    return "\(Count.of(statistics.total, "hit")) in \(Count.of(statistics.textCount, "file")), "
      + "\(Count.of(statistics.wordCount, "word")): \(rate(statistics.total)) in 10,000 words; "
      + "\(Count.of(silent, "rule")) of \(ranking.count) found nothing"
  }

  private func rate(_ count: Int) -> String { Count.rate(count, of: statistics.wordCount) }

  private static func padding(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count))
  }
}
