internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Tells foreign words from English ones, as rows of them and words that stand alone are read.
struct ForeignVocabulary {
  /// Words of the longest name or title in another language.
  static let longestName = 8

  let foreign: WordLists
  let foreignOrParticles: WordLists
  private let lexicon: Lexicon
  private let particles: WordList
  private let maybeForeign: WordLists
  private let loanwords: WordList
  private let givenNames: WordLists

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    particles = lexicon.list("foreign-particle")
    foreign = lexicon.lists(["foreign-word"])
    foreignOrParticles = lexicon.lists(["foreign-word", "foreign-particle"])
    maybeForeign = lexicon.lists(["foreign-word", "foreign-particle", "foreign-word-like-english"])
    loanwords = lexicon.list("loanword")
    givenNames = lexicon.lists(["woman-given-name", "man-given-name"])
  }

  /// Tells whether no rule asks for a word, or only as a first name.
  func isUnknown(_ index: Int, _ article: Article) -> Bool {
    article.word(index) == 0 || article.token(index, isInOneOf: givenNames)
  }

  /// Tells whether a dictionary of English has a word or name.
  func isEnglish(_ hash: UInt64) -> Bool { lexicon.words.rank(of: hash) != nil }

  /// Tells whether a word has come to English from another language.
  func isLoanword(_ hash: UInt64) -> Bool { lexicon.word(hash, isIn: loanwords) }

  /// Tells whether a token is a short word such as names have as well: `de`, `von`.
  func isParticle(_ index: Int, _ article: Article) -> Bool {
    article.token(index, isIn: particles)
  }

  /// Tells whether a token is a word of small letters.
  func isSmallWord(_ token: Token) -> Bool {
    token.kind == .word
      && token.flags.isDisjoint(with: [.capitalized, .hasDigit, .hasSeam, .initialism])
  }

  /// Tells whether a word is foreign, or could be as well as English.
  func isForeignInRow(_ index: Int, _ article: Article) -> Bool {
    guard isSmallWord(article.tokens[index]) else { return false }
    if isUnknown(index, article) { return !isEnglish(article.tokens[index].hash) }
    return article.token(index, isInOneOf: maybeForeign)
      && !article.token(index, isIn: loanwords)
  }

  /// Tells whether a name goes on here: `“La ciudad y los perros”`, `Société de soins`.
  ///
  /// Of a quotation the words before are read, as many as a title has.
  func isTitle(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    let tokens = article.tokens
    let isQuoted = tokens[index].flags.contains(.insideQuotation)
    guard isQuoted || isParticle(index, article) else { return false }
    let lowest = max(block.lowerBound, index - Self.longestName)
    var before = index - 1
    while isQuoted, before > lowest, isForeignInRow(before, article) {
      before -= 1
    }
    return before >= block.lowerBound && tokens[before].kind == .word
      && tokens[before].flags.contains(.capitalized)
  }
}
