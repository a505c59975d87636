public import CalqueFindings
public import CalqueText

/// Turns findings into one output format.
///
/// A reporter is a pure function of values: it gets files in any order and from any thread, and the
/// caller writes what it returns in the order of the files. So a report streams, whatever its size.
public protocol Reporter: Sendable {
  /// Returns what stands before the first file.
  func header(_ run: Run) -> [UInt8]
  /// Returns what stands before the findings of a file that has some.
  func opening(_ file: FileReport, _ run: Run) -> [UInt8]
  /// Returns the findings of a file, or of a part of it; nothing where there are none.
  func findings(_ file: FileReport, _ run: Run) -> [UInt8]
  /// What stands between the findings of two parts of a file that both have some.
  var findingSeparator: [UInt8] { get }
  /// What stands behind the findings of a file that has some.
  var closing: [UInt8] { get }
  /// What stands between two files that have findings.
  var separator: [UInt8] { get }
  /// How much of a finding the report shows.
  var detail: FindingDetail { get }
  /// Whether the footer needs the rules that have reported.
  var namesRules: Bool { get }
  /// Returns what stands after the last file.
  func footer(_ summary: RunSummary, _ run: Run) -> [UInt8]
}

extension Reporter {
  /// Returns nothing.
  public func opening(_ file: FileReport, _ run: Run) -> [UInt8] { [] }

  /// What stands between two files.
  public var findingSeparator: [UInt8] { separator }

  /// Nothing.
  public var closing: [UInt8] { [] }

  /// Not needed.
  public var namesRules: Bool { false }

  /// Returns what is written for a file; nothing for one without findings.
  public func body(_ file: FileReport, _ run: Run) -> [UInt8] {
    let findings = findings(file, run)
    return findings.isEmpty ? [] : opening(file, run) + findings + closing
  }
}

/// What is known of a run before its first file is read.
public struct Run: Sendable {
  /// Version of the tool: `0.1.0`.
  public let version: String
  /// Returns what a rule says of itself; nil for one that is not known.
  public let description: @Sendable (RuleID) -> RuleDescription?
  /// Returns what a rule is about; nil for one that is not known.
  public let classification: @Sendable (RuleID) -> RuleClassification?
  /// What columns count.
  public let columnUnit: LineMap.ColumnUnit
  /// Absolute path of the folder that relative paths start from, without a final slash.
  public let workingFolder: String

  /// Creates the description of a run.
  public init(
    version: String, columnUnit: LineMap.ColumnUnit, workingFolder: String,
    description: @escaping @Sendable (RuleID) -> RuleDescription? = { _ in nil },
    classification: @escaping @Sendable (RuleID) -> RuleClassification? = { _ in nil }
  ) {
    self.version = version
    self.description = description
    self.classification = classification
    self.columnUnit = columnUnit
    self.workingFolder = workingFolder
  }
}

/// How much a text speaks for a source language.
public struct LanguageScore: Sendable, Hashable {
  /// Code of the language.
  public let language: String
  /// The score; 1000 is enough to be sure.
  public let thousandths: Int

  /// Creates a score.
  public init(language: String, thousandths: Int) {
    self.language = language
    self.thousandths = thousandths
  }
}

/// The findings of one file or of a part of it, with the text that their ranges count in.
public struct FileReport: Sendable {
  /// Path as it was given or found, relative to the working folder where possible.
  public let path: String
  /// The text.
  public let source: Source
  /// The findings, sorted.
  public let findings: [Finding]
  /// How much the text speaks for each source language of which it shows signs, sorted by code.
  public let evidence: [LanguageScore]

  /// Creates a report of one file.
  public init(
    path: String, source: Source, findings: [Finding], evidence: [LanguageScore] = []
  ) {
    self.path = path
    self.source = source
    self.findings = findings
    self.evidence = evidence
  }
}

/// What is known of a run after its last file.
public struct RunSummary: Sendable {
  /// A message about the run rather than about a text: a file that could not be read.
  public struct Notification: Sendable, Hashable {
    /// The path that it is about; empty for the run as a whole.
    public let path: String
    /// What happened and what to do.
    public let message: String
    /// Where in the file it happened, in the column unit of the run; nil for the file as a whole.
    public let position: LineMap.Position?

    /// Creates a notification.
    public init(path: String, message: String, position: LineMap.Position? = nil) {
      self.path = path
      self.message = message
      self.position = position
    }
  }

  /// Status that the process will end with.
  public let exitStatus: Int32
  /// Messages of the run, in order.
  public let notifications: [Notification]
  /// Number of files linted.
  public let fileCount: Int
  /// Number of findings of each level.
  public let counts: LevelCounts
  /// The rules that have reported, sorted, for a reporter that asks for them.
  public let rules: [RuleID]

  /// Creates a summary.
  public init(
    exitStatus: Int32, notifications: [Notification], fileCount: Int, counts: LevelCounts,
    rules: [RuleID] = []
  ) {
    self.rules = rules
    self.exitStatus = exitStatus
    self.notifications = notifications
    self.fileCount = fileCount
    self.counts = counts
  }
}
