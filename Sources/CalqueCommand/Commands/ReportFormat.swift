import ArgumentParser
import CalqueReporters

/// The form of a report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  case compiler, sarif, json, github, gitlab, junit

  /// Returns the reporter for a plan.
  func reporter(showsSource: Bool, usesColor: Bool) -> any Reporter {
    switch self {
    case .compiler: CompilerReporter(showSource: showsSource, color: usesColor)
    case .sarif: SARIFReporter()
    case .json: JSONReporter()
    case .github: GitHubReporter()
    case .gitlab: GitLabReporter()
    case .junit: JUnitReporter()
    }
  }
}
