public import CalqueFindings
internal import CalqueText

/// Findings that are known already: those of an earlier report in JSON.
///
/// A finding is known by its file's path and its fingerprint, which stays when text is added or
/// moved; a sentence that was changed is looked at anew.
public struct Baseline: Sendable {
  private var known: [String: Set<Fingerprint>] = [:]

  /// Reads the findings of a report that calque wrote as JSON.
  ///
  /// O(length).
  public init(report bytes: [UInt8]) throws(BaselineError) {
    let (value, problems) = JSONReader.read(bytes)
    guard let value, problems.isEmpty else {
      let line = problems.first.map {
        LineMap(bytes).position(of: $0.range.start, in: .scalar).line
      }
      throw .syntax(line: line ?? 1, problems.first?.message ?? "")
    }
    guard case .number(let version)? = value["version"], case .array(let files)? = value["files"]
    else { throw .noReport }
    guard version == "1" else { throw .version(version) }
    for file in files {
      guard case .string(let path)? = file["path"], case .array(let findings)? = file["findings"]
      else { throw .noReport }
      for finding in findings {
        guard case .string(let digits)? = finding["fingerprint"],
          let bits = UInt64(digits, radix: 16)
        else { throw .noReport }
        known[path, default: []].insert(Fingerprint(bits))
      }
    }
  }

  /// Returns the findings of a file that are not known; they have fingerprints.
  public func unknown(_ findings: [Finding], path: String) -> [Finding] {
    guard let known = known[path] else { return findings }
    return findings.filter { !known.contains($0.fingerprint) }
  }
}

/// Why a file is no baseline.
@nonexhaustive
public enum BaselineError: Error, Sendable, Hashable {
  /// It is no JSON.
  case syntax(line: Int, String)
  /// It is no report of calque's.
  case noReport
  /// It is of a version that this one does not know.
  case version(String)
}

extension BaselineError: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .syntax(let line, let message): "no baseline: line \(line): \(message)"
    case .noReport: "no baseline: write one with “--format json --output FILE”"
    case .version(let version):
      "the baseline is a report of version \(version), and version 1 is known; write it anew"
    }
  }
}

extension JSONValue {
  /// The value of a key; nil where there is none, or no object.
  fileprivate subscript(_ key: String) -> Content? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value.content
  }
}
