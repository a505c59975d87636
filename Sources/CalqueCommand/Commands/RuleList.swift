import CalqueFindings
import CalqueReporters

/// A list of rules as `calque rules` prints it.
enum RuleList {
  /// Version of the JSON form; members may be added under the same one.
  private static let formatVersion = 1

  /// Returns one line a rule: `id  level  message`, aligned; a rule that is not in use has its
  /// status in the place of its level.
  static func text(_ rules: [RuleDescription]) -> [UInt8] {
    let width = rules.map(\.id.text.count).max() ?? 0
    let levelWidth = Severity.allCases.map(\.rawValue.count).max() ?? 0
    return rules.flatMap { rule in
      let id = padded(rule.id.text, to: width)
      let word = rule.status == .stable ? rule.severity.rawValue : rule.status.rawValue
      let level = padded(word, to: levelWidth)
      return Array("\(id)  \(level)  \(rule.message)\n".utf8)
    }
  }

  /// Returns one JSON document, one line a rule.
  static func json(_ rules: [RuleDescription]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { list in
      list.member("version", formatVersion)
      list.array("rules") { items in
        for rule in rules {
          items.lineBreak()
          write(rule, to: &items)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ rule: RuleDescription, to writer: inout JSONWriter) {
    writer.object { item in
      item.member("id", rule.id.text)
      item.member("level", rule.severity.rawValue)
      item.member("status", rule.status.rawValue)
      if let precision = rule.precision {
        item.object("precision") { counts in
          counts.member("right", precision.right)
          counts.member("read", precision.read)
        }
      }
      item.member("category", rule.category)
      item.member("message", rule.message)
      item.member("why", rule.why)
      item.member("advice", rule.advice)
      item.member("original", rule.original)
      item.member("stage", rule.stage)
      item.member("check", rule.check)
      item.array("patterns", of: rule.patterns)
      item.array("fixes", of: rule.fixes)
      item.array("needs", of: rule.needs)
      item.array("bad", of: rule.bad)
      item.array("good", of: rule.good)
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
