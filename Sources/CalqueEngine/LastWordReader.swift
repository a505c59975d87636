internal import CalqueRules
internal import CalqueText

/// Tells whether the last word of a block without a final mark can be the last of a sentence.
struct LastWordReader: Sendable {
  private static let to = WordHash.of("to")
  private static let indefinite = WordSet("a an")

  private let words: WordTable
  private let leadingOn: WordList
  private let questions: WordList
  private let prepositions: WordList
  private let adjectives: WordList

  init(_ lexicon: Lexicon) {
    words = lexicon.words
    leadingOn = lexicon.list("unfinished-ending")
    questions = lexicon.list("question-word")
    prepositions = lexicon.list("preposition")
    adjectives = lexicon.list("adjective")
  }

  /// Tells whether a word leads on to another, wherever it stands: `the`, `because`.
  func isOpen(_ word: Int, _ article: Article) -> Bool { article.token(word, isIn: leadingOn) }

  /// Tells whether a block cannot end with its last word: `the`, and `tangible` in `a tangible`.
  func leadsOn(_ last: Int, of block: Block, _ article: Article) -> Bool {
    guard !article.tokens[last].flags.contains(.capitalized) else { return false }
    if isOpen(last, article) {
      return !isStranded(last, article) && (block.kind == .paragraph || !asks(block, article))
    }
    if isPossessive(last, article) { return true }
    guard article.token(last, isIn: adjectives), let before = article.tokenBefore(last) else {
      return false
    }
    return Self.indefinite.contains(article.tokens[before].hash)
  }

  /// Tells whether a word is none: it is the beginning of one.
  func isPiece(_ last: Int, _ article: Article) -> Bool {
    let token = article.tokens[last]
    return article.word(last) == 0 && words.rank(of: token.hash) == nil
      && token.flags.isDisjoint(with: [.capitalized, .hasDigit, .nonASCII])
      && article.wordIndex.count(of: token.hash) == 1
  }

  /// Tells whether a block starts with a question word, as the heading `What a pier is`.
  private func asks(_ block: Block, _ article: Article) -> Bool {
    article.token(block.tokens.lowerBound, isIn: questions)
  }

  /// Tells whether a word is a preposition whose question stands before it: `whom they spoke with`.
  private func isStranded(_ last: Int, _ article: Article) -> Bool {
    guard article.token(last, isIn: prepositions), article.tokens[last].hash != Self.to else {
      return false
    }
    var place = last
    while let before = article.tokenBefore(place), article.tokens[before].kind == .word {
      if article.token(before, isIn: questions) { return true }
      place = before
    }
    return false
  }

  /// Tells whether a word has a possessive ending, so that what is possessed is missing.
  private func isPossessive(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    let bytes = article.document.text[token.range.indices]
    guard bytes.last == 0x73, words.rank(of: token.hash) == nil else { return false }
    return bytes.dropLast().last == 0x27 || bytes.dropLast().suffix(3).elementsEqual("’".utf8)
  }
}
