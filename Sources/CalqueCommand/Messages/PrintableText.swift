/// Names from outside, made fit for a terminal.
enum PrintableText {
  /// Returns a text with what could act on a terminal, or turn a line around, as `\u{1B}`.
  static func of(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: String(scalar)
      }
    }.joined()
  }
}
