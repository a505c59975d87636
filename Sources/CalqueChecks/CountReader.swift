internal import CalqueEngine
internal import CalqueText

/// Reads whole numbers, and whether one counts exactly and by itself.
struct CountReader {
  /// Words that may say one, but start nothing that is counted.
  private static let articles = [WordHash.of("a"), WordHash.of("an")]
  private let numberWords: WordList
  private let approximation: WordList

  init(_ lexicon: Lexicon) {
    numberWords = lexicon.list("number-words")
    approximation = lexicon.list("before-inexact-number")
  }

  /// Returns the tokens right behind `:` or `(` that are numbers below a hundred in words, or
  /// numbers in digits, in order.
  func candidatesBehindOpenings(in article: Article) -> [Int] {
    article.rare.openings.compactMap { opening in
      let next = opening + 1
      return next < article.tokens.count && isCandidate(article.tokens[next]) ? next : nil
    }
  }

  /// Tells whether a token is one of the numbers that start what is counted.
  func isCandidate(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .word && WordNumbers.cardinals[token.hash] != nil
  }

  /// Returns the number that a token is; `a` is one.
  func value(_ index: Int, _ article: Article) -> Int? {
    let token = article.tokens[index]
    if token.kind == .number {
      return Figure(article.document.text[token.range.indices]).wholeValue
    }
    guard token.kind == .word else { return nil }
    return Self.articles.contains(token.hash) ? 1 : WordNumbers.cardinals[token.hash]
  }

  /// Tells whether a token is a number of any kind, in words or digits.
  func isNumber(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].hasFigures || article.token(index, isIn: numberWords)
  }

  /// Tells whether a number says how many there are: not `at least 12`, `of the 12`, `two of 12`.
  func isExact(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index) else { return true }
    let token = article.tokens[before]
    guard token.kind == .word || token.isMark(",") || token.kind == .quote,
      !article.token(before, isIn: approximation), !isNumber(before, article)
    else { return false }
    guard let second = article.tokenBefore(before) else { return true }
    return !article.token(second, isIn: approximation)
  }
}
