public import CalqueFindings
internal import CalqueText

/// JUnit's XML, which every CI server shows as tests: a suite a file, a failed test a finding.
///
/// A last suite, `calque`, has one test that passes, for servers take a report without tests for a
/// fault, and one in error for each thing that could not be read. A long file that is read in parts
/// has a suite for each part.
public struct JUnitReporter: Reporter {
  /// Creates a reporter.
  public init() {}

  /// Nothing: each suite ends its line.
  public var separator: [UInt8] { [] }

  /// No fix is shown.
  public var detail: FindingDetail { .brief }

  /// Returns the start of the document.
  public func header(_ run: Run) -> [UInt8] {
    var writer = XMLWriter()
    writer.startDocument()
    writer.open("testsuites", [("name", "calque")])
    return writer.bytes
  }

  /// Returns the suite of a file.
  public func findings(_ file: FileReport, _ run: Run) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let places = Places(file.source, unit: run.columnUnit)
    let path = ArtifactPath(file.path, workingFolder: run.workingFolder).text
    var writer = XMLWriter()
    let count = file.findings.count
    writer.openSuite(path, tests: count, failures: count, errors: 0)
    for finding in file.findings {
      let start = places.start(of: finding.range)
      let related = finding.related.map { related in
        "\(Self.shown(places.start(of: related.range), in: path)): \(related.note)"
      }
      writer.open(
        "testcase",
        [("name", "\(finding.rule.text) at \(start.line):\(start.column)"), ("classname", path)])
      writer.element(
        "failure", [("type", finding.severity.word), ("message", finding.message)],
        lines: [Self.shown(start, in: path)] + related)
      writer.close("testcase")
    }
    writer.close("testsuite")
    return writer.bytes
  }

  /// Returns the suite of the run and the end of the document.
  public func footer(_ summary: RunSummary, _ run: Run) -> [UInt8] {
    var writer = XMLWriter()
    let unread = summary.notifications
    writer.openSuite("calque", tests: unread.count + 1, failures: 0, errors: unread.count)
    writer.element("testcase", [("name", "linting"), ("classname", "calque")])
    for notification in unread {
      let place = notification.position.map { ":\($0.line):\($0.column)" } ?? ""
      let name = notification.path + place
      writer.open("testcase", [("name", name.isEmpty ? "the run" : name), ("classname", "calque")])
      writer.element("error", [("type", "error"), ("message", notification.message)])
      writer.close("testcase")
    }
    writer.close("testsuite")
    writer.close("testsuites")
    return writer.bytes
  }

  private static func shown(_ place: LineMap.Position, in path: String) -> String {
    // It may stand at the start of a line.
    "\(VisibleText.shown(path: path)), line \(place.line), column \(place.column)"
  }
}

extension XMLWriter {
  fileprivate mutating func openSuite(_ name: String, tests: Int, failures: Int, errors: Int) {
    open(
      "testsuite",
      [
        ("name", name), ("tests", String(tests)), ("failures", String(failures)),
        ("errors", String(errors)),
      ])
  }
}
