/// Where a report goes: through one buffer to a standard stream or to a file.
struct ReportSink: ~Copyable {
  /// Bytes that are gathered before they are written: the size of a pipe.
  private static let bufferSize = 64 << 10

  private var buffer: [UInt8] = []
  /// Whether the report has filled the buffer, and a pipe was asked to take more.
  private var isLong = false
  private var file: OutputFile?
  /// Number of the descriptor where there is no file.
  private let stream: Int32
  /// Why writing has ended; what comes after it goes nowhere.
  private(set) var failure: SystemError?

  /// Opens the sink: the file at `path`, or a standard stream where there is none.
  init(path: String?, stream: Int32) throws(SystemError) {
    self.stream = stream
    if let path { file = try OutputFile.open(FilePath(path)) }
  }

  /// Adds bytes to the report.
  mutating func write(_ bytes: [UInt8]) {
    guard bytes.count < Self.bufferSize else {
      flush()
      writeThrough(bytes)
      return
    }
    buffer += bytes
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// Writes what is in the buffer.
  mutating func flush() {
    guard !buffer.isEmpty else { return }
    writeThrough(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the report; a file now has its new content, unless something has failed.
  mutating func finish() {
    flush()
    guard failure == nil else { return }
    do throws(SystemError) {
      try file?.finish()
    } catch {
      failure = error
    }
  }

  private mutating func writeThrough(_ bytes: [UInt8]) {
    guard failure == nil else { return }
    do throws(SystemError) {
      if file == nil {
        let output = FileDescriptor(number: stream)
        if !isLong, bytes.count >= Self.bufferSize {
          isLong = true
          output.widenPipe()
        }
        try output.write(bytes)
      } else {
        try file?.write(bytes)
      }
    } catch {
      failure = error
    }
  }
}
