internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A word of Latin letters with one of another script among them that looks the same.
struct MixedScript: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.accentedWords.compactMap { index in
      let range = article.tokens[index].range
      guard isMixed(range, article) else { return nil }
      let written = article.document.string(range)
      let latin = LatinTwin.latin(of: written)
      // Science writes Greek letters beside Latin ones; those that have no twin are meant.
      let scripts = WordScripts(of: range, in: article.document.text)
      guard latin != nil || scripts.contains(.cyrillic) else { return nil }
      return Fault(
        range, values: ["word": written],
        fixes: latin.map {
          [
            Fix(
              summary: "write “\($0)” in Latin letters",
              edits: [Edit(range: range, replacement: $0)], safety: .safe)
          ]
        } ?? [])
    }
  }

  /// Tells whether a part of a word between hyphens has letters of two scripts.
  private func isMixed(_ word: TextRange, _ article: Article) -> Bool {
    let text = article.document.text
    guard WordScripts(of: word, in: text).rawValue.nonzeroBitCount > 1 else { return false }
    var start = word.start
    for end in word.start...word.end where end == word.end || text[Int(end)] == 0x2D {
      let scripts = WordScripts(of: TextRange(start, end), in: text)
      if scripts.contains(.latin), !scripts.isDisjoint(with: [.greek, .cyrillic]) { return true }
      start = min(end + 1, word.end)
    }
    return false
  }
}
