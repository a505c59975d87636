extension JSONWriter {
  /// Writes a member that is a SARIF `message`.
  ///
  /// SARIF §3.11.6 takes `[text](target)` in it for a link. The words of an article do not link, so
  /// the bracket before the parenthesis is escaped as the standard says.
  mutating func message(_ name: String, _ text: String) {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "(", plain.last == "]" {
        plain.removeLast()
        plain.append(contentsOf: "\\]".unicodeScalars)
      }
      plain.append(scalar)
    }
    object(name) { $0.member("text", String(plain)) }
  }
}
