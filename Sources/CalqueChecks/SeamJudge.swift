internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Tells words that have run together at a capital, `surgeryAnatoly`, from names that are written
/// so.
///
/// Measured on news, nearly every capital inside a word is a brand: `WhatsApp`, `SoftBank`. What is
/// left when a word starts small, or goes on with a word that opens sentences, is a lost space.
struct SeamJudge {
  /// Letters of the longest part of a brand that starts small.
  private static let longestBrandPart = 5

  private let words: WordTable
  private let lexicon: Lexicon
  private let starters: WordList
  private let countries: WordList
  private let reportingVerbs: WordList

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    words = lexicon.words
    countries = lexicon.list("country")
    reportingVerbs = lexicon.list("reporting-verb")
    starters = lexicon.list("pronoun-or-article")
  }

  /// Returns the offset at which the second word starts; nil where a name is meant.
  func seam(ofToken token: Int, in article: Article) -> UInt32? {
    guard let place = article.lastSeam(of: token) else { return nil }
    let text = article.document.text
    let range = article.tokens[token].range.indices
    var start = Int(place)
    while start > range.lowerBound, Self.isLetter(text[start - 1]) { start -= 1 }
    var end = Int(place)
    while end < range.upperBound, Self.isLetter(text[end]) { end += 1 }
    let (left, right) = (Int(place) - start, end - Int(place))
    guard left >= 3, right >= 2, !text[start + 1..<Int(place)].contains(where: Self.isCapital),
      !text[Int(place) + 1..<end].contains(where: Self.isCapital)
    else { return nil }
    let leftHash = WordHalf.hash(of: text[start..<Int(place)])
    let rightHash = WordHalf.hash(of: text[Int(place)..<end])
    guard words.rank(of: leftHash) != nil || article.wordIndex.count(of: leftHash) > 0 else {
      return nil
    }
    if lexicon.word(rightHash, isIn: starters), left >= 4 { return place }
    guard right >= 3 else { return nil }
    let isApart = article.hasCapitalized(rightHash)
    if Self.isCapital(text[start]) {
      if namesSpeaker(token, leftHash, rightHash, right, article) { return place }
      return isApart && left >= 4 && article.hasCapitalized(leftHash) ? place : nil
    }
    // Two short words are more often a brand: `teamLab`, `easyJet`.
    let mayBeBrand =
      max(left, right) <= Self.longestBrandPart && words.rank(of: rightHash) == .common
    return isApart || !mayBeBrand && (right >= 4 || words.rank(of: rightHash) != nil) ? place : nil
  }

  /// Tells whether a country has run into a name that nobody knows and that then says something:
  /// `the summit in SpainRibera said`.
  private func namesSpeaker(
    _ token: Int, _ left: UInt64, _ right: UInt64, _ length: Int, _ article: Article
  ) -> Bool {
    length >= 4 && lexicon.word(left, isIn: countries) && words.rank(of: right) != .common
      && token + 1 < article.tokens.count && article.token(token + 1, isIn: reportingVerbs)
  }

  /// Tells whether the second word is one that opens sentences.
  func startsSentence(at place: UInt32, of token: Token, _ article: Article) -> Bool {
    let letters = article.document.text[Int(place)..<Int(token.end)]
    guard let first = letters.first, Self.isCapital(first) else { return false }
    return lexicon.word(WordHalf.hash(of: letters.prefix(while: Self.isLetter)), isIn: starters)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
