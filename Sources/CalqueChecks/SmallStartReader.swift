internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Reads sentences that start with a small letter: they have lost a capital, or a stop too much
/// stands before them.
struct SmallStartReader {
  /// Words of the shortest sentence that has lost its capital.
  private static let leastWords = 4
  /// Letters of the shortest word that is no abbreviation, though no dictionary has it.
  private static let leastUnknown: UInt32 = 6
  /// Letters of the longest unit that is written with a stop.
  private static let longestUnit: UInt32 = 3
  /// Words of the longest phrase that a preposition opens.
  private static let longestPhrase = 12

  /// Digits of the shortest number that is no item's, in the middle of a paragraph.
  private static let leastDigits: UInt32 = 2
  /// Letters of the shortest name that is no abbreviation, `Fri.`, and of one in capitals, `NPR.`.
  private static let leastName: UInt32 = 4
  private static let leastInitials: UInt32 = 3

  /// Words that hardly start a sentence.
  private let joined: WordList
  private let words: WordTable
  private let abbreviations: WordList
  private let nameParticles: WordList
  private let units: WordList
  private let prepositions: WordList
  private let determiners: WordList
  private let subjects: WordLists
  private let joints: WordLists
  private let clauseWords: WordLists

  init(_ lexicon: Lexicon) {
    joined = lexicon.list("no-sentence-start")
    words = lexicon.words
    abbreviations = lexicon.list("abbreviation")
    nameParticles = lexicon.list("name-particle")
    units = lexicon.list("unit-after-number")
    prepositions = lexicon.list("preposition")
    determiners = lexicon.list("determiner")
    subjects = lexicon.lists(["pronoun", "determiner"])
    joints = lexicon.lists(["preposition", "conjunction"])
    clauseWords = lexicon.lists([
      "pronoun", "be-form", "have-form", "modal", "reporting-verb", "past-verb",
    ])
  }

  /// Returns the sentences of paragraphs that start with a plain small word of English and end as
  /// sentences may, in order.
  func sentences(in article: Article) -> [Sentence] {
    article.rareSentences.startingSmall.compactMap { index in
      let sentence = article.document.sentences[index]
      guard article.document.blocks[sentence.block].kind == .paragraph,
        isSmallWord(sentence.tokens.lowerBound, article), mayEnd(sentence.tokens, article)
      else { return nil }
      return sentence
    }
  }

  /// Tells whether the stop before a sentence ended one, and was none of an abbreviation's.
  func followsStop(_ sentence: Sentence, _ article: Article) -> Bool {
    let first = sentence.tokens.lowerBound
    guard first >= article.document.blocks[sentence.block].tokens.lowerBound + 2 else {
      return false
    }
    return article.tokens[first - 1].isMark(".") && !endsWithState(first - 2, article)
      && article.tokens[first].flags.contains(.spaceBefore)
      && (endsWord(first - 2, article)
        || article.token(first, isInOneOf: subjects)
          && endsNumberOrName(first - 2, sentence, article))
  }

