public import CalqueFindings

/// A page of the catalogue: all rules of one pack in Markdown.
public struct RulePage: Sendable, Hashable {
  /// Name of the pack.
  public let pack: String
  private let rules: [RuleDescription]

  /// Makes the pages of some rules, sorted by pack.
  public static func pages(of rules: [RuleDescription]) -> [RulePage] {
    Dictionary(grouping: rules) { String($0.id.pack) }
      .map { RulePage(pack: $0.key, rules: $0.value.sorted { $0.id < $1.id }) }
      .sorted { $0.pack < $1.pack }
  }

  /// The page.
  public var text: String {
    let count = rules.count == 1 ? "1 rule" : "\(rules.count) rules"
    return (["# \(pack)\n\n\(count).\n"] + rules.map(Self.section)).joined(separator: "\n")
  }

  private static func section(_ rule: RuleDescription) -> String {
    let status = rule.status == .stable ? "" : "**\(rule.status.rawValue)** · "
    var text = "## \(rule.id)\n\n\(status)**\(rule.severity.rawValue)** · \(rule.category)\n"
    text += "\n\(Markdown.escaped(rule.message))\n"
    text += paragraph("Why", rule.why)
    text += paragraph("Original", rule.original)
    text += paragraph("Advice", rule.advice)
    text += paragraph("Needs", rule.needs.joined(separator: ", "))
    text += paragraph("Measured", rule.precision?.sentence ?? "")
    text += examples("Bad", rule.bad)
    text += examples("Good", rule.good)
    return text
  }

  private static func paragraph(_ label: String, _ text: String) -> String {
    text.isEmpty ? "" : "\n**\(label):** \(Markdown.escaped(text))\n"
  }

  private static func examples(_ label: String, _ texts: [String]) -> String {
    guard !texts.isEmpty else { return "" }
    return "\n**\(label):**\n\n" + texts.map(Markdown.item).joined()
  }
}

extension MeasuredPrecision {
  /// What was measured, for people.
  package var sentence: String {
    "right in \(right) of \(read) \(read == 1 ? "finding" : "findings") read on texts of others"
  }
}

/// Text of rules in Markdown (CommonMark).
private enum Markdown {
  /// Returns text as a paragraph in which nothing is markup; line ends are spaces.
  static func escaped(_ text: String) -> String {
    let special = "\\`*_<>[]#&~|!"
    return text.split(whereSeparator: \.isNewline).joined(separator: " ").reduce(into: "") {
      if special.contains($1) { $0.append("\\") }
      $0.append($1)
    }
  }

  /// Returns a list item: one line as a paragraph, several as a block that keeps its lines.
  static func item(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let body = lines.last == "" ? lines.dropLast() : lines[...]
    guard body.count > 1 else { return "- \(escaped(text))\n" }
    // A fence is longer than every run of its mark in the text.
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let block = [fence + "text"] + body.map { String($0) } + [fence]
    return "- " + block.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n").dropFirst(2)
      + "\n"
  }
}
