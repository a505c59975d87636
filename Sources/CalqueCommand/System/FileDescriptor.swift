import Glibc

/// An open file, closed when the value ends.
struct FileDescriptor: ~Copyable {
  /// The number; 0, 1 and 2 are not ours to close.
  let number: Int32

  deinit {
    if number > 2 { _ = close(number) }
  }

  /// Opens a file for reading.
  ///
  /// With `mayWait` a pipe is waited for until somebody writes to it. A file that was found rather
  /// than named is never waited for, whatever has come into its place.
  static func reading(
    _ path: FilePath, mayWait: Bool
  ) throws(SystemError) -> FileDescriptor {
    try open(path, flags: O_RDONLY | O_CLOEXEC | O_NOCTTY | (mayWait ? 0 : O_NONBLOCK), mode: 0)
  }

  /// Creates a file that must not exist yet.
  static func creating(_ path: FilePath) throws(SystemError) -> FileDescriptor {
    try open(path, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode: 0o666)
  }

  /// Opens a device or pipe for writing.
  static func writing(_ path: FilePath) throws(SystemError) -> FileDescriptor {
    try open(path, flags: O_WRONLY | O_CLOEXEC | O_NOCTTY, mode: 0)
  }

  private static func open(
    _ path: FilePath, flags: Int32, mode: mode_t
  ) throws(SystemError) -> FileDescriptor {
    while true {
      // The array lives as long as the call, which is all that `open` needs.
      let number = unsafe Glibc.open(path.cString, flags, mode)
      if number >= 0 { return FileDescriptor(number: number) }
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }
}

extension FileDescriptor {
  /// Reads up to `capacity` bytes to the end of an array; fewer than asked for is no end.
  ///
  /// - Returns: Number of bytes read, 0 at the end of the file.
  func read(_ capacity: Int, to bytes: inout [UInt8]) throws(SystemError) -> Int {
    var result = 0
    var failure: SystemError?
    bytes.append(addingCapacity: capacity) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        // `read` writes at most `buffer.count` bytes, and says how many of them are now
        // initialised.
        repeat {
          result = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
        } while result < 0 && errno == EINTR
        if result < 0 { failure = .last }
        count = max(0, result)
      }
    }
    if let failure { throw failure }
    return result
  }

  /// Writes all bytes, however many calls it takes.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        // The rest of the array, which outlives the call.
        unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written >= 0 {
        start += written
        continue
      }
      let error = SystemError.last
      switch error.code {
      case EINTR: continue
      case EAGAIN: waitUntilWritable()
      default: throw error
      }
    }
  }

  /// Has a pipe take a megabyte before it must be read: the report of a part of a long file is more
  /// than the 64 KiB that a pipe takes at first, and to wait for the reader several times a part is
  /// 3 % of a run.
  func widenPipe() {
    // F_SETPIPE_SZ of linux/fcntl.h, which Swift's module leaves out.
    let setPipeSize: Int32 = 1024 + 7
    // Where it is no pipe, or may not be as wide, it stays as it is.
    _ = fcntl(number, setPipeSize, 1 << 20)
  }

  /// Waits until a pipe that somebody has made non-blocking takes bytes again.
  private func waitUntilWritable() {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    // One request, as the count says; an error shows itself in the next `write`.
    _ = unsafe poll(&request, 1, -1)
  }

  /// Makes sure that what was written is on the disk.
  func synchronize() throws(SystemError) {
    // Pipes and devices cannot be synchronised, and need not be.
    guard fsync(number) != 0, errno != EINVAL, errno != EROFS else { return }
    throw .last
  }

  func setMode(_ mode: mode_t) throws(SystemError) {
    guard fchmod(number, mode) == 0 else { throw .last }
  }
}
