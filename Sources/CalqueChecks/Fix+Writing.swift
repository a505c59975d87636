internal import CalqueFindings
internal import CalqueText

extension Fix {
  /// A fix that puts a text in the place of another and says so.
  static func writing(_ text: String, at range: TextRange, safety: Safety = .review) -> Fix {
    Fix(
      summary: "write “\(text)”", edits: [Edit(range: range, replacement: text)], safety: safety)
  }

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

extension String {
  /// The word with a small first letter and the others as they are.
  var withSmallFirstLetter: String { prefix(1).lowercased() + dropFirst() }

  /// The word with a capital first letter and the others as they are.
  var withCapitalFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}
