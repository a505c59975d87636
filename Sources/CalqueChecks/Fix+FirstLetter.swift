internal import CalqueFindings
internal import CalqueText

extension Fix {
  /// A fix for a word of which only the case of the first letter, one of ASCII, is wrong.
  static func firstLetter(of word: TextRange, to written: String) -> Fix {
    Fix(
      summary: "write “\(written)”",
      edits: [
        Edit(
          range: TextRange(word.start, word.start + 1), replacement: String(written.prefix(1)))
      ], safety: .review)
  }
}
