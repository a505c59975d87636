public import CalqueFindings
internal import CalqueText

/// SARIF 2.1.0, the format of code scanning services.
///
/// Everything that GitHub reads and the rest of what the standard offers for a finding: fixes,
/// snippets, related places, byte offsets. One result a line, keys always in the same order.
/// GitHub keeps the first 5,000 results of a run and refuses more than 25,000.
public struct SARIFReporter: Reporter {
  private static let schemaURI =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// Creates a reporter.
  public init() {}

  /// Comma and line break, between two results.
  public var separator: [UInt8] { Array(",\n".utf8) }

  /// All of it.
  public var detail: FindingDetail { .complete }

  /// The rules that have reported are described behind the results: there are thousands of others.
  public var namesRules: Bool { true }

  /// Returns what is known before the first file.
  public func header(_ run: Run) -> [UInt8] {
    var writer = JSONWriter()
    writer.openObject()
    writer.member("$schema", Self.schemaURI)
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.openArray()
    writer.openObject()
    writer.member(
      "columnKind", run.sarifColumnUnit == .utf16 ? "utf16CodeUnits" : "unicodeCodePoints")
    writer.array("newlineSequences", of: ["\r\n", "\n", "\r"])
    writer.object("originalUriBaseIds") { bases in
      bases.object("SRCROOT") { $0.member("uri", ArtifactURI.folder(run.workingFolder)) }
    }
    // GitHub reads `category/run`; a slash at the end leaves the run to it.
    writer.object("automationDetails") { $0.member("id", "calque/") }
    writer.key("results")
    writer.openArray()
    writer.lineBreak()
    return writer.bytes
  }

  /// Returns the results of a file, one a line.
  public func findings(_ file: FileReport, _ run: Run) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let places = SARIFPlaces(file, run)
    // Counted in the text, which may be a part of the file.
    let lines = file.findings.map { places.line(of: $0.range) - file.source.origin.lines }
    let hashes = GitHubLineHash.hashes(of: file.source.bytes, lines: Set(lines))
    var writer = JSONWriter()
    for (index, (finding, line)) in zip(file.findings, lines).enumerated() {
      if index > 0 { writer.lineBreak() }
      SARIFResult(
        finding: finding, lineHash: hashes[line], places: places
      ).write(to: &writer)
    }
    return writer.bytes
  }

  /// Returns the rules and the invocation: exit status and what went wrong on the way.
  public func footer(_ summary: RunSummary, _ run: Run) -> [UInt8] {
    var writer = JSONWriter()
    writer.endLine()
    writer.closeArray()
    writer.object("tool") { tool in
      tool.object("driver") { Self.writeDriver(summary.rules, run, to: &$0) }
    }
    writer.array("invocations") { invocations in
      invocations.object { Self.writeInvocation(summary, run, to: &$0) }
    }
    writer.closeObject()
    writer.closeArray()
    writer.closeObject()
    writer.endLine()
    return writer.bytes
  }

  private static func writeDriver(_ rules: [RuleID], _ run: Run, to driver: inout JSONWriter) {
    driver.member("name", "calque")
    driver.member("version", run.version)
    driver.member("semanticVersion", run.version)
    driver.member("informationUri", Run.informationURI)
    driver.array("rules") { array in
      for rule in rules.compactMap(run.description) {
        array.lineBreak()
        SARIFRule(rule).write(to: &array)
      }
    }
  }

  private static func writeInvocation(
    _ summary: RunSummary, _ run: Run, to invocation: inout JSONWriter
  ) {
    // Findings are a success; a usage error or a file that could not be read is none.
    invocation.member("executionSuccessful", (0...1).contains(summary.exitStatus))
    invocation.member("exitCode", summary.exitStatus)
    invocation.object("workingDirectory") {
      $0.member("uri", ArtifactURI.folder(run.workingFolder))
    }
    invocation.array("toolExecutionNotifications") { notifications in
      for notification in summary.notifications {
        notifications.object { write(notification, run, to: &$0) }
      }
    }
  }

  private static func write(
    _ notification: RunSummary.Notification, _ run: Run, to record: inout JSONWriter
  ) {
    record.member("level", "error")
    record.message("message", notification.message)
    guard !notification.path.isEmpty else { return }
    record.array("locations") { locations in
      locations.object { location in
        location.object("physicalLocation") { physical in
          physical.writeArtifact(
            ArtifactURI(path: notification.path, workingFolder: run.workingFolder))
          guard let position = notification.position else { return }
          physical.object("region") { $0.member("startLine", position.line) }
        }
      }
    }
  }
}
