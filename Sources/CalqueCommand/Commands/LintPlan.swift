import CalqueText

/// What a command line asks for, with everything decided and nothing done.
struct LintPlan: Sendable {
  /// Files and folders as they were named.
  var paths: [String]
  /// The path that standard input is reported under.
  var standardInputPath: String?
  var encoding: Source.EncodingChoice
  var inputFormat: InputFormat
  /// The configuration that holds for all files, in the place of those that are found.
  var configurationPath: String?
  /// What the command line says over every configuration.
  var settings: CommandLineSettings
  var report: ReportPlan
  /// Number of threads at most.
  var jobs: Int
  /// Whether there is no summary in one line.
  var isQuiet: Bool
  /// Whether there is one by stage and rule.
  var countsStages = false
  /// Whether what git leaves out is left out of folders.
  var usesGitIgnores = true
  var mending = MendingChoice.none
  /// The report whose findings are known.
  var baselinePath: String?
  /// Whether the first path may be a command that was misspelt.
  var mayNameCommand = true
}

/// How findings are shown.
struct ReportPlan: Sendable {
  var format: ReportFormat
  /// File to write to; nil for a standard stream.
  var output: String?
  /// Number of the standard stream: that of errors where a mended text goes to the other one.
  var stream: Int32 = 1
  var showsSource: Bool
  var usesColor: Bool
  /// What columns count; nil for what the configurations say.
  var columnUnit: LineMap.ColumnUnit?
}

extension ReportPlan {
  /// Decides what was left open: on a terminal people read, and see sources and colours.
  init(
    _ surroundings: Surroundings, format: ReportFormat = .compiler, output: String? = nil,
    showsSource: Bool? = nil, color: ColorChoice = .auto, columnUnit: LineMap.ColumnUnit? = nil
  ) {
    let isForPeople = surroundings.isOutputTerminal && output == nil && format == .compiler
    let usesColor =
      switch color {
      case .auto: isForPeople && surroundings.allowsColor
      case .always: true
      case .never: false
      }
    self.init(
      format: format, output: output, showsSource: showsSource ?? isForPeople,
      usesColor: usesColor, columnUnit: columnUnit)
  }
}

/// What a process has around it that decides how it shows things.
struct Surroundings: Sendable {
  var isOutputTerminal: Bool
  var isErrorTerminal: Bool
  /// Whether the environment lets terminals have colours.
  var allowsColor: Bool
  var processorCount: Int

  /// Returns the surroundings of this process.
  static var current: Surroundings {
    // https://no-color.org: any value but the empty one means no.
    let noColor = Process.variable("NO_COLOR") ?? ""
    return Surroundings(
      isOutputTerminal: Process.isTerminal(1), isErrorTerminal: Process.isTerminal(2),
      allowsColor: noColor.isEmpty && Process.variable("TERM") != "dumb",
      processorCount: Process.processorCount)
  }
}
