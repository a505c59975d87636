import Glibc

/// What the system knows of a file.
struct FileStatus: Sendable, Hashable {
  /// What a path leads to.
  enum Kind: Sendable, Hashable {
    case file, folder, link
    /// A pipe, a terminal or another device that is read as a stream.
    case stream
    /// A socket, a disk: nothing that has a text.
    case other
  }

  let kind: Kind
  /// Number of bytes of a file.
  let size: Int
  /// Permission bits.
  let mode: mode_t

  /// Asks for the status of what a path leads to.
  init(_ path: FilePath, followsLinks: Bool = true) throws(SystemError) {
    var status = stat()
    // Both write one `stat`, and the array lives as long as the call.
    let name = path.cString
    let result = followsLinks ? unsafe stat(name, &status) : unsafe lstat(name, &status)
    guard result == 0 else { throw .last }
    self.init(status)
  }

  /// Asks for the status of an open file.
  init(_ descriptor: borrowing FileDescriptor) throws(SystemError) {
    var status = stat()
    // Writes one `stat`.
    guard unsafe fstat(descriptor.number, &status) == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO, S_IFCHR: .stream
      default: .other
      }
  }
}
