import CalqueFindings
import CalqueReporters
import CalqueText

/// Something in the command line or a configuration for which nothing is linted.
enum UsageProblem: Sendable {
  /// Something about a path as a whole.
  case message(path: String, text: String)
  /// Faults at places of a configuration or of a file of rules.
  case findings(FileReport)

  /// Finds faults in a file that are shown at their places, or nothing where there are none.
  static func findings(
    _ findings: [Finding], in bytes: [UInt8], path: String
  ) -> [UsageProblem] {
    guard !findings.isEmpty else { return [] }
    do throws(SourceError) {
      let source = try Source(decoding: bytes)
      return [.findings(FileReport(path: path, source: source, findings: findings))]
    } catch {
      return [.message(path: path, text: error.description)]
    }
  }

  /// Writes the problem to standard error.
  func report(_ surroundings: Surroundings) {
    switch self {
    case .message(let path, let text):
      StandardError.write(text, path: path)
    case .findings(let file):
      let isForPeople = surroundings.isErrorTerminal
      let reporter = CompilerReporter(
        showSource: isForPeople, color: isForPeople && surroundings.allowsColor)
      let run = Run(version: Version.current, columnUnit: .scalar, workingFolder: "")
      StandardError.write(reporter.body(file, run))
    }
  }
}
