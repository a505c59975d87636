public import CalqueFindings
public import CalqueFormats
public import CalqueText

/// Lints a file of JSON Lines in parts of whole lines, so that memory depends on its longest line
/// and not on its length.
///
/// The findings are those of the whole file.
public struct LinewiseLint {
  private let linter: Linter
  private let detail: FindingDetail
  private var fingerprinting = Fingerprinting()
  private var reader = JSONLinesReader()
  /// How much the first section of the first article speaks for each source language.
  public private(set) var evidence: LanguageEvidence?

  /// Prepares to lint a file.
  public init(_ linter: Linter, detail: FindingDetail = .complete) {
    self.linter = linter
    self.detail = detail
  }

  /// Returns the findings of the next lines, sorted by place, and what could not be read of them.
  ///
  /// All ranges are bytes of the part. O(length).
  public mutating func lint(_ part: Source) -> (findings: [Finding], faults: [FormatFault]) {
    var findings: [Finding] = []
    var (fingerprinting, evidence) = (self.fingerprinting, self.evidence)
    let faults = reader.read(part) { [linter, detail] article in
      let language = linter.lint(article, in: part, detail, &fingerprinting, &findings)
      evidence = evidence ?? language
    }
    (self.fingerprinting, self.evidence) = (fingerprinting, evidence)
    return (Linter.sorted(findings), faults)
  }

  /// Returns what there is to say at the end of the file; offsets are those of its last part.
  public func finish(_ last: Source) -> [FormatFault] { reader.finish(last) }
}
