internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Dashes that stand close to the words between them, as brackets do in Spanish.
///
/// `the rules –old and new–, the mayor said`
///
/// The option `certain` tells hyphens, and dashes before a comma, from long dashes that some
/// English papers set like this.
struct GluedDash: Check {
  static let options = [CheckOption("certain", .flag)]

  /// Tokens of the longest insertion.
  private static let reach = 60

  private let isCertain: Bool

  init(_ setup: CheckSetup) {
    isCertain = setup.options["certain"]?.first == "true"
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.openingDashes.compactMap { opening in
      guard let closing = closing(of: opening, article),
        isUnknownToEnglish(opening, closing, article) == isCertain
      else { return nil }
      return describe(opening, closing, article)
    }
  }

  private func isUnknownToEnglish(_ opening: Int, _ closing: Int, _ article: Article) -> Bool {
    article.tokens[opening].isMark("-") || article.tokens[closing + 1].kind == .punctuation
  }

  /// Returns the dash that closes what another one opens, in the same sentence.
  private func closing(of opening: Int, _ article: Article) -> Int? {
    let tokens = article.tokens
    let sentence = article.document.sentences[article.document.sentence(ofToken: opening)].tokens
    guard opening > sentence.lowerBound, opening + 2 < sentence.upperBound,
      tokens[opening + 1].kind == .word, tokens[opening - 1].kind == .word
    else { return nil }
    let end = min(sentence.upperBound - 1, opening + Self.reach)
    for index in opening + 2..<max(opening + 2, end) where tokens[index].isDash {
      let next = tokens[index + 1]
      guard !tokens[index].flags.contains(.spaceBefore),
        next.flags.contains(.spaceBefore) || next.kind == .punctuation && !next.isDash
      else { return nil }
      return index
    }
    return nil
  }

  private func describe(_ opening: Int, _ closing: Int, _ article: Article) -> Fault {
    let tokens = article.tokens
    let (first, last) = (tokens[opening], tokens[closing])
    // English puts no comma behind the dash.
    let isBeforeComma = tokens[closing + 1].isMark(",")
    let end = isBeforeComma ? tokens[closing + 1].end : last.end
    return Fault(
      first.range, values: ["text": article.string(TextRange(first.start, end))],
      related: [Finding.Related(range: last.range, note: "what it opens ends here")],
      fixes: [
        Fix(
          summary: "put spaces around both dashes",
          edits: [
            Edit(range: first.range, replacement: "– "),
            Edit(range: TextRange(last.start, end), replacement: " –"),
          ], safety: .review)
      ])
  }
}
