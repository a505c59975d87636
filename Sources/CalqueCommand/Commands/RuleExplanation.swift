import Calque
import CalqueFindings
import CalqueRules

/// All that a rule says of itself, as a page for a terminal.
struct RuleExplanation {
  private static let labelWidth = 10

  /// The page.
  let text: [UInt8]

  init(_ rule: RuleDescription) {
    let status = rule.status == .stable ? "" : "\(rule.status.rawValue) · "
    var lines = [
      "\(rule.id) · \(status)\(rule.severity.rawValue) · \(rule.category)", rule.message, "",
    ]
    lines += Self.entry("why", [rule.why])
    lines += Self.entry("original", [rule.original])
    lines += Self.entry("pattern", rule.patterns)
    lines += Self.entry("check", [rule.check])
    let options = Linter.checks.first { $0.name == rule.check }?.options ?? []
    lines += Self.entry("options", options.map { "\($0.name): \($0.expectation)" })
    lines += Self.entry("needs", rule.needs)
    lines += Self.entry("fix", rule.fixes)
    lines += Self.entry("advice", [rule.advice])
    lines += Self.entry("measured", [rule.precision?.sentence ?? ""])
    lines += Self.entry("stage", [rule.stage])
    lines += Self.entry("bad", rule.bad)
    lines += Self.entry("good", rule.good)
    text = Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Lines of one label; values of several lines keep their lines.
  private static func entry(_ label: String, _ values: [String]) -> [String] {
    let indent = String(repeating: " ", count: labelWidth)
    let lines = values.filter { !$0.isEmpty }.flatMap { value in
      value.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return lines.enumerated().map { number, line in
      number == 0 ? label + indent.dropFirst(label.count) + line : indent + line
    }
  }
}
