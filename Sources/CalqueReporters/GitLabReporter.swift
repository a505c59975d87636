public import CalqueFindings
internal import CalqueText

/// GitLab's Code Quality report: findings stand in the merge request that brings them.
///
/// An array of Code Climate issues, of which GitLab reads description, rule, fingerprint, severity,
/// path and first line. It tells new findings from old ones by the fingerprint, which must be the
/// only one of the report: that of the finding is joined with the path. What could not be read
/// stands on standard error alone, for the format has no place for it.
public struct GitLabReporter: Reporter {
  /// Creates a reporter.
  public init() {}

  /// Comma and line break, between two issues.
  public var separator: [UInt8] { Array(",\n".utf8) }

  /// Fingerprints are needed.
  public var detail: FindingDetail { .complete }

  /// Returns the start of the array.
  public func header(_ run: Run) -> [UInt8] { Array("[\n".utf8) }

  /// Returns the issues of a file, one a line.
  public func findings(_ file: FileReport, _ run: Run) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    let places = Places(file.source, unit: run.columnUnit)
    let path = ArtifactPath(file.path, workingFolder: run.workingFolder).text
    var writer = JSONWriter()
    for (index, finding) in file.findings.enumerated() {
      if index > 0 { writer.lineBreak() }
      writer.object { issue in
        issue.member("description", finding.message)
        issue.member("check_name", finding.rule.text)
        issue.member("fingerprint", finding.fingerprint.joined(with: path).description)
        issue.member("severity", finding.severity.codeQualityWord)
        issue.object("location") { location in
          location.member("path", path)
          let place = places.place(of: finding.range)
          location.object("lines") { lines in
            lines.member("begin", place.start.line)
            lines.member("end", place.end.line)
          }
        }
      }
    }
    return writer.bytes
  }

  /// Returns the end of the array.
  public func footer(_ summary: RunSummary, _ run: Run) -> [UInt8] { Array("\n]\n".utf8) }
}

extension Fingerprint {
  /// Returns the fingerprint of this finding in one file among others.
  fileprivate func joined(with path: String) -> Fingerprint {
    let bytes = stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: bits >> $0) }
    return Fingerprint(Self.hash(bytes, behind: Self.hash(path.utf8)))
  }
}
