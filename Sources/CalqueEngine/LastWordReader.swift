internal import CalqueRules
internal import CalqueText

/// Tells whether the last word of a block without a final mark can be the last of a sentence.
struct LastWordReader: Sendable {
  private static let to = WordHash.of("to")
  private static let indefinite = WordSet("a an")
  /// Words that stand before another one, whatever they belong to.
  private static let openers = WordSet("a an and because every my nor or our the their whose your")
  private static let subjects = WordSet("he she they")
  private static let clauseOpeners = WordSet("because if that whether")

  /// Bytes of the longest word that is tried for a compound.
  private static let longestCompound = 32
  /// Letters of the shortest second half of one.
  private static let leastEnd = 5

  private let lexicon: Lexicon
  private let words: WordTable
  private let compoundStarts: WordList
  private let leadingOn: WordList
  private let questions: WordList
  private let prepositions: WordList
  private let verbsWithTo: WordList
  private let adjectives: WordList
  private let beForms: WordList

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    words = lexicon.words
    compoundStarts = lexicon.list("compound-start")
    leadingOn = lexicon.list("unfinished-ending")
    questions = lexicon.list("question-word")
    prepositions = lexicon.list("preposition")
    verbsWithTo = lexicon.list("verb-with-to")
    adjectives = lexicon.list("adjective")
    beForms = lexicon.list("be-form")
  }

  /// Tells whether a word leads on to another, wherever it stands: `the`, `because`.
  func isOpen(_ word: Int, _ article: Article) -> Bool { article.token(word, isIn: leadingOn) }

  /// Tells whether a block cannot end with its last word: `the`, and `tangible` in `a tangible`.
  func leadsOn(_ last: Int, of block: Block, _ article: Article) -> Bool {
    guard !article.tokens[last].flags.contains(.capitalized) else { return false }
    if isOpen(last, article) {
      return block.kind == .paragraph
        ? !isStranded(last, article) : !mayEndHeading(last, of: block, article)
    }
    if isPossessive(last, article) { return true }
    guard article.token(last, isIn: adjectives), let before = article.tokenBefore(last) else {
      return false
    }
    return Self.indefinite.contains(article.tokens[before].hash)
  }

  /// Tells whether not even a heading ends with a word: `and`, `the`, `that he`.
  func endsNothing(_ last: Int, _ article: Article) -> Bool {
    if Self.openers.contains(article.tokens[last].hash) { return true }
    guard Self.subjects.contains(article.tokens[last].hash),
      let before = article.tokenBefore(last)
    else { return false }
    return Self.clauseOpeners.contains(article.tokens[before].hash)
  }

  /// Tells whether a word is a preposition that something has to follow.
  func endsWithPreposition(_ last: Int, _ article: Article) -> Bool {
    article.token(last, isIn: prepositions) && !isStranded(last, article)
  }

  /// Tells whether a word is none: it is the beginning of one.
  func isPiece(_ last: Int, _ article: Article) -> Bool {
    let token = article.tokens[last]
    guard article.word(last) == 0, words.rank(of: token.hash) == nil,
      token.flags.isDisjoint(with: [.capitalized, .hasDigit, .nonASCII]),
      article.wordIndex.count(of: token.hash) == 1
    else { return false }
    // Writers make compounds freely: the last half of `pier-side` is a word.
    let bytes = article.document.text[token.range.indices]
    guard let hyphen = bytes.lastIndex(of: 0x2D) else { return !isCompound(bytes) }
    return words.rank(of: WordHash.of(folded: bytes[(hyphen + 1)...])) == nil
  }

  /// Tells whether letters start with the first half of compounds and go on with a word of some
  /// length, `subsample`, as pieces of words hardly do.
  ///
  /// O(letters²), of a last word.
  private func isCompound(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count <= Self.longestCompound else { return false }
    return letters.indices.dropFirst(2).dropLast(Self.leastEnd - 1).contains { place in
      lexicon.word(WordHash.of(folded: letters[..<place]), isIn: compoundStarts)
        && words.rank(of: WordHash.of(folded: letters[place...])) == .common
    }
  }

  /// Tells whether a heading may end with a word that leads on: `What a pier is`, `A pier to be
  /// proud of`.
  ///
  /// Sentences that were cut end with a preposition as well, so that one needs what it belongs to.
  private func mayEndHeading(_ last: Int, of block: Block, _ article: Article) -> Bool {
    if article.token(block.tokens.lowerBound, isIn: questions) { return true }
    guard article.token(last, isIn: prepositions), let adjective = article.tokenBefore(last),
      let verb = article.tokenBefore(adjective)
    else { return false }
    return article.token(verb, isIn: beForms)
  }

  /// Tells whether a word is a preposition whose noun stands before it as a question word: `whom
  /// they spoke with`, but not `what they want to`, which a verb goes on from.
  private func isStranded(_ last: Int, _ article: Article) -> Bool {
    guard article.token(last, isIn: prepositions), let verb = article.tokenBefore(last),
      article.tokens[last].hash != Self.to || article.token(verb, isIn: verbsWithTo)
    else { return false }
    var place = last
    while let before = article.tokenBefore(place), article.tokens[before].kind == .word {
      if article.token(before, isIn: questions) { return true }
      place = before
    }
    return false
  }

  /// Tells whether a word has a possessive ending, so that what is possessed is missing; decades
  /// have it too, `the 1990's`.
  private func isPossessive(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    let bytes = article.document.text[token.range.indices]
    guard bytes.last == 0x73, !token.flags.contains(.hasDigit), words.rank(of: token.hash) == nil
    else { return false }
    return bytes.dropLast().last == 0x27 || bytes.dropLast().suffix(3).elementsEqual("’".utf8)
  }
}
