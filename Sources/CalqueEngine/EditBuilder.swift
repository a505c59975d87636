internal import CalqueFindings
internal import CalqueText

/// Writes one change of words as edits of bytes: spacing, capitals and articles in order.
struct EditBuilder {
  private let article: Article
  /// Matched tokens, quotation marks apart unless the fix writes some itself.
  private let source: [Int]
  private let keepsCase: Bool

  private var tokens: [Token] { article.tokens }

  init(_ article: Article, source: [Int], keepsCase: Bool) {
    self.article = article
    self.source = source
    self.keepsCase = keepsCase
  }

  /// Returns the edits that put `new` in the place of the change's old tokens; `kept` is the piece
  /// behind, which the text has already.
  func edits(
    for change: Alignment.Change, to new: [FixRenderer.Piece], before kept: FixRenderer.Piece?
  ) -> [Edit] {
    let old = source[change.old]
    guard let first = old.first, let last = old.last else {
      return insertion(of: new, at: change.old.lowerBound, before: kept)
    }
    if new.isEmpty { return removal(from: first, through: last) }
    if old.count == new.count, holdsMark(first, last) {
      return zip(old, new).flatMap { replacement(from: $0, through: $0, by: [$1]) }
    }
    return replacement(from: first, through: last, by: new)
  }

  /// Tells whether a change would remove a quotation mark that stands among its old tokens.
  func losesMark(_ change: Alignment.Change) -> Bool {
    let old = source[change.old]
    guard let first = old.first, let last = old.last else { return false }
    return holdsMark(first, last) && change.old.count != change.new.count
  }

  private func holdsMark(_ first: Int, _ last: Int) -> Bool {
    (first...last).contains { tokens[$0].kind == .quote }
  }

  private func joined(_ pieces: [FixRenderer.Piece]) -> String {
    pieces.enumerated().map { index, piece in
      (index > 0 && piece.spaceBefore ? " " : "") + piece.text
    }.joined()
  }

  // MARK: Insertion

  private func insertion(
    of new: [FixRenderer.Piece], at index: Int, before kept: FixRenderer.Piece?
  ) -> [Edit] {
    let text = joined(new)
    guard index < source.count else {
      let end = tokens[source[source.count - 1]].end
      let space = new.first?.spaceBefore ?? true ? " " : ""
      return [Edit(range: TextRange(end, end), replacement: space + text)]
    }
    let next = source[index]
    let agreement = index == 0 ? articleEdit(before: next, text) : nil
    return (agreement.map { [$0] } ?? []) + [insertion(of: text, before: next, kept)]
  }

  /// Puts a text before a token; one that led the sentence hands its capital on.
  private func insertion(of text: String, before next: Int, _ kept: FixRenderer.Piece?) -> Edit {
    let start = tokens[next].start
    let isSmall = kept?.text.first?.isLowercase ?? false
    guard !keepsCase, isSmall, tokens[next].flags.contains(.capitalized), startsSentence(next),
      let kept
    else { return Edit(range: TextRange(start, start), replacement: text + " ") }
    return Edit(
      range: tokens[next].range, replacement: WordCase.capitalized(text) + " " + kept.text)
  }

  // MARK: Removal

  /// Removes tokens with the space on one side; the next word takes over a sentence's capital.
  private func removal(from first: Int, through last: Int) -> [Edit] {
    let next = last + 1
    let block = article.document.blocks[article.document.block(ofToken: first)].tokens
    guard next < block.upperBound else {
      let start = first > block.lowerBound ? tokens[first - 1].end : tokens[first].start
      return [Edit(range: TextRange(start, tokens[last].end), replacement: "")]
    }
    let following = tokens[next]
    let isSpaced = following.flags.contains(.spaceBefore)
    if !isSpaced, first > block.lowerBound {
      return [Edit(range: TextRange(tokens[first - 1].end, tokens[last].end), replacement: "")]
    }
    let startsSentence = tokens[first].flags.contains(.sentenceStart)
    guard startsSentence, following.kind == .word, !following.flags.contains(.capitalized) else {
      let agreement = articleEdit(before: first, article.string(following.range))
      return (agreement.map { [$0] } ?? [])
        + [Edit(range: TextRange(tokens[first].start, following.start), replacement: "")]
    }
    return [
      Edit(
        range: TextRange(tokens[first].start, following.end),
        replacement: WordCase.capitalized(article.string(following.range)))
    ]
  }

