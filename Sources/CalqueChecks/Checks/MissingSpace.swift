internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A punctuation mark with words glued to both its sides: `workers.The`, `police,to`.
struct MissingSpace: Check {
  /// Letters of the shortest word before a full stop that is none of an abbreviation's or
  /// address's.
  private static let leastLength = 3

  private let words: WordTable
  private let starters: WordList
  /// Words that open the subject of a sentence, and no part of an address or name does.
  private let subjects: WordLists
  private let joining: WordLists

  init(_ setup: CheckSetup) {
    words = setup.lexicon.words
    starters = setup.lexicon.list("sentence-starter")
    subjects = setup.lexicon.lists(["pronoun", "possessive", "article"])
    joining = setup.lexicon.lists(["preposition", "conjunction"])
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.gluedMarks.compactMap { index in
      lacksSpace(at: index, article) ? describe(index, article) : nil
    }
  }

  private func lacksSpace(at index: Int, _ article: Article) -> Bool {
    let (before, after) = (article.tokens[index - 1], article.tokens[index + 1])
    let odd: Token.Flags = [.hasDigit, .initialism, .allCapitals, .hasSeam]
    guard before.kind == .number || before.flags.isDisjoint(with: [.hasDigit, .initialism]),
      after.flags.isDisjoint(with: odd), !isPartOfAddress(index, article),
      after.end - after.start >= 2 || isLoneWord(index + 1, article)
    else { return false }
    if before.kind == .number { return endsWithNumber(index, article) }
    switch UInt8(truncatingIfNeeded: article.tokens[index].hash) {
    case 0x2E: return endsSentence(index, article)
    case 0x2C, 0x3B: return true
    case 0x21, 0x3F: return !before.flags.contains(.capitalized)
    default: return false
    }
  }

  /// Tells whether a stop ends a sentence behind a number that is not the number of a point, as in
  /// `3.The third point`.
  private func endsWithNumber(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index - 1), article.tokens[before].kind == .word,
      !article.tokens[index - 1].flags.contains(.sentenceStart)
    else { return false }
    return article.tokens[index].isMark(".") && article.token(index + 1, isIn: starters)
      && article.tokens[index + 1].flags.contains(.capitalized)
  }

  /// Tells whether a letter with a small word behind it is a word of its own, as in `A third man`
  /// and not in `vitamin A and zinc`.
  private func isLoneWord(_ index: Int, _ article: Article) -> Bool {
    guard article.token(index, isInOneOf: subjects), index + 1 < article.tokens.count else {
      return false
    }
    let next = article.tokens[index + 1]
    return next.kind == .word && next.flags.isDisjoint(with: [.capitalized, .initialism])
      && next.flags.contains(.spaceBefore) && isKnown(next)
      && !article.token(index + 1, isInOneOf: joining)
  }

  /// Tells whether a stop ends a sentence rather than parts the pieces of an address.
  private func endsSentence(_ index: Int, _ article: Article) -> Bool {
    let (before, after) = (article.tokens[index - 1], article.tokens[index + 1])
    guard before.end - before.start >= Self.leastLength, before.end - before.start < 20 else {
      return false
    }
    let isStarter = article.token(index + 1, isIn: starters)
    if before.flags.contains(.capitalized) {
      guard after.flags.contains(.capitalized) else { return false }
      if article.token(index + 1, isInOneOf: subjects) { return true }
      // Acronyms are short.
      guard before.end - before.start > 4 else {
        return before.flags.contains(.allCapitals) && isStarter && after.end - after.start >= 4
      }
      return isStarter || after.end - after.start > 4 && isKnown(after)
    }
    if after.flags.contains(.capitalized) { return isKnown(before) || isStarter }
    return isStarter && after.end - after.start >= Self.leastLength && isKnown(before)
  }

  private func isKnown(_ word: Token) -> Bool { words.rank(of: word.hash) != nil }

  /// Tells whether the words on both sides go on without a space, as in `mail.the-times.example`.
  private func isPartOfAddress(_ index: Int, _ article: Article) -> Bool {
    let tokens = article.tokens
    func joinsTightly(_ place: Int) -> Bool {
      tokens.indices.contains(place) && !tokens[place].flags.contains(.spaceBefore)
        && (tokens[place].kind == .symbol
          || [".", "/", ":", "_", "-"].contains { tokens[place].isMark($0) })
    }
    if index >= 2, !tokens[index - 1].flags.contains(.spaceBefore),
      joinsTightly(index - 2)
        || tokens[index - 2].kind == .symbol
    {
      return true
    }
    guard joinsTightly(index + 2), index + 3 < tokens.count else { return false }
    return tokens[index + 2].kind == .symbol || !tokens[index + 3].flags.contains(.spaceBefore)
  }

  private func describe(_ index: Int, _ article: Article) -> Fault {
    let (mark, after) = (article.tokens[index], article.tokens[index + 1])
    let place = TextRange(after.start, after.start)
    return Fault(
      article.document.range(of: index - 1..<index + 2),
      values: ["mark": article.string(mark.range), "word": article.string(after.range)],
      fixes: [
        Fix(
          summary: "put a space after “\(article.string(mark.range))”",
          edits: [Edit(range: place, replacement: " ")], safety: .review)
      ])
  }
}
