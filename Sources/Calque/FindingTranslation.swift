internal import CalqueFindings
internal import CalqueFormats
internal import CalqueText

/// Takes findings from the text of an article to the file that it was read from.
struct FindingTranslation {
  private let article: ExtractedText
  private let source: Source

  init(_ article: ExtractedText, _ source: Source) {
    self.article = article
    self.source = source
  }

  /// Returns findings with their ranges and edits in the source.
  ///
  /// A fix of which an edit cannot be written there exactly is left out.
  func translate(_ findings: [Finding]) -> [Finding] {
    article.offsets.isIdentity ? findings : findings.map(translate)
  }

  private func translate(_ finding: Finding) -> Finding {
    Finding(
      rule: finding.rule, severity: finding.severity,
      range: article.offsets.source(of: finding.range), message: finding.message,
      related: finding.related.map {
        Finding.Related(range: article.offsets.source(of: $0.range), note: $0.note)
      },
      fixes: finding.fixes.compactMap(translate), fingerprint: finding.fingerprint)
  }

  private func translate(_ fix: Fix) -> Fix? {
    var edits: [Edit] = []
    for edit in fix.edits {
      guard let (range, replacement) = article.edit(edit.range, edit.replacement, in: source)
      else { return nil }
      edits.append(Edit(range: range, replacement: replacement))
    }
    return Fix(summary: fix.summary, edits: edits, safety: fix.safety)
  }
}