  // MARK: Replacement

  private func replacement(
    from first: Int, through last: Int, by new: [FixRenderer.Piece]
  ) -> [Edit] {
    var text = joined(new)
    if !keepsCase { text = adaptCase(of: text, to: first, last) }
    var edits = [Edit(range: TextRange(tokens[first].start, tokens[last].end), replacement: text)]
    if let edit = articleEdit(before: first, text) { edits.insert(edit, at: 0) }
    return edits
  }

  private func adaptCase(of text: String, to first: Int, _ last: Int) -> String {
    // One word in capitals may be an acronym; several are a text that shouts.
    let words = source.filter { tokens[$0].kind == .word }
    let isShouted = words.allSatisfy { tokens[$0].flags.contains(.allCapitals) }
    if isShouted, words.count > 1 { return text.uppercased() }
    let wantsCapital = tokens[first].flags.contains(.capitalized) && isAtCapitalPlace(first)
    return wantsCapital ? WordCase.capitalized(text) : text
  }

  /// Tells whether a capital at a token comes from its place, a sentence's start or a headline,
  /// rather than from its being a name.
  private func isAtCapitalPlace(_ token: Int) -> Bool {
    let block = article.document.blocks[article.document.block(ofToken: token)]
    return !block.isProse || startsSentence(token)
  }

  /// Tells whether a token is the first of a sentence, quotation marks apart.
  private func startsSentence(_ token: Int) -> Bool {
    var index = token
    while !tokens[index].flags.contains(.sentenceStart) {
      guard index > 0, tokens[index - 1].kind == .quote else { return false }
      index -= 1
    }
    return true
  }

  /// Returns the edit that makes `a` and `an` agree with a new word behind them.
  private func articleEdit(before first: Int, _ text: String) -> Edit? {
    var index = first - 1
    while index >= 0, tokens[index].kind == .quote { index -= 1 }
    guard index >= 0, tokens[index].kind == .word else { return nil }
    let word = tokens[index]
    let isAn: Bool
    switch word.hash {
    case Self.a: isAn = false
    case Self.an: isAn = true
    default: return nil
    }
    guard IndefiniteArticle.isAn(before: text) != isAn else { return nil }
    let article = isAn ? "a" : "an"
    let isCapital = word.flags.contains(.capitalized)
    return Edit(range: word.range, replacement: isCapital ? WordCase.capitalized(article) : article)
  }

  private static let a = WordHash.of("a")
  private static let an = WordHash.of("an")
}

/// Capital letters of replacements.
enum WordCase {
  /// Returns a text with its first letter as a capital.
  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}

/// Chooses between `a` and `an` by the sound of the next word.
enum IndefiniteArticle {
  /// Beginnings that are written with a vowel and spoken with a consonant.
  private static let consonantSounds = [
    "uni", "use", "usu", "uti", "eu", "ewe", "one", "once", "ubi", "uk", "ura",
  ]
  /// Beginnings that are written with `h` and spoken without.
  private static let silentH = ["hour", "honest", "honor", "honour", "heir"]
  /// Letters whose own names start with a vowel, for acronyms that are spelt out.
  private static let vowelNames: Set<Character> = [
    "A", "E", "F", "H", "I", "L", "M", "N", "O", "R", "S", "X",
  ]

  /// Tells whether `an` stands before a text.
  static func isAn(before text: String) -> Bool {
    let word = text.prefix { $0.isLetter }
    if word.count > 1, word.allSatisfy(\.isUppercase) {
      return word.first.map(vowelNames.contains) ?? false
    }
    let small = word.lowercased()
    if silentH.contains(where: small.hasPrefix) { return true }
    if consonantSounds.contains(where: small.hasPrefix) {
      // `uninvited` and `unimportant` are not of the `unit` kind.
      return small.hasPrefix("unin") || small.hasPrefix("unim")
    }
    return small.first.map { "aeiou".contains($0) } ?? false
  }
}
