import CalqueText

extension LintPlan {
  /// Words that the parser may take for a command wherever they stand.
  static let commandNames = ["lint", "explain", "rules", "help"]

  /// Returns the plan of `calque PATH…`, the same that the parser would come to; nil where an
  /// argument is not plainly a path.
  ///
  /// To learn what its options are, the parser asks the Swift runtime for hundreds of types: that
  /// takes longer than to lint an article.
  static func plain(_ arguments: [String], _ surroundings: Surroundings) -> LintPlan? {
    let arePaths = arguments.allSatisfy { argument in
      !argument.isEmpty && !argument.hasPrefix("-") && !commandNames.contains(argument)
    }
    guard !arguments.isEmpty, arePaths else { return nil }
    return LintPlan(
      paths: arguments, encoding: .unicode, inputFormat: .auto, settings: CommandLineSettings(),
      report: ReportPlan(surroundings), jobs: surroundings.processorCount, isQuiet: false)
  }
}
