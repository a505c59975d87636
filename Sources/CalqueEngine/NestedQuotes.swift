/// Quotation marks of a text that is itself quoted in a message.
enum NestedQuotes {
  /// Returns the text with its double marks as single ones.
  static func inner(_ text: String) -> String {
    // Curly and low marks are E2 80 9C…9E in UTF-8; few texts have such a byte or a straight mark.
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0xE2 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(single(scalar))
    }
    return result
  }

  private static func single(_ mark: Unicode.Scalar) -> Unicode.Scalar {
    switch mark {
    case "“": "‘"
    case "”": "’"
    case "\"": "'"
    case "„": "‚"
    default: mark
    }
  }
}
