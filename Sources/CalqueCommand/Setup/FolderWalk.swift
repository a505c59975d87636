/// Walks a folder and those in it, and gives the files in the order of their paths.
///
/// Only the listings of the folders above the next file are held, so that memory grows with the
/// depth of a tree and not with the number of its files.
struct FolderWalk: Sendable {
  /// A folder on the way to the next file.
  private struct Level {
    /// Path as it is shown.
    let folder: FilePath
    let absolute: FilePath
    /// Number of its chain of configurations.
    let chain: Int
    /// What git leaves out; nil where that is linted as well.
    let ignores: GitIgnores?
    var listing: FolderListing
  }

  /// An entry of a folder.
  private struct Place {
    let path: FilePath
    /// For globs.
    let absolute: String
    let chain: Int
  }

  private var levels: [Level] = []
  /// The folder itself, where it cannot be read.
  private var failure: Input?

  /// Starts a walk.
  ///
  /// - Parameters:
  ///   - folder: Path as it is shown.
  ///   - absolute: The same, absolute.
  ///   - chain: Number of its chain of configurations.
  ///   - usesGitIgnores: Whether what git leaves out is left out.
  init(_ folder: FilePath, at absolute: FilePath, chain: Int, usesGitIgnores: Bool) {
    let ignores = usesGitIgnores ? GitIgnores(in: absolute) : nil
    failure = enter(folder, at: absolute, chain: chain, ignores)
  }

  /// Returns the next file, or what cannot be read; nil at the end.
  mutating func next(_ settings: inout SettingsFinder) -> Input? {
    if let failure {
      self.failure = nil
      return failure
    }
    while let level = levels.indices.last {
      do throws(SystemError) {
        if let entry = try levels[level].listing.nextEntry() {
          if let input = visit(entry, &settings) { return input }
        } else {
          levels.removeLast()
        }
      } catch {
        return Input(unreadable: levels.removeLast().folder, "\(error)")
      }
    }
    return nil
  }

  /// Goes into a folder, or returns why that is not possible.
  private mutating func enter(
    _ folder: FilePath, at absolute: FilePath, chain: Int, _ ignores: GitIgnores?
  ) -> Input? {
    do throws(SystemError) {
      let listing = try FolderListing(folder)
      levels.append(
        Level(
          folder: folder, absolute: absolute, chain: chain, ignores: ignores, listing: listing))
      return nil
    } catch {
      return Input(unreadable: folder, "\(error)")
    }
  }
}

// MARK: - Entries

extension FolderWalk {
  private mutating func visit(
    _ entry: FolderListing.Entry, _ settings: inout SettingsFinder
  ) -> Input? {
    let level = levels[levels.count - 1]
    let absolute = level.absolute.appending(entry.name)
    let place = Place(
      path: level.folder.appending(entry.name), absolute: absolute.text, chain: level.chain)
    switch entry.kind {
    case .folder:
      guard !settings.excludes(place.absolute, isFolder: true, chain: place.chain),
        !isIgnored(place, isFolder: true)
      else { return nil }
      let chain = settings.chain(of: absolute, inside: place.chain)
      var ignores = level.ignores
      ignores?.enter(absolute)
      return enter(place.path, at: absolute, chain: chain, ignores)
    case .file:
      return file(place, &settings)
    case .link:
      return link(place, &settings)
    case .stream, .other:
      return nil
    }
  }

  private func file(_ place: Place, _ settings: inout SettingsFinder) -> Input? {
    guard settings.wants(place.absolute, chain: place.chain), !isIgnored(place) else { return nil }
    let row = settings.row(of: place.absolute, chain: place.chain)
    return Input(path: place.path, content: .file(isNamed: false), row: row)
  }

  /// Links to folders are not followed, and one that leads nowhere has no text.
  private func link(_ place: Place, _ settings: inout SettingsFinder) -> Input? {
    do throws(SystemError) {
      return try FileStatus(place.path).kind == .file ? file(place, &settings) : nil
    } catch {
      // One that may lead to a text that is closed to us is worth a word if a text was expected.
      guard !error.leadsNowhere, settings.wants(place.absolute, chain: place.chain),
        !isIgnored(place)
      else { return nil }
      return Input(unreadable: place.path, "\(error)")
    }
  }

  /// Tells whether git leaves an entry of the innermost folder out.
  private func isIgnored(_ place: Place, isFolder: Bool = false) -> Bool {
    levels.last?.ignores?.ignores(place.absolute, isFolder: isFolder) ?? false
  }
}
