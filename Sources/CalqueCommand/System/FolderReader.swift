import Glibc

/// Reads the entries of folders.
enum FolderReader {
  /// One entry.
  struct Entry: Sendable, Hashable {
    let name: [UInt8]
    /// What the entry is; nil where the file system does not say in its list.
    let kind: FileStatus.Kind?
  }

  /// Returns the entries of a folder, sorted by the bytes of their names, without `.` and `..`.
  ///
  /// The folder is closed again before this returns, so that a deep tree does not use up the
  /// descriptors of the process.
  static func entries(of folder: FilePath) throws(SystemError) -> [Entry] {
    // A stream of the C library; it is closed below on every way out.
    guard let stream = unsafe opendir(folder.cString) else { throw .last }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      // The record belongs to the stream and is copied before the next call.
      guard let record = unsafe readdir(stream) else { break }
      let entry = unsafe Entry(record)
      if entry.name != Array(".".utf8), entry.name != Array("..".utf8) { entries.append(entry) }
    }
    if errno != 0 { throw .last }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}

extension FolderReader.Entry {
  /// Returns what the entry is, without following a link.
  func kind(in folder: FilePath) throws(SystemError) -> FileStatus.Kind {
    if let kind { return kind }
    return try FileStatus(folder.appending(name), followsLinks: false).kind
  }

  fileprivate init(_ record: UnsafeMutablePointer<dirent>) {
    // The name is a C string inside the record.
    name = unsafe withUnsafeBytes(of: &record.pointee.d_name) { bytes in
      unsafe Array(bytes.prefix { $0 != 0 })
    }
    kind =
      switch unsafe Int(record.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_LNK): .link
      case Int(DT_FIFO), Int(DT_CHR): .stream
      case Int(DT_UNKNOWN): nil
      default: .other
      }
  }
}
