internal import CalqueFindings

/// Writes what a rule says of itself as a SARIF `reportingDescriptor`.
struct SARIFRule {
  /// Longest short or full description that GitHub takes, in characters.
  private static let descriptionLimit = 1024

  private let rule: RuleDescription

  init(_ rule: RuleDescription) {
    self.rule = rule
  }

  /// Writes the descriptor.
  func write(to rules: inout JSONWriter) {
    rules.object { record in
      record.member("id", rule.id.text)
      record.member("name", name)
      record.object("shortDescription") { $0.member("text", description(rule.message)) }
      record.object("fullDescription") { $0.member("text", description(rule.why)) }
      record.object("defaultConfiguration") { $0.member("level", rule.severity.word) }
      record.object("help") { help in
        help.member("text", helpText)
        help.member("markdown", helpMarkdown)
      }
      record.object("properties") { properties in
        properties.array("tags", of: tags)
        if !rule.stage.isEmpty { properties.member("stage", rule.stage) }
        properties.member(
          "precision", rule.precision?.word ?? rule.severity.precisionWord)
        properties.member("problem.severity", rule.severity.problemWord)
      }
    }
  }

  /// The rule's own name in Pascal case: `NarrowCoordination`.
  private var name: String {
    let words = rule.id.text.dropFirst(rule.id.pack.count).split { !$0.isLetter && !$0.isNumber }
    let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return name.isEmpty ? rule.id.text : name
  }

  private var tags: [String] {
    (rule.category.isEmpty ? [] : ["MQM:" + rule.category])
      + (rule.stage.isEmpty ? [] : ["stage:" + rule.stage])
  }

  /// GitHub takes an empty description for a missing one and refuses a long one.
  private func description(_ text: String) -> String {
    let chosen = [text, rule.message].first { !$0.isEmpty } ?? rule.id.text
    guard chosen.count > Self.descriptionLimit else { return chosen }
    return chosen.prefix(Self.descriptionLimit - 1) + "…"
  }
}

/// The help page, once in plain text and once in Markdown.
extension SARIFRule {
  /// A part of the page: a heading and what stands under it, one line each.
  private struct Section {
    let heading: String
    let lines: [String]
  }

  private var sections: [Section] {
    [
      Section(heading: "The source will have said", lines: [rule.original]),
      Section(heading: "What to do", lines: [rule.advice]),
      Section(heading: "Fix", lines: rule.fixes),
      Section(heading: "Wrong", lines: rule.bad),
      Section(heading: "Right", lines: rule.good),
    ].compactMap { section in
      let lines = section.lines.filter { !$0.isEmpty }
      return lines.isEmpty ? nil : Section(heading: section.heading, lines: lines)
    }
  }

  private var introduction: [String] {
    [rule.message.isEmpty ? rule.id.text : rule.message, rule.why].filter { !$0.isEmpty }
  }

  private var helpText: String {
    let parts = sections.map { section in
      "\(section.heading):\n" + section.lines.map { "  " + $0 }.joined(separator: "\n")
    }
    return (introduction + parts).joined(separator: "\n\n")
  }

  private var helpMarkdown: String {
    let parts = sections.map { section in
      "**\(section.heading)**\n\n"
        + section.lines.map { "- " + Self.escapedMarkdown($0) }.joined(separator: "\n")
    }
    return (introduction.map(Self.escapedMarkdown) + parts).joined(separator: "\n\n")
  }

  /// Escapes what Markdown or HTML would read as markup.
  private static func escapedMarkdown(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 5 / 4)
    for byte in text.utf8 {
      switch Unicode.Scalar(byte) {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "&", "~", "$", "@":
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      case "\n", "\r":
        result.append(UInt8(ascii: " "))
      default:
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
