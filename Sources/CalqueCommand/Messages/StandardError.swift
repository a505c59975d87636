import CalqueReporters

/// Messages for people: everything that is not the report.
enum StandardError {
  /// Writes a message of the program, `calque: PATH: MESSAGE`.
  static func write(_ message: String, path: String = "") {
    write(Array((path.isEmpty ? "" : VisibleText.shown(path) + ": ").utf8), message)
  }

  /// Writes bytes that are ready to be shown.
  static func write(_ bytes: [UInt8]) {
    // If standard error is gone there is nobody left to tell.
    try? FileDescriptor(number: 2).write(bytes)
  }

  private static func write(_ place: [UInt8], _ message: String) {
    write(Array("calque: ".utf8) + place + Array(message.utf8) + [0x0A])
  }
}
