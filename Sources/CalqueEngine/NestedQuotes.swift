/// Quotation marks of a text that is itself quoted in a message.
enum NestedQuotes {
  /// Returns the text with its double marks as single ones.
  static func inner(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { single[$0] != nil }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(single[scalar] ?? scalar)
    }
    return result
  }

  private static let single: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "‘", "”": "’", "\"": "'", "„": "‚",
  ]
}
