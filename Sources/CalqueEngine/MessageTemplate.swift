/// Fills the `$1` and `$name` places of a rule's message.
enum MessageTemplate {
  /// Returns the message with its places filled; a place without a value is left out.
  static func fill(_ template: String, values: (Substring) -> String?) -> String {
    guard template.utf8.contains(UInt8(ascii: "$")) else { return template }
    var result = ""
    var rest = template[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let name =
        rest.first.map { isDigit($0) } == true
        ? rest.prefix(1) : rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
      if name.isEmpty {
        result += "$"
      } else {
        result += values(name) ?? ""
        rest = rest[name.endIndex...]
      }
    }
    return result + rest
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
