import CalqueReporters
import CalqueText

/// Messages for people: everything that is not the report.
enum StandardError {
  /// Writes a message of the program, `calque: PATH: MESSAGE`.
  static func write(_ message: String, path: String = "") {
    write(message, at: VisibleText.shown(path))
  }

  /// Writes a message of a report, `calque: PATH:LINE:COLUMN: MESSAGE`.
  static func write(_ notification: RunSummary.Notification) {
    let place = notification.position.map { ":\($0.line):\($0.column)" } ?? ""
    write(notification.message, at: VisibleText.shown(notification.path) + place)
  }

  /// Writes bytes that are ready to be shown.
  static func write(_ bytes: [UInt8]) {
    // If standard error is gone there is nobody left to tell.
    try? FileDescriptor(number: 2).write(bytes)
  }

  private static func write(_ message: String, at place: String) {
    let message = VisibleText.shown(message)
    write(Array("calque: \(place.isEmpty ? "" : place + ": ")\(message)\n".utf8))
  }
}