  /// Tells whether a name may be short for a state, as behind its town in `Boston, Mass.`.
  private func endsWithState(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].flags.contains(.capitalized)
      && article.tokenBefore(index).map { article.tokens[$0].isMark(",") } ?? false
  }

  /// Tells whether a stop that stands close behind what is no plain word does not belong to it: a
  /// number or bracket that no item starts with, `in 2010.`, a name or the letters of one, `NPR.`.
  private func endsNumberOrName(
    _ index: Int, _ sentence: Sentence, _ article: Article
  ) -> Bool {
    let (last, stop) = (article.tokens[index], article.tokens[index + 1])
    guard !stop.flags.contains(.spaceBefore),
      index > article.document.blocks[sentence.block].tokens.lowerBound
    else { return false }
    switch last.kind {
    case .number: return last.end - last.start >= Self.leastDigits
    case .punctuation: return last.isMark(")")
    case .word:
      let least = last.flags.contains(.allCapitals) ? Self.leastInitials : Self.leastName
      return last.flags.contains(.capitalized) && last.end - last.start >= least
        && !article.token(index, isIn: abbreviations)
    case .quote, .symbol: return false
    }
  }

  /// Tells whether what looks like a sentence is the rest of the one before.
  func goesOn(_ sentence: Sentence, _ article: Article) -> Bool {
    article.token(sentence.tokens.lowerBound, isIn: joined) || !isLong(sentence, article)
      || isPhrase(sentence.tokens, article)
  }

  /// Tells whether a word is the small part of a name: `van der Berg`, `bin Laden`.
  func startsName(_ index: Int, _ article: Article) -> Bool {
    guard article.token(index, isIn: nameParticles), let next = article.tokenAfter(index) else {
      return false
    }
    return article.tokens[next].flags.contains(.capitalized)
      || article.token(next, isIn: nameParticles)
  }

  /// Tells whether tokens are a sentence rather than an item or a label.
  func isLong(_ sentence: Sentence, _ article: Article) -> Bool {
    sentence.tokens.count { article.tokens[$0].kind == .word } >= Self.leastWords
  }

  /// Tells whether a token is a plain word of English, written small.
  func isSmallWord(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    guard token.kind == .word,
      token.flags.isDisjoint(with: [.capitalized, .hasSeam, .hasDigit, .initialism])
    else { return false }
    // `it’s` is a word if `it` is one; `a` is the only one of a letter.
    let bytes = article.document.text[token.range.indices]
    let letters = bytes.prefix { (0x61...0x7A).contains($0) }
    // `desk@ is the address.`
    if index + 1 < article.tokens.count, article.tokens[index + 1].isMark("@") { return false }
    guard letters.endIndex == bytes.endIndex || [0x27, 0xE2].contains(bytes[letters.endIndex])
    else { return false }
    let hash = WordHash.of(folded: letters)
    return words.rank(of: hash) == .common || letters.elementsEqual([0x61])
  }

  /// Tells whether a stop that stands close behind a word does not belong to it.
  func endsWord(_ index: Int, _ article: Article) -> Bool {
    let (word, stop) = (article.tokens[index], article.tokens[index + 1])
    guard !stop.flags.contains(.spaceBefore), word.kind == .word,
      !article.token(index, isIn: abbreviations), !isUnit(index, article),
      !endsWithInitial(word, article)
    else { return false }
    let length = word.end - word.start
    return length >= Self.leastUnknown || length >= 2 && words.rank(of: word.hash) != nil
  }

  /// Tells whether a word is short for the unit of a number: `12 in. of snow`.
  private func isUnit(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    guard token.end - token.start <= Self.longestUnit, article.token(index, isIn: units),
      let number = article.tokenBefore(index)
    else { return false }
    return article.tokens[number].kind == .number
  }

  /// Tells whether a name ends with an initial behind a hyphen, as in `Ana-G. left`.
  private func endsWithInitial(_ word: Token, _ article: Article) -> Bool {
    article.document.text[word.range.indices].suffix(2).first == 0x2D
  }

  /// Tells whether tokens are only what a preposition leads to, which is no sentence: `for the same
  /// purpose`, but not `for years the pier was closed`.
  private func isPhrase(_ tokens: Range<Int>, _ article: Article) -> Bool {
    guard tokens.count <= Self.longestPhrase + 1,
      article.token(tokens.lowerBound, isIn: prepositions)
    else { return false }
    return tokens.dropLast().allSatisfy { index in
      guard article.tokens[index].kind == .word, !article.token(index, isInOneOf: clauseWords)
      else { return false }
      // Behind a noun a determiner starts the subject: `in the port the boats …`.
      return !article.token(index, isIn: determiners)
        || article.token(index - 1, isInOneOf: joints)
    }
  }

  /// Tells whether tokens end as a sentence may, or a part of one: by a number, a colon or a comma
  /// as well as by a stop, but not as items and headings do.
  private func mayEnd(_ tokens: Range<Int>, _ article: Article) -> Bool {
    let last = article.tokens[tokens.upperBound - 1]
    return !last.isMark(";") && last.kind != .word
  }
}
