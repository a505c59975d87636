import Calque

/// What the `.gitignore` files of a folder and of those above it leave out, where it lies in a
/// repository.
struct GitIgnores: Sendable {
  /// A file that has patterns, with the folder that they start from.
  private struct Link {
    /// Number of bytes of the folder's absolute path, with a slash at its end.
    let start: Int
    let file: IgnoreFile
  }

  /// Outer folders first: the inner ones have the last word.
  private var links: [Link] = []
  private var isInRepository = false

  /// Reads what holds in a folder of an absolute path.
  ///
  /// Nothing above the root of the repository counts, and nothing at all outside of one.
  init(in folder: FilePath) {
    var above = [folder]
    while let last = above.last, !Self.isRepository(last) {
      guard !last.isRoot else { return }
      above.append(last.folder)
    }
    for folder in above.reversed() { enter(folder) }
  }

  /// Goes into a folder of the folder that it holds for.
  mutating func enter(_ folder: FilePath) {
    let isRepository = Self.isRepository(folder)
    isInRepository = isInRepository || isRepository
    guard isInRepository else { return }
    if isRepository { add(".git/info/exclude", in: folder) }
    add(".gitignore", in: folder)
  }

  /// Tells whether a file or folder of an absolute path is left out.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    for link in links.reversed() {
      let rest = Substring(path.utf8.dropFirst(link.start))
      if let verdict = link.file.ignores(rest, isFolder: isFolder) { return verdict }
    }
    return false
  }

  private mutating func add(_ name: String, in folder: FilePath) {
    let path = folder.appending(Array(name.utf8))
    // What cannot be read leaves nothing out: more is linted than was wanted, and never less.
    guard let bytes = try? OpenFile.read(path, isNamed: false, stopsAtNUL: true) else { return }
    let file = IgnoreFile(bytes)
    guard !file.isEmpty else { return }
    links.append(Link(start: folder.isRoot ? 1 : folder.text.utf8.count + 1, file: file))
  }

  private static func isRepository(_ folder: FilePath) -> Bool {
    (try? FileStatus(folder.appending(Array(".git".utf8)))) != nil
  }
}
