import ArgumentParser
import Calque
import CalqueEngine
import CalqueText

/// `calque PATH…`.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Lint files, and the text files in folders.",
    discussion: """
      Of a folder the files that end in .txt, .text, .md, .markdown, .html, .htm and .xhtml, in \
      any case, are linted, or those that “include” names in .lintconfig.json; hidden files and \
      folders are not, nor what a .gitignore leaves out of its repository, and links to folders \
      are not followed. A file that is named is always \
      linted. “-” is standard input.

      A file .lintconfig.json holds for the texts in its folder and in those below, up to the next \
      such file; --config names one for all texts. Options of the command line are stronger.

      Markdown, HTML, JSON (.json) and JSON Lines (.jsonl, .ndjson) are told by the end of the \
      name; every other file is plain text. In JSON an object with a text under “articleBody”, \
      “body”, “content”, “text” or “paragraphs” is an article, with “headline” or “title” above it.
      """)

  @Argument(help: "Files and folders; “-” is standard input.")
  var paths: [String] = []

  @Option(help: "Path under which standard input is reported, configured and read.")
  var stdinPath: String?

  // A string, for each new type of an option costs a hundred microseconds of every start: the
  // parser asks the runtime what the type can do.
  @Option(
    help: """
      Format of the texts: “markdown”, “html”, “json”, “jsonl”, “plain”, or “auto” for the one that \
      the name of a file tells.
      """)
  var inputFormat = "auto"

  @Option(help: "Form of the report.")
  var format = ReportFormat.compiler

  @Option(help: "File that the report is written to, whole or not at all; “-” is standard output.")
  var output: String?

  @Option(help: "Configuration for all files; its globs start from the working folder.")
  var config: String?

  @Option(help: "Languages the texts may be translated from, “es,pt”; “auto” or “none”.")
  var from: [String] = []

  @Option(help: "Lowest level that makes the exit status 1 (default: error).")
  var failOn: FailOn?

  @Option(help: "Exit status 1 if there are more warnings than this.")
  var maxWarnings: Int?

  @Option(help: "Report these rules only, whatever their level: ids, packs or globs, “es,pt/*”.")
  var select: [String] = []

  @Option(help: "Do not report these rules: ids, packs or globs, “es,pt/*”.")
  var ignore: [String] = []

  @Option(help: "Report in JSON whose findings are known, and not reported again.")
  var baseline: String?

  @Flag(
    help: """
      Make the fixes that are safe, and report what is left; “-” goes to standard output, its report \
      to standard error.
      """)
  var fix = false

  @Flag(help: "Make the fixes that somebody should look at as well.")
  var fixReview = false

  @Flag(help: "Report notes too.")
  var notes = false

  @Flag(
    name: .customLong("gitignore"), inversion: .prefixedNo,
    help: "Leave out of folders what git leaves out of its repository.")
  var usesGitIgnores = true

  @Option(help: "Number of files linted at the same time (default: one a processor).")
  var jobs: Int?

  @Option(help: "What columns count (default: scalar).")
  var columnUnit: LineMap.ColumnUnit?

  @Option(help: "Encoding of files: “unicode”, “guess”, or an IANA name.")
  var encoding = "unicode"

  @Flag(inversion: .prefixedNo, help: "Show the line of each finding (default: on a terminal).")
  var showSource: Bool?

  @Option(help: "Use colours; NO_COLOR is honoured.")
  var color = ColorChoice.auto

  @Flag(
    help:
      "Count the findings by the stage of the pipeline to repair, and by rule; on standard error.")
  var summary = false

  @Flag(help: "Print no summary; messages about files that could not be read stay.")
  var quiet = false

  func validate() throws {
    guard !paths.isEmpty else {
      throw ValidationError("name at least one file or folder; “.” is the folder that you are in")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up") }
    if let maxWarnings, maxWarnings < 0 {
      throw ValidationError("--max-warnings takes a number from 0 up")
    }
    guard stdinPath == nil || paths.contains("-") else {
      throw ValidationError("--stdin-path is the path of “-”, which is not among the paths")
    }
    if case .named(let name) = encodingChoice {
      do throws(SourceError) {
        _ = try Source(decoding: [UInt8(ascii: "a")], as: .named(name))
      } catch {
        throw ValidationError("--encoding: \(error)")
      }
    }
    guard InputFormat(rawValue: inputFormat) != nil else {
      throw ValidationError(
        "--input-format: “\(inputFormat)” is no format; there are \(InputFormat.names)")
    }
    guard mending == .none || !paths.contains("-") || paths.count == 1 else {
      throw ValidationError("--fix takes “-” alone: its text goes to standard output")
    }
    guard output != "" else { throw ValidationError("--output takes the path of a file") }
    _ = try settings()
  }

  func run() throws {
    let surroundings = Surroundings.current
    try finish(LintRun(plan(surroundings), surroundings).run())
  }
}

// MARK: - The plan

extension LintCommand {
  /// Decides what the options ask for; does nothing yet.
  func plan(_ surroundings: Surroundings) throws -> LintPlan {
    var plan = LintPlan(
      paths: paths, standardInputPath: stdinPath, encoding: encodingChoice,
      inputFormat: InputFormat(rawValue: inputFormat) ?? .auto,
      configurationPath: config, settings: try settings(),
      report: ReportPlan(
        surroundings, format: format, output: output == "-" ? nil : output, showsSource: showSource,
        color: color, columnUnit: columnUnit),
      jobs: jobs ?? surroundings.processorCount, isQuiet: quiet, countsStages: summary,
      usesGitIgnores: usesGitIgnores, mending: mending, baselinePath: baseline)
    if mending != .none, paths == ["-"] { plan.report.stream = 2 }
    return plan
  }

  private var mending: MendingChoice { fixReview ? .review : fix ? .safe : .none }

  private func settings() throws -> CommandLineSettings {
    CommandLineSettings(
      from: try SourceLanguages(arguments: from),
      select: try RuleGlob.globs(arguments: select, of: "--select"),
      ignore: try RuleGlob.globs(arguments: ignore, of: "--ignore"),
      showsNotes: notes ? true : nil, failOn: failOn, maxWarnings: maxWarnings)
  }

  private var encodingChoice: Source.EncodingChoice {
    switch encoding {
    case "unicode": .unicode
    case "guess": .guess
    default: .named(encoding)
    }
  }
}
