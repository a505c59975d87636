/// A glob on the paths beneath one folder.
///
/// Without a slash it names files and folders at any depth: `*.txt`, `drafts`. With one it starts
/// at the folder: `desk/*.txt`, `/drafts`. A slash at the end names folders only. What names a
/// folder names everything in it.
public struct PathGlob: Sendable, Hashable {
  /// The glob as it was written.
  public let text: String
  private let glob: Glob
  private let isForFolders: Bool

  /// Creates a glob on paths.
  ///
  /// - Throws: ``GlobError`` where a bracket is left open or the glob is empty.
  public init(_ text: String) throws(GlobError) {
    var path = text.unicodeScalars[...]
    let isForFolders = path.last == "/"
    if isForFolders { path.removeLast() }
    let isAnchored = path.contains("/")
    if path.starts(with: "./".unicodeScalars) { path.removeFirst(2) }
    if path.first == "/" { path.removeFirst() }
    guard !path.isEmpty else { throw .empty }
    glob = try Glob((isAnchored ? "" : "**/") + String(path))
    self.isForFolders = isForFolders
    self.text = text
  }

  /// Tells whether a path, or a folder that it lies in, is meant.
  ///
  /// The path starts from the glob's folder and has no slash at either end; `isFolder` says whether
  /// it is the path of a folder itself.
  public func matches(_ path: some StringProtocol, isFolder: Bool = false) -> Bool {
    glob.matches(path, isFolder || !isForFolders ? .wholeOrFolder : .folder)
  }
}

extension PathGlob: CustomStringConvertible {
  /// The glob as it was written.
  public var description: String { text }
}
