import CalqueFindings

/// Takes what somebody has named, and finds the settings of what is named.
struct InputCollector {
  /// What was named, as it is to be read.
  enum Named: Sendable {
    case input(Input)
    /// A folder: its path as it is shown, the same absolute, and its chain of configurations.
    case folder(FilePath, absolute: FilePath, chain: Int)
  }

  private var settings: SettingsFinder
  private var named: [Named] = []
  private let workingFolder: FilePath
  /// The path that may be a command that was misspelt.
  private let mayBeCommand: String?
  /// The folder of the last named file, and its absolute path: files of a folder come together.
  private var lastFolder: (path: FilePath, resolved: FilePath)?

  /// Takes all paths of a command line.
  init(_ plan: LintPlan, workingFolder: FilePath) {
    self.workingFolder = workingFolder
    mayBeCommand = plan.mayNameCommand ? plan.paths.first : nil
    settings = SettingsFinder(plan, workingFolder: workingFolder)
    for path in plan.paths {
      if path == "-" {
        addStandardInput(path: plan.standardInputPath)
      } else {
        add(named: path)
      }
    }
  }

  /// The inputs; what was named twice is one of them.
  var inputs: InputWalk { InputWalk(named, settings) }

  /// Adds what somebody has named.
  private mutating func add(named text: String) {
    // An empty path would become `.`, and is more likely a variable that is not set.
    guard !text.isEmpty else {
      return add(Input(unreadable: FilePath(""), "the path is empty"))
    }
    let path = FilePath(text).normalized.relative(to: workingFolder)
    do throws(SystemError) {
      switch try FileStatus(path).kind {
      case .folder:
        let absolute = try path.resolved()
        let chain = settings.chain(of: absolute)
        named.append(.folder(path, absolute: absolute, chain: chain))
      case .file, .stream: try addFile(path)
      case .link, .other: add(Input(unreadable: path, "\(SystemError.noText)"))
      }
    } catch {
      add(Input(unreadable: path, "\(error)" + (error.isMissing ? hint(for: text) : "")))
    }
  }

  /// Returns the question whether a command was meant; empty where none is near.
  private func hint(for path: String) -> String {
    guard path == mayBeCommand else { return "" }
    let command = Suggestion.nearest(to: path, among: LintPlan.commandNames)
    return command.map { "; did you mean the command “\($0)”?" } ?? ""
  }

  /// Adds standard input, configured as a file at `path` would be.
  private mutating func addStandardInput(path text: String?) {
    let path = text.map { FilePath($0).normalized.relative(to: workingFolder) }
    let shown = path ?? FilePath("<stdin>")
    let place = path ?? FilePath("stdin")
    let absolute = place.isAbsolute ? place : workingFolder.appending(place.bytes)
    // The file need not exist, and nor need its folder.
    let chain = settings.chain(of: absolute.folder)
    let row = settings.row(of: absolute.text, chain: chain)
    add(Input(path: shown, content: .standardInput, row: row))
  }

  private mutating func addFile(_ path: FilePath) throws(SystemError) {
    let folder = try resolved(path.folder)
    let chain = settings.chain(of: folder)
    let row = settings.row(of: folder.appending(path.name).text, chain: chain)
    add(Input(path: path, content: .file(isNamed: true), row: row))
  }

  private mutating func resolved(_ folder: FilePath) throws(SystemError) -> FilePath {
    if let lastFolder, lastFolder.path == folder { return lastFolder.resolved }
    let resolved = try folder.resolved()
    lastFolder = (folder, resolved)
    return resolved
  }

  private mutating func add(_ input: Input) {
    named.append(.input(input))
  }
}
