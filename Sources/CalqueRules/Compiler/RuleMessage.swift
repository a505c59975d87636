/// What a rule says where the source language of an article is known, and where it is not.
///
/// Related languages share their calques: `facts` for events is wrong in a translation from French,
/// too, and to call it Spanish there would be false. A message has what is true of the language
/// alone in braces: `“$0” is {Spanish «los hechos»}; write “events”`. For other articles
/// ``literalTranslation`` stands there, or what is written behind a bar: `{as Spanish has it|so}`.
struct RuleMessage {
  /// What stands in the place of braces without a bar.
  static let literalTranslation = "a literal translation"

  /// The message for an article that came from the language.
  private(set) var known = ""
  /// The message for any other.
  private(set) var neutral = ""
  /// The bytes of the first braces; nil where the message has none.
  private(set) var clause: Range<Int>?

  /// Reads a message as a rule has it.
  ///
  /// O(length). Throws where a brace has no partner, or another inside.
  init(_ text: String) throws(PatternFault) {
    var rest = text[...]
    while let brace = rest.firstIndex(where: Self.isBrace) {
      let inside = rest[rest.index(after: brace)...]
      let start = text.utf8.distance(from: text.startIndex, to: brace)
      guard rest[brace] == "{", let end = inside.firstIndex(where: Self.isBrace), inside[end] == "}"
      else {
        throw PatternFault(
          kind: .message,
          message: "“{” and “}” stand around what is said of the language; one of them is missing",
          range: start..<start + 1)
      }
      let ways = inside[..<end].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      known += rest[..<brace] + ways[0]
      neutral += rest[..<brace] + (ways.count == 2 ? String(ways[1]) : Self.literalTranslation)
      rest = inside[inside.index(after: end)...]
      if clause == nil { clause = start..<text.utf8.count - rest.utf8.count }
    }
    known += rest
    neutral += rest
  }

  private static func isBrace(_ character: Character) -> Bool { "{}".contains(character) }
}
