public import CalqueFindings
internal import CalqueText

/// All of a run as one JSON document, made for programs.
///
/// `Documentation/Schemas/findings-1.json` describes it. Members may be added under the same
/// version; one that goes or changes its meaning makes a new version.
public struct JSONReporter: Reporter {
  /// Version of the document's form.
  public static let formatVersion = 1

  /// Creates a reporter.
  public init() {}

  /// Comma and line break, between two files.
  public var separator: [UInt8] { Array(",\n".utf8) }

  /// All of it.
  public var detail: FindingDetail { .complete }

  /// Returns the tool and the unit of columns.
  public func header(_ run: Run) -> [UInt8] {
    var writer = JSONWriter()
    writer.openObject()
    writer.member("version", Self.formatVersion)
    writer.object("tool") { tool in
      tool.member("name", "calque")
      tool.member("version", run.version)
    }
    writer.member("columnUnit", run.columnUnit.rawValue)
    writer.key("files")
    writer.openArray()
    writer.lineBreak()
    return writer.bytes
  }

  /// Comma, between two findings.
  public var findingSeparator: [UInt8] { [UInt8(ascii: ",")] }

  /// Returns the start of a file's record, which is one line.
  public func opening(_ file: FileReport, _ run: Run) -> [UInt8] {
    var writer = JSONWriter()
    writer.openObject()
    writer.member("path", file.path)
    writer.member("encoding", file.source.encoding.name)
    writer.object("evidence") { scores in
      for score in file.evidence { scores.member(score.language, score.thousandths) }
    }
    writer.key("findings")
    writer.openArray()
    return writer.bytes
  }

  /// Returns the records of findings.
  public func findings(_ file: FileReport, _ run: Run) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let places = Places(file.source, unit: run.columnUnit)
    var writer = JSONWriter()
    for finding in file.findings { writer.write(finding, places, run) }
    return writer.bytes
  }

  /// The end of a file's record.
  public var closing: [UInt8] {
    var writer = JSONWriter()
    writer.closeArray()
    writer.closeObject()
    return writer.bytes
  }

  /// Returns the counts and what went wrong on the way.
  public func footer(_ summary: RunSummary, _ run: Run) -> [UInt8] {
    var writer = JSONWriter()
    writer.endLine()
    writer.closeArray()
    writer.object("summary") { record in
      record.member("files", summary.fileCount)
      for severity in Severity.allCases.reversed() {
        record.member(severity.word + "s", summary.counts[severity])
      }
      record.member("exitStatus", summary.exitStatus)
    }
    writer.array("notifications") { notifications in
      for notification in summary.notifications {
        notifications.object { record in
          record.member("path", notification.path)
          record.member("message", notification.message)
          guard let position = notification.position else { return }
          record.member("line", position.line)
          record.member("column", position.column)
        }
      }
    }
    writer.closeObject()
    writer.endLine()
    return writer.bytes
  }
}

/// The records of version 1; a version 2 is a second set of these.
extension JSONWriter {
  fileprivate mutating func write(_ finding: Finding, _ places: Places, _ run: Run) {
    object { record in
      record.member("rule", finding.rule.text)
      record.member("severity", finding.severity.word)
      record.member("message", finding.message)
      let rule = run.classification(finding.rule)
      record.member("category", rule?.category ?? "")
      record.member("stage", rule?.stage ?? "")
      record.write(finding.range, at: places)
      record.array("related") { related in
        for place in finding.related {
          related.object { record in
            record.member("note", place.note)
            record.write(place.range, at: places)
          }
        }
      }
      record.array("fixes") { fixes in
        for fix in finding.fixes { fixes.write(fix, places) }
      }
      record.member("fingerprint", finding.fingerprint.description)
    }
  }

  private mutating func write(_ fix: Fix, _ places: Places) {
    object { record in
      record.member("summary", fix.summary)
      record.member("safety", fix.safety.rawValue)
      record.array("edits") { edits in
        for edit in fix.edits {
          edits.object { record in
            record.write(places.bytes(of: edit.range))
            record.member("replacement", edit.replacement)
          }
        }
      }
    }
  }

  private mutating func write(_ range: TextRange, at places: Places) {
    write(places.bytes(of: range))
    let place = places.place(of: range)
    member("line", place.start.line)
    member("column", place.start.column)
    member("endLine", place.end.line)
    member("endColumn", place.end.column)
  }

  private mutating func write(_ bytes: Range<Int>) {
    object("range") { record in
      record.member("start", bytes.lowerBound)
      record.member("end", bytes.upperBound)
    }
  }
}
