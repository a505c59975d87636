import Calque
import CalqueFindings

/// Reads configuration files and those that they build upon.
struct ConfigurationLoader: Sendable {
  private let workingFolder: FilePath
  private(set) var problems: [UsageProblem] = []
  /// The files that were read, for what is found out about them later.
  private var loadedFiles: [Loaded] = []

  init(workingFolder: FilePath) {
    self.workingFolder = workingFolder
  }

  /// Reads the file at an absolute path, which may be a stream, and what it builds upon.
  ///
  /// Its globs start from `globFolder`, not from the folder that it lies in.
  mutating func chain(
    named path: FilePath, globFolder: FilePath
  ) throws(SystemError) -> ConfigurationChain {
    let bytes = try OpenFile.read(path, isNamed: true, stopsAtNUL: true)
    return chain(from: link(path, bytes, globFolder: globFolder))
  }

  /// Reads the file at an absolute path and what it builds upon; nil where there is no such file.
  mutating func chain(found path: FilePath) throws(SystemError) -> ConfigurationChain? {
    guard let bytes = try bytesIfAny(path) else { return nil }
    return chain(from: link(path, bytes, globFolder: path.folder))
  }

  private mutating func chain(from own: Loaded) -> ConfigurationChain {
    var links = [own.link]
    var visited = [own.path]
    var current = own
    while let base = current.link.file.base {
      let path = Self.path(base, from: current.path)
      guard let next = baseLink(path, visited: visited, of: current) else { break }
      links.append(next.link)
      visited.append(path)
      current = next
    }
    return ConfigurationChain(links.reversed())
  }

  /// A file that was read, with what messages about it need.
  private struct Loaded {
    let path: FilePath
    let bytes: [UInt8]
    let link: ConfigurationChain.Link
  }

  private mutating func link(
    _ path: FilePath, _ bytes: [UInt8], globFolder: FilePath
  ) -> Loaded {
    let (file, findings) = ConfigurationFile.read(bytes)
    problems += UsageProblem.findings(findings, in: bytes, path: shown(path))
    let loaded = Loaded(
      path: path, bytes: bytes,
      link: ConfigurationChain.Link(
        file: file, globFolder: globFolder.text, ownFolder: path.folder.text))
    loadedFiles.append(loaded)
    return loaded
  }

  /// Returns the faults of folders with rules that cannot be read, each where a file names it.
  func problems(
    in chain: ConfigurationChain, _ folders: [UserRules.UnreadableFolder]
  ) -> [UsageProblem] {
    chain.links.flatMap { link in
      let findings = folders.compactMap { link.problem(withRuleFolder: $0.path, $0.reason) }
      return problems(findings, of: link)
    }
  }

  /// Returns faults of a file that was read.
  private func problems(
    _ findings: [Finding], of link: ConfigurationChain.Link
  ) -> [UsageProblem] {
    guard !findings.isEmpty, let loaded = loadedFiles.first(where: { $0.link == link }) else {
      return []
    }
    return UsageProblem.findings(findings, in: loaded.bytes, path: shown(loaded.path))
  }

  /// Returns the faults in the names and options of rules that the files of a chain mention.
  func nameProblems(
    in chain: ConfigurationChain, _ catalogue: RuleCatalogue
  ) -> [UsageProblem] {
    chain.links.flatMap { problems($0.file.problems(in: catalogue), of: $0) }
  }

  /// Reads the file that another builds upon, or notes why that cannot be.
  private mutating func baseLink(
    _ path: FilePath, visited: [FilePath], of loaded: Loaded
  ) -> Loaded? {
    let reason: String
    do throws(SystemError) {
      if visited.contains(path) {
        reason = "it builds upon this file itself; name another"
      } else if let bytes = try bytesIfAny(path) {
        return link(path, bytes, globFolder: path.folder)
      } else {
        reason = "there is no such file; the path starts from this file's folder"
      }
    } catch {
      reason = error.description
    }
    let findings = loaded.link.file.problem(withBase: reason).map { [$0] } ?? []
    problems += UsageProblem.findings(findings, in: loaded.bytes, path: shown(loaded.path))
    return nil
  }

  /// Returns the bytes of a file; nil where there is none that can be seen.
  private func bytesIfAny(_ path: FilePath) throws(SystemError) -> [UInt8]? {
    do throws(SystemError) {
      return try OpenFile.read(path, isNamed: false, stopsAtNUL: true)
    } catch {
      // In a folder above that is closed to us nobody has put a configuration for us; one that can
      // be seen and not be read is another matter.
      let isVisible = (try? FileStatus(path)) != nil
      guard isVisible, !error.isMissing else { return nil }
      throw error
    }
  }

  /// The path as messages have it.
  func shown(_ path: FilePath) -> String { path.relative(to: workingFolder).text }

  /// Returns the absolute path of a base; where `..` cannot be resolved reading it will say so.
  private static func path(_ base: String, from file: FilePath) -> FilePath {
    let path = FilePath(base)
    let absolute = path.isAbsolute ? path : file.folder.appending(path.bytes)
    do throws(SystemError) {
      return try absolute.resolved()
    } catch {
      return absolute.normalized
    }
  }
}
