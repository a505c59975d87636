public import CalqueFindings
internal import CalqueText

/// Workflow commands of GitHub Actions: each finding stands at its line of a pull request.
///
///     ::error file=a.txt,line=5,endLine=5,col=21,endColumn=42,title=es/narrow-coordination::…
///
/// GitHub shows ten errors, ten warnings and ten notices of a step; a last notice says how many
/// there are where that is not all. Values are escaped as the runner's own toolkit does it: `%`,
/// line breaks, and `:` and `,` in what stands before the message.
public struct GitHubReporter: Reporter {
  /// Annotations of one level that GitHub shows of a step.
  private static let annotationLimit = 10

  /// Creates a reporter.
  public init() {}

  /// Nothing: each line ends itself.
  public var separator: [UInt8] { [] }

  /// No fix is shown.
  public var detail: FindingDetail { .brief }

  /// Returns nothing.
  public func header(_ run: Run) -> [UInt8] { [] }

  /// Returns the commands of a file, one a line.
  public func findings(_ file: FileReport, _ run: Run) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let places = Places(file.source, unit: run.columnUnit)
    let path = ArtifactPath(file.path, workingFolder: run.workingFolder).text
    var text: [UInt8] = []
    for finding in file.findings {
      var command = WorkflowCommand(finding.severity)
      command.set("file", path)
      command.set(places.place(of: finding.range))
      command.set("title", finding.rule.text)
      let related = finding.related.map { related in
        let start = places.start(of: related.range)
        return "\(start.line):\(start.column): \(related.note)"
      }
      text += command.line([finding.message] + related)
    }
    return text
  }

  /// Returns what could not be read, and how many findings GitHub leaves out.
  public func footer(_ summary: RunSummary, _ run: Run) -> [UInt8] {
    var text: [UInt8] = []
    for notification in summary.notifications {
      var command = WorkflowCommand(.error)
      if !notification.path.isEmpty {
        command.set("file", ArtifactPath(notification.path, workingFolder: run.workingFolder).text)
      }
      if let position = notification.position { command.set("line", String(position.line)) }
      command.set("title", "calque")
      text += command.line([notification.message])
    }
    if Severity.allCases.contains(where: { summary.counts[$0] > Self.annotationLimit }) {
      var command = WorkflowCommand(.note)
      command.set("title", "calque")
      text += command.line([
        "\(summary.counts); GitHub shows \(Self.annotationLimit) of each of a step"
      ])
    }
    return text
  }
}

/// One workflow command while it is written.
private struct WorkflowCommand {
  private var start: String
  private var hasProperties = false

  init(_ severity: Severity) {
    start = "::" + severity.workflowWord
  }

  mutating func set(_ name: String, _ value: String) {
    // The runner takes an empty property for a missing one.
    guard !value.isEmpty else { return }
    start += (hasProperties ? "," : " ") + name + "=" + Self.escaped(value, ["%", ":", ","])
    hasProperties = true
  }

  /// Sets lines and columns; the runner drops columns of a place of several lines.
  mutating func set(_ place: Places.Place) {
    set("line", String(place.start.line))
    set("endLine", String(place.end.line))
    guard place.start.line == place.end.line else { return }
    set("col", String(place.start.column))
    set("endColumn", String(place.end.column))
  }

  /// Returns the whole command, which is one line, with a message of some lines.
  func line(_ message: [String]) -> [UInt8] {
    let lines = message.map { Self.escaped($0, ["%"]) }
    return Array((start + "::" + lines.joined(separator: "%0A") + "\n").utf8)
  }

  /// Returns a text in which some marks of ASCII are written as `%` and two digits.
  private static func escaped(_ text: String, _ marks: Set<Unicode.Scalar>) -> String {
    VisibleText.shown(text).unicodeScalars.reduce(into: "") { result, scalar in
      if marks.contains(scalar) {
        result += "%" + scalar.hexadecimal
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
