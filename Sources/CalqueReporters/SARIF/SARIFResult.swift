internal import CalqueFindings

/// Writes a finding as a SARIF `result`.
struct SARIFResult {
  let finding: Finding
  /// GitHub's hash of the line.
  let lineHash: String?
  let places: SARIFPlaces

  /// Writes the result.
  func write(to results: inout JSONWriter) {
    results.object { result in
      result.member("ruleId", finding.rule.text)
      result.member("level", finding.severity.word)
      result.message("message", finding.message)
      result.array("locations") { locations in
        locations.object { places.writeLocation(finding.range, to: &$0) }
      }
      writeRelated(to: &result)
      writeFixes(to: &result)
      result.object("partialFingerprints") { fingerprints in
        if let lineHash { fingerprints.member("primaryLocationLineHash", lineHash) }
        fingerprints.member("calque/v1", finding.fingerprint.description)
      }
    }
  }

  private func writeRelated(to result: inout JSONWriter) {
    guard !finding.related.isEmpty else { return }
    result.array("relatedLocations") { locations in
      for (index, related) in finding.related.enumerated() {
        locations.object { location in
          location.member("id", index + 1)
          places.writeLocation(related.range, to: &location)
          location.message("message", related.note)
        }
      }
    }
  }

  private func writeFixes(to result: inout JSONWriter) {
    // SARIF wants each fix once and none without a change.
    var seen: Set<Fix> = []
    let fixes = finding.fixes.filter { !$0.edits.isEmpty && seen.insert($0).inserted }
    guard !fixes.isEmpty else { return }
    result.array("fixes") { array in
      for fix in fixes {
        array.object { record in
          record.message("description", fix.summary)
          record.array("artifactChanges") { changes in
            changes.object { places.writeChange(fix.edits, to: &$0) }
          }
          record.object("properties") { $0.member("safety", fix.safety.rawValue) }
        }
      }
    }
  }
}
