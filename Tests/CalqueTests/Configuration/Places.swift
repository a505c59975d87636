import CalqueFindings
import CalqueText

/// Returns findings as lines `line:column-column rule: message`, whole and easy to compare.
func lines(_ findings: [Finding], in text: String) -> [String] {
  let map = LineMap(Array(text.utf8))
  return findings.map { finding in
    let start = map.position(of: finding.range.start, in: .scalar)
    let end = map.position(of: finding.range.end, in: .scalar)
    let place = "\(start.line):\(start.column)-\(end.column)"
    return "\(place) \(finding.rule): \(finding.message)"
  }
}
