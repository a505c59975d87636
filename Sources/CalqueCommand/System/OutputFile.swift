import Glibc

/// A file that is written whole or not at all.
///
/// The bytes go to a new file in the same folder, which takes the place of the old one in one step
/// when all is written; until then, and if anything fails, the old one stays as it is. A device or
/// a pipe has no old content and is written to directly.
struct OutputFile: ~Copyable {
  /// Bytes of the longest name that Linux has.
  private static let nameLimit = 255

  private let descriptor: FileDescriptor
  /// The file that is written and the one whose place it will take; nil for a device.
  private let replacement: (temporary: FilePath, target: FilePath)?
  private var isInPlace = false

  /// Prepares to write a file, so that what forbids it is known before the work is done.
  static func open(_ path: FilePath) throws(SystemError) -> OutputFile {
    let existing = try statusIfAny(path)
    switch existing?.kind {
    case .stream, .other:
      return OutputFile(descriptor: try FileDescriptor.writing(path), replacement: nil)
    case .folder: throw SystemError(code: EISDIR)
    case .file, .link, nil: break
    }
    // A link stays a link: what it leads to is replaced.
    let target = existing == nil ? path : try path.resolved()
    let ending = Array(".\(getpid()).calque".utf8)
    let start = target.name.prefix(nameLimit - ending.count - 1)
    let temporary = target.folder.appending([UInt8(ascii: ".")] + start + ending)
    let file = OutputFile(
      descriptor: try FileDescriptor.creating(temporary), replacement: (temporary, target))
    if let existing { try file.descriptor.setMode(existing.mode) }
    return file
  }

  private init(
    descriptor: consuming FileDescriptor, replacement: (temporary: FilePath, target: FilePath)?
  ) {
    self.descriptor = descriptor
    self.replacement = replacement
  }

  deinit {
    if let replacement, !isInPlace { replacement.temporary.remove() }
  }

  /// Writes bytes after those written before.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    try descriptor.write(bytes)
  }

  /// Ends the file and puts it in its place.
  mutating func finish() throws(SystemError) {
    guard let replacement else { return }
    try descriptor.synchronize()
    try replacement.temporary.rename(to: replacement.target)
    isInPlace = true
  }

  private static func statusIfAny(_ path: FilePath) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      return try FileStatus(path)
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
  }
}
