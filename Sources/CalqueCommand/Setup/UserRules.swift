import Calque
import CalqueFindings
import CalqueRules

/// The files of the rules that configurations add.
struct UserRules: Sendable {
  /// A folder that cannot be read.
  struct UnreadableFolder: Sendable {
    /// The path as it was given.
    let path: String
    let reason: String
  }

  /// The files, as the compiler of rules takes them.
  private(set) var sources: [RuleSource] = []
  private(set) var problems: [UsageProblem] = []
  private(set) var unreadable: [UnreadableFolder] = []
  /// The folders in which there is nothing.
  private var emptyFolders: [FilePath] = []
  /// Where each file lies, by its path among the packs.
  private var places: [String: FilePath] = [:]

  /// Reads the files that end in `.yml` in some folders, and in the folders in these.
  ///
  /// A folder of files is a pack of its name: `desk/titles.yml` in the pack `desk`; folders in a
  /// pack belong to it.
  init(_ folders: [String], workingFolder: FilePath) {
    for folder in folders {
      let path = FilePath(folder).normalized.relative(to: workingFolder)
      do throws(SystemError) {
        let count = sources.count
        try add(path, as: FilePath(bytes: try path.resolved().name), isOutermost: true)
        if sources.count == count { emptyFolders.append(path) }
      } catch {
        unreadable.append(UnreadableFolder(path: folder, reason: "\(error)"))
      }
    }
  }

  /// Returns problems of the compiler at the places of the files.
  func located(_ found: [RuleProblem]) -> [UsageProblem] {
    guard !found.isEmpty else { return [] }
    let findings = Dictionary(grouping: found, by: \.path).mapValues { $0.map(\.finding).sorted() }
    return sources.flatMap { source in
      UsageProblem.findings(
        findings[source.path] ?? [], in: source.text,
        path: places[source.path]?.text ?? source.path)
    }
  }

  /// Adds the files of a folder, which has a path among the packs.
  private mutating func add(
    _ folder: FilePath, as place: FilePath, isOutermost: Bool
  ) throws(SystemError) {
    var listing = try FolderListing(folder)
    while let entry = try listing.nextEntry() {
      let path = folder.appending(entry.name)
      switch try FileStatus(path).kind {
      case .folder:
        if isOutermost {
          try add(path, as: FilePath(bytes: entry.name), isOutermost: false)
        } else if entry.kind == .folder {
          // A link may lead around.
          try add(path, as: place.appending(entry.name), isOutermost: false)
        }
      case .file:
        guard entry.name.suffix(4) == Array(".yml".utf8)[...] else { continue }
        let text = try OpenFile.read(path, isNamed: false, stopsAtNUL: false)
        let name = place.appending(entry.name).text
        guard places.updateValue(path, forKey: name) == nil else {
          problems.append(.message(path: path.text, text: "two folders have a file “\(name)”"))
          continue
        }
        sources.append(RuleSource(path: name, text: text))
      case .link, .stream, .other:
        break
      }
    }
  }
}

extension UserRules {
  /// Reads the rules of folders that the command line names; if one cannot be read, or has none
  /// where it must have some, it says so and ends.
  static func load(
    _ folders: [String], mayBeEmpty: Bool = false
  ) throws(StatusError) -> UserRules {
    do throws(SystemError) {
      var rules = UserRules(folders, workingFolder: try FilePath.workingFolder())
      rules.problems += rules.unreadable.map { .message(path: $0.path, text: $0.reason) }
      if !mayBeEmpty {
        let text = "the folder has no rules; they are in files that end in .yml"
        rules.problems += rules.emptyFolders.map { .message(path: $0.text, text: text) }
      }
      guard !rules.problems.isEmpty else { return rules }
      for problem in rules.problems { problem.report(.current) }
    } catch {
      StandardError.write("the working folder cannot be read: \(error)")
    }
    throw StatusError(status: .usage)
  }

  /// Says what is wrong in the files, and ends if anything is.
  func report(_ found: [RuleProblem]) throws(StatusError) {
    let problems = located(found)
    guard !problems.isEmpty else { return }
    for problem in problems { problem.report(.current) }
    throw StatusError(status: .usage)
  }
}
