import Calque

/// Finds the configuration of each folder: the file in it, or else that of the folder above.
struct ConfigurationFinder: Sendable {
  /// The chains that were found; the first has no files and holds where there is none.
  private(set) var chains = [ConfigurationChain()]
  private(set) var loader: ConfigurationLoader
  private(set) var messages: [UsageProblem] = []
  /// The chains of folders, by their absolute paths: of those that were asked for by themselves,
  /// and of those in others that have a configuration of their own.
  private var known = FolderTable<Int>()
  /// The chain that holds for every folder.
  private var fixed: Int?

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - workingFolder: Absolute path of the working folder.
  ///   - path: The one configuration for all folders; nil to look for them.
  init(workingFolder: FilePath, path: String?) {
    loader = ConfigurationLoader(workingFolder: workingFolder)
    guard let path else { return }
    let named = FilePath(path)
    let absolute = named.isAbsolute ? named : workingFolder.appending(named.bytes)
    fixed = 0
    do throws(SystemError) {
      let chain = try loader.chain(named: absolute.normalized, globFolder: workingFolder)
      fixed = add(chain)
    } catch {
      messages.append(.message(path: path, text: "\(error)"))
    }
  }

  /// Everything that is wrong with the configurations that were found.
  var problems: [UsageProblem] { messages + loader.problems }

  /// Returns the number of the chain of a folder.
  mutating func chain(of folder: FilePath) -> Int {
    if let fixed { return fixed }
    if let index = known[folder] { return index }
    let index = ownChain(of: folder) ?? (folder.isRoot ? 0 : chain(of: folder.folder))
    known[folder] = index
    return index
  }

  /// Returns the number of the chain of a folder in one with a known chain.
  mutating func chain(of folder: FilePath, inside outer: Int) -> Int {
    if let fixed { return fixed }
    if let index = known[folder] { return index }
    // There may be a million folders, and few have a configuration.
    guard let index = ownChain(of: folder) else { return outer }
    known[folder] = index
    return index
  }

  private mutating func ownChain(of folder: FilePath) -> Int? {
    let path = folder.appending(Array(ConfigurationFile.name.utf8))
    do throws(SystemError) {
      return try loader.chain(found: path).map { add($0) }
    } catch {
      messages.append(.message(path: loader.shown(path), text: "\(error)"))
      return 0
    }
  }

  private mutating func add(_ chain: ConfigurationChain) -> Int {
    chains.append(chain)
    return chains.count - 1
  }
}
