import CalqueText
import Glibc

/// A file or stream that was opened to be read, whole or in parts.
struct OpenFile: ~Copyable {
  /// Bytes of one read of a stream, and of the first read of a file.
  static let chunk = 252 << 10

  let descriptor: FileDescriptor
  /// Number of bytes of a file; zero where it is not known, as of a stream.
  ///
  /// Files of the kernel, in /proc, have text but no size.
  let size: Int

  private init(_ descriptor: consuming FileDescriptor, size: Int) {
    self.descriptor = descriptor
    self.size = size
  }

  /// Opens a file that was named, which may be a stream, or found, which may not.
  static func reading(_ path: FilePath, isNamed: Bool) throws(SystemError) -> OpenFile {
    let descriptor = try FileDescriptor.reading(path, mayWait: isNamed)
    let status = try FileStatus(descriptor)
    return switch status.kind {
    case .file: OpenFile(descriptor, size: status.size)
    case .stream where isNamed: OpenFile(descriptor, size: 0)
    case .folder: throw SystemError(code: EISDIR)
    case .stream, .link, .other: throw .noText
    }
  }

  /// Takes standard input.
  static func standardInput() -> OpenFile { OpenFile(FileDescriptor(number: 0), size: 0) }

  /// Whether the file has no more bytes than these.
  func isKnown(toHaveAtMost most: Int) -> Bool { size > 0 && size <= most }

  /// Reads all of a file.
  static func read(
    _ path: FilePath, isNamed: Bool, stopsAtNUL: Bool
  ) throws(SystemError) -> [UInt8] {
    try reading(path, isNamed: isNamed).read(stopsAtNUL: stopsAtNUL)
  }

  /// Reads up to the end.
  ///
  /// With `stopsAtNUL` reading ends after a first chunk that holds a NUL byte, and returns the
  /// chunk: what is no text is told as such without reading a film to its end.
  func read(stopsAtNUL: Bool) throws(SystemError) -> [UInt8] {
    // A range has 32 bits, so there is no need to read on.
    guard size < Int(UInt32.max) else { throw SystemError(code: EOVERFLOW) }
    return size > 0
      ? try readFile(stopsAtNUL: stopsAtNUL) : try readStream(stopsAtNUL: stopsAtNUL)
  }

  /// Reads as many bytes as a file had when it was opened, straight into their place.
  private func readFile(stopsAtNUL: Bool) throws(SystemError) -> [UInt8] {
    let number = descriptor.number
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe Self.adviseLargePages(for: buffer)
      while count < size {
        // The bytes from `count` up to `end` lie inside the buffer, and `read` fills no more.
        let end = count == 0 ? min(Self.chunk, size) : size
        let place = unsafe buffer.baseAddress?.advanced(by: count)
        let result = unsafe Glibc.read(number, place, end - count)
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = .last }
        guard result > 0 else { return }
        count += result
        if stopsAtNUL, count == result,
          unsafe Self.isBinary(UnsafeBufferPointer(rebasing: buffer[..<count]))
        {
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Asks for pages of 2 MiB in memory that holds a large file: the system would hand out, clear
  /// and map each 4 KiB by itself, which is 3 % of a run on 50 MB.
  private static func adviseLargePages(for buffer: UnsafeMutableBufferPointer<UInt8>) {
    let pageSize = 2 << 20
    guard buffer.count >= 2 * pageSize, let start = buffer.baseAddress else { return }
    let gap = -Int(bitPattern: start) & (pageSize - 1)
    let length = (buffer.count - gap) / pageSize * pageSize
    // The pages lie inside the buffer. It is advice: where it is not taken nothing is lost.
    _ = unsafe madvise(start + gap, length, MADV_HUGEPAGE)
  }

  /// Reads up to the end, or past the size of what can be a source.
  private func readStream(stopsAtNUL: Bool) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < Int(UInt32.max) {
      let count = try descriptor.read(Self.chunk, to: &bytes)
      guard count > 0 else { break }
      if stopsAtNUL, bytes.count == count, Self.isBinary(bytes) { break }
    }
    return bytes
  }

  /// Tells whether a start of a file holds NUL bytes and is not UTF-16, which is full of them.
  static func isBinary(_ start: [UInt8]) -> Bool {
    // It is looked at and not kept.
    unsafe start.withUnsafeBufferPointer(isBinary)
  }

  private static func isBinary(_ start: UnsafeBufferPointer<UInt8>) -> Bool {
    guard unsafe Source.Encoding.utf16(markedBy: start) == nil, let first = start.baseAddress
    else { return false }
    // It looks at no more than these bytes.
    return unsafe memchr(first, 0, start.count) != nil
  }
}
