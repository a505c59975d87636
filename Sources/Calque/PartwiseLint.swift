public import CalqueFindings
public import CalqueFormats
public import CalqueText

/// Lints a file in parts of whole lines, so that memory depends on its longest line and on what is
/// found, not on its length.
///
/// The findings are those of the whole file; as in any long text, those that compare places see as
/// far as their section reaches.
public struct PartwiseLint {
  private let linter: Linter
  private let detail: FindingDetail
  private var fingerprinting = Fingerprinting()
  private var reader: any PartwiseReader
  /// How much the first article speaks for each source language, once it was read.
  private var evidence: LanguageEvidence?

  /// Prepares to lint a file.
  public init(
    _ linter: Linter, with reader: any PartwiseReader, detail: FindingDetail = .complete
  ) {
    self.linter = linter
    self.reader = reader
    self.detail = detail
  }

  /// Lints the next part; all ranges are bytes of the part, and the evidence is that of the file.
  ///
  /// O(length).
  public mutating func lint(_ part: Source) -> Linter.Result {
    var batch = linter.batch(detail)
    batch.add(part, fingerprinting) { reader.read(part, $0) }
    var result: Linter.Result
    (result, fingerprinting) = batch.finish()[0]
    if evidence == nil, result.articleCount > 0 { evidence = result.evidence }
    result.evidence = evidence ?? result.evidence
    return result
  }

  /// Returns what there is to say at the end of the file; offsets are those of its last part.
  public func finish(_ last: Source) -> [FormatFault] { reader.finish(last) }
}
