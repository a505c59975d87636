import Calque

/// Finds the files of a run and the settings of each.
struct InputCollector {
  private(set) var finder: ConfigurationFinder
  private(set) var table: SettingsTable
  private let workingFolder: FilePath
  private var inputs: [Input] = []
  private var seen: Set<FilePath> = []
  /// Absolute paths of the folders of named files, so that each is resolved once.
  private var resolvedFolders: [FilePath: FilePath] = [:]

  init(_ plan: LintPlan, workingFolder: FilePath) {
    self.workingFolder = workingFolder
    finder = ConfigurationFinder(workingFolder: workingFolder, path: plan.configurationPath)
    table = SettingsTable(plan.settings)
  }

  /// The inputs, sorted by the bytes of their paths, each path once.
  var sortedInputs: [Input] { inputs.sorted { $0.path < $1.path } }

  /// Adds what somebody has named.
  mutating func add(named text: String) {
    // An empty path would become `.`, and is more likely a variable that is not set.
    guard !text.isEmpty else { return add(FilePath(""), .unreadable("the path is empty")) }
    let path = FilePath(text).normalized.relative(to: workingFolder)
    do throws(SystemError) {
      switch try FileStatus(path).kind {
      case .folder: walk(path, at: try path.resolved(), in: [])
      case .file, .stream: try addFile(path)
      case .link, .other: add(path, .unreadable("\(SystemError.noText)"))
      }
    } catch {
      add(path, .unreadable("\(error)"))
    }
  }

  /// Adds standard input, configured as a file at `path` would be.
  mutating func addStandardInput(path text: String?) {
    guard let text else {
      return add(
        FilePath("<stdin>"), .standardInput, at: workingFolder.appending(Array("stdin".utf8)),
        chain: finder.chain(for: workingFolder))
    }
    let path = FilePath(text).normalized.relative(to: workingFolder)
    let absolute = path.isAbsolute ? path : workingFolder.appending(path.bytes)
    // The file need not exist, and nor need its folder.
    let chain = finder.chain(for: absolute.folder)
    add(path, .standardInput, at: absolute, chain: chain)
  }

  private mutating func addFile(_ path: FilePath) throws(SystemError) {
    let folder = try resolved(path.folder)
    let chain = finder.chain(for: folder)
    add(path, .file(isNamed: true), at: folder.appending(path.name), chain: chain)
  }

  private mutating func resolved(_ folder: FilePath) throws(SystemError) -> FilePath {
    if let known = resolvedFolders[folder] { return known }
    let resolved = try folder.resolved()
    resolvedFolders[folder] = resolved
    return resolved
  }

  private mutating func add(
    _ path: FilePath, _ content: Input.Content, at absolute: FilePath, chain: Int
  ) {
    guard seen.insert(path).inserted else { return }
    let row = table.row(for: absolute, chain: chain, finder.chains[chain])
    inputs.append(Input(path: path, content: content, row: row))
  }

  private mutating func add(_ path: FilePath, _ content: Input.Content) {
    guard seen.insert(path).inserted else { return }
    inputs.append(Input(path: path, content: content, row: 0))
  }
}

// MARK: - Folders

extension InputCollector {
  /// Adds the files of a folder and of the folders in it.
  ///
  /// - Parameters:
  ///   - folder: Path as it is shown.
  ///   - absolute: The same, absolute.
  ///   - outer: The folders that it was reached through.
  private mutating func walk(_ folder: FilePath, at absolute: FilePath, in outer: [FilePath]) {
    let entries: [FolderReader.Entry]
    do throws(SystemError) {
      entries = try FolderReader.entries(of: folder)
    } catch {
      return add(folder, .unreadable("\(error)"))
    }
    let chain = finder.chain(for: absolute)
    for entry in entries where entry.name.first != UInt8(ascii: ".") {
      let place = Place(
        path: folder.appending(entry.name), absolute: absolute.appending(entry.name), chain: chain)
      do throws(SystemError) {
        try visit(place, try entry.kind(in: folder), in: outer + [folder])
      } catch {
        // A link that leads nowhere is worth a word only if a text was expected there.
        if isWanted(place) { add(place.path, .unreadable("\(error)")) }
      }
    }
  }

  /// An entry of a folder.
  private struct Place {
    let path: FilePath
    let absolute: FilePath
    let chain: Int
  }

  private mutating func visit(
    _ place: Place, _ kind: FileStatus.Kind, in folders: [FilePath]
  ) throws(SystemError) {
    switch kind {
    case .folder:
      guard !excludes(place, isFolder: true) else { return }
      walk(place.path, at: place.absolute, in: folders)
    case .file:
      guard isWanted(place) else { return }
      add(place.path, .file(isNamed: false), at: place.absolute, chain: place.chain)
    case .link:
      let target = try FileStatus(place.path)
      if target.kind == .file { return try visit(place, .file, in: folders) }
      guard target.kind == .folder, !excludes(place, isFolder: true) else { return }
      // Links to folders are not followed; one that would lead around is said to.
      guard Self.leadsBack(target.identity, to: folders) else { return }
      let reason = "the link leads back to a folder that it lies in; it is not followed"
      add(place.path, .unreadable(reason))
    case .stream, .other:
      break
    }
  }

  private func isWanted(_ place: Place) -> Bool {
    finder.chains[place.chain].includes(place.absolute.text) && !excludes(place, isFolder: false)
  }

  private func excludes(_ place: Place, isFolder: Bool) -> Bool {
    finder.chains[place.chain].excludes(place.absolute.text, isFolder: isFolder)
  }

  private static func leadsBack(
    _ target: FileStatus.Identity, to folders: [FilePath]
  ) -> Bool {
    folders.contains { folder in
      // A folder that is gone meanwhile cannot be led back to.
      (try? FileStatus(folder))?.identity == target
    }
  }
}
