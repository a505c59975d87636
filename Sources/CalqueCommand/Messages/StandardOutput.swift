/// Standard output, for what is not a report of findings.
enum StandardOutput {
  /// Writes bytes and returns how that went.
  static func write(_ bytes: [UInt8]) -> ExitStatus {
    do throws(SystemError) {
      try FileDescriptor(number: 1).write(bytes)
      return .clean
    } catch {
      // Whoever has closed the pipe, as `head` does, has what was wanted.
      if error.isClosedPipe { return .clean }
      StandardError.write("standard output: \(error)")
      return .usage
    }
  }
}
