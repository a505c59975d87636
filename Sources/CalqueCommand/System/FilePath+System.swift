import Glibc

extension FilePath {
  /// The path with the NUL that calls of the system want at the end.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// Returns the absolute path without links, `.` and `..`.
  func resolved() throws(SystemError) -> FilePath {
    // `realpath` allocates its result, which is copied and freed.
    guard let result = unsafe realpath(cString, nil) else { throw .last }
    defer { unsafe free(result) }
    return FilePath(bytes: unsafe Self.bytes(at: result))
  }

  /// Absolute path of the working folder.
  static func workingFolder() throws(SystemError) -> FilePath {
    // With no buffer `getcwd` allocates its result, which is copied and freed.
    guard let result = unsafe getcwd(nil, 0) else { throw .last }
    defer { unsafe free(result) }
    return FilePath(bytes: unsafe Self.bytes(at: result))
  }

  /// Moves a file into the place of another, in one step.
  func rename(to target: FilePath) throws(SystemError) {
    // Both arrays live as long as the call.
    guard unsafe Glibc.rename(cString, target.cString) == 0 else { throw .last }
  }

  /// Makes a folder in one that exists; one that is there already is fine.
  func makeFolder() throws(SystemError) {
    // The array lives as long as the call.
    guard unsafe mkdir(cString, 0o777) != 0 else { return }
    let error = SystemError.last
    guard error.code == EEXIST, try FileStatus(self).kind == .folder else { throw error }
  }

  /// Writes a file that must not exist yet; if that fails there is none.
  func create(_ bytes: [UInt8]) throws(SystemError) {
    let file = try FileDescriptor.creating(self)
    do throws(SystemError) {
      try file.write(bytes)
      try file.synchronize()
    } catch {
      remove()
      throw error
    }
  }

  /// Removes a file; one that is gone is fine.
  func remove() {
    // The array lives as long as the call.
    _ = unsafe unlink(cString)
  }

  /// Copies the bytes of a C string.
  static func bytes(at start: UnsafePointer<CChar>) -> [UInt8] {
    // The caller's string ends with the NUL that `strlen` looks for.
    let length = unsafe strlen(start)
    return unsafe UnsafeBufferPointer(start: start, count: length).map { UInt8(bitPattern: $0) }
  }
}
