internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Finds words of other languages among English ones.
///
/// A row of them is a clause that was not translated; it starts and ends with words that English
/// does not have, and holds one that joins words in its language. What stands alone is a word that
/// the engine did not know.
struct ForeignReader {
  /// Words of a row that prove another language.
  private static let leastWords = 3
  /// Words of the longest name or title in another language.
  private static let longestName = 8
  /// Words of a row that prove one if all of them are short words such as names have, too.
  private static let leastParticles = 4

  private let lexicon: Lexicon
  private let words: WordTable
  private let particles: WordList
  private let foreign: WordLists
  private let foreignOrParticles: WordLists
  private let maybeForeign: WordLists
  private let loanwords: WordList

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    words = lexicon.words
    particles = lexicon.list("foreign-particle")
    foreign = lexicon.lists(["foreign-word"])
    foreignOrParticles = lexicon.lists(["foreign-word", "foreign-particle"])
    maybeForeign = lexicon.lists(["foreign-word", "foreign-particle", "foreign-word-like-english"])
    loanwords = lexicon.list("loanword")
  }

  /// Returns the rows of foreign words of an article, in order.
  ///
  /// O(tokens): only what stands beside a foreign word is looked at.
  func rows(in article: Article) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var end = 0
    for index in article.tokens(in: foreignOrParticles) where index >= end {
      guard isSmallWord(article.tokens[index]) else { continue }
      let block = article.document.blocks[article.document.block(ofToken: index)].tokens
      let row = widened(index, in: max(end, block.lowerBound)..<block.upperBound, article)
      if isProof(row, article), !isTitle(row.lowerBound, in: block, article) { rows.append(row) }
      end = row.upperBound
    }
    return rows
  }

  /// Returns the words that stand alone in another language, in order: English does not have them,
  /// and another language would spell them like this.
  func words(in article: Article) -> [Int] {
    let listed = article.tokens(in: foreign).filter {
      words.rank(of: article.tokens[$0].hash) == nil
    }
    let spelled = article.unknownWords.filter { isSpelledForeign($0, article) }
    let damaged = article.characterFaults.filter { $0.kind == .mojibake }.map(\.range)
    var next = 0
    return (listed + spelled).sorted().filter { index in
      let range = article.tokens[index].range
      while next < damaged.count, damaged[next].end < range.start { next += 1 }
      guard next == damaged.count || damaged[next].start > range.end,
        isSmallWord(article.tokens[index]),
        !isPartOfAddress(index, article), !isCutByMark(index, article)
      else { return false }
      let block = article.document.blocks[article.document.block(ofToken: index)].tokens
      guard !endsName(index, in: block, article), !isExplained(index, in: block, article) else {
        return false
      }
      // The last word of a paragraph without a mark was cut rather than left.
      return index + 1 < block.upperBound && !isTitle(index, in: block, article)
    }
  }

  private func isSpelledForeign(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    return !token.flags.contains(.capitalized) && looksForeign(token, article)
      && !isPlural(token, article)
  }
}

// MARK: - Rows

extension ForeignReader {
  private func isSmallWord(_ token: Token) -> Bool {
    token.kind == .word
      && token.flags.isDisjoint(with: [.capitalized, .hasDigit, .hasSeam, .initialism])
  }

  /// Tells whether a word is foreign, or could be as well as English.
  private func isForeignInRow(_ index: Int, _ article: Article) -> Bool {
    guard isSmallWord(article.tokens[index]) else { return false }
    if article.word(index) == 0 { return words.rank(of: article.tokens[index].hash) == nil }
    return article.token(index, isInOneOf: maybeForeign)
      && !article.token(index, isIn: loanwords)
  }

  /// Returns the row around a foreign word; one word of English, a name or a comma may stand in it.
  private func widened(_ start: Int, in range: Range<Int>, _ article: Article) -> Range<Int> {
    var low = start
    while low > range.lowerBound {
      if isForeignInRow(low - 1, article) {
        low -= 1
      } else if low - 2 >= range.lowerBound, mayStandInside(low - 1, article),
        isForeignInRow(low - 2, article)
      {
        low -= 2
      } else {
        break
      }
    }
    var high = start + 1
    while high < range.upperBound {
      if isForeignInRow(high, article) {
        high += 1
      } else if high + 1 < range.upperBound, mayStandInside(high, article),
        isForeignInRow(high + 1, article)
      {
        high += 2
      } else {
        break
      }
    }
    return low..<high
  }

  /// Tells whether a word or number may stand between two foreign words: any, but no name that
  /// is joined by a particle, as in `Patricia della Torre d’Alba`.
  private func mayStandInside(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    guard token.isWordLike else { return false }
    return !token.flags.contains(.capitalized)
      || !article.token(index - 1, isIn: particles) && !article.token(index + 1, isIn: particles)
  }

  private func isProof(_ row: Range<Int>, _ article: Article) -> Bool {
    var particleCount = 0
    var certainCount = 0
    for index in row {
      if article.token(index, isIn: particles) {
        particleCount += 1
      } else if article.token(index, isInOneOf: foreign)
        || article.word(index) == 0 && isForeignInRow(index, article)
      {
        certainCount += 1
      }
    }
    let count = particleCount + certainCount
    return count >= (certainCount > 0 ? Self.leastWords : Self.leastParticles)
      && count * 2 > row.count
  }
}

// MARK: - Single words

extension ForeignReader {
  /// Tells whether a name goes on here: `“La ciudad y los perros”`, `Société de soins`.
  ///
  /// Of a quotation the words before are read, as many as a title has.
  private func isTitle(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    let tokens = article.tokens
    let isQuoted = tokens[index].flags.contains(.insideQuotation)
    guard isQuoted || article.token(index, isIn: particles) else { return false }
    let lowest = max(block.lowerBound, index - Self.longestName)
    var before = index - 1
    while isQuoted, before > lowest, isForeignInRow(before, article) {
      before -= 1
    }
    return before >= block.lowerBound && tokens[before].kind == .word
      && tokens[before].flags.contains(.capitalized)
  }

  /// Tells whether a word goes on with a name of its own language: `Karlovo náměstí`, `Hija del puerto`.
  private func endsName(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    var first = index - 1
    while first > max(block.lowerBound, index - Self.longestName), continuesName(first, article) {
      first -= 1
    }
    guard first >= block.lowerBound else { return false }
    let before = article.tokens[first]
    guard before.kind == .word, before.flags.contains(.capitalized) else { return false }
    return article.word(first) == 0 && words.rank(of: before.hash) == nil
      // Behind an article the name is a title, unless a sentence starts with it.
      || article.token(first, isIn: particles) && !before.flags.contains(.sentenceStart)
  }

  private func continuesName(_ index: Int, _ article: Article) -> Bool {
    isForeignInRow(index, article)
      || article.token(index, isIn: particles) && isSmallWord(article.tokens[index])
  }

  /// Tells whether what a word means is said behind it: `hija, which means daughter`, or whose name it ends by
  /// its acronym, `Union portuaire (UP)`.
  private func isExplained(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    var next = index + 1
    while next < min(block.upperBound, index + Self.longestName), isForeignInRow(next, article) {
      next += 1
    }
    guard next + 1 < block.upperBound else { return false }
    if article.tokens[next].isMark("(") {
      return article.tokens[next + 1].flags.contains(.allCapitals)
    }
    return article.tokens[next].isMark(",")
      && (next + 1..<min(next + 3, block.upperBound)).contains {
        Self.explaining.contains(article.tokens[$0].hash)
      }
  }

  private static let explaining = WordSet("means meaning translates translated meant literally")

  /// Tells whether a word has a mark glued to it that addresses are made with.
  private func isPartOfAddress(_ index: Int, _ article: Article) -> Bool {
    let tokens = article.tokens
    if !tokens[index].flags.contains(.spaceBefore), index > 0,
      ["(", "[", "—", "–"].allSatisfy({ !tokens[index - 1].isMark($0) }),
      tokens[index - 1].kind != .quote
    {
      return true
    }
    if index + 1 < tokens.count, tokens[index + 1].isMark("-") { return true }
    guard index + 2 < tokens.count, !tokens[index + 2].flags.contains(.spaceBefore) else {
      return false
    }
    return !tokens[index + 1].flags.contains(.spaceBefore) && tokens[index + 1].kind != .quote
      && (tokens[index + 2].isWordLike || tokens[index + 2].flags.contains(.link))
  }

  /// Tells whether a word is a piece of one that a stray quotation mark stands in: `mari"neros`.
  private func isCutByMark(_ index: Int, _ article: Article) -> Bool {
    let tokens = article.tokens
    func cuts(_ mark: Int) -> Bool {
      mark > 0 && mark + 1 < tokens.count && tokens[mark].kind == .quote
        && tokens[mark - 1].isWordLike && tokens[mark + 1].isWordLike
        && !tokens[mark].flags.contains(.spaceBefore)
        && !tokens[mark + 1].flags.contains(.spaceBefore)
    }
    return cuts(index - 1) || cuts(index + 1)
  }

  /// Tells whether a word is the plural of one that English has.
  private func isPlural(_ token: Token, _ article: Article) -> Bool {
    let bytes = article.document.text[token.range.indices]
    guard bytes.last == 0x73 else { return false }
    let singular = WordHash.of(folded: bytes.dropLast())
    return words.rank(of: singular) != nil || lexicon.word(singular, isIn: loanwords)
  }

  /// Tells whether a word begins as coinages of another language do, and goes on with no word of
  /// English: `narcofosa`, but not `narcoterrorism`.
  private func isCoinage(_ bytes: ArraySlice<UInt8>) -> Bool {
    (bytes.first == 0x63 || bytes.first == 0x6E)
      && Self.coinageStarts.contains { start in
        guard bytes.starts(with: start.utf8) else { return false }
        let rest = bytes.dropFirst(start.utf8.count)
        let hash = WordHash.of(folded: rest)
        return rest.count > 3 && words.rank(of: hash) == nil
      }
  }

  /// What words of Spanish news that no dictionary has begin with: `narcofosa`, `ciberataque`.
  private static let coinageStarts = ["narco", "ciber", "cripto"]

  /// Tells whether a word ends as few English words do, or has a letter that English lacks.
  private func looksForeign(_ token: Token, _ article: Article) -> Bool {
    let bytes = article.document.text[token.range.indices]
    guard bytes.count >= 4 else { return false }
    if token.flags.contains(.nonASCII) {
      return bytes.contains { (0xC3...0xC5).contains($0) }
        && !bytes.contains { $0 == 0xE2 || $0 == 0x27 || $0 == 0x2D }
    }
    guard endsForeign(bytes) || isCoinage(bytes) else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private func endsForeign(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isPlural = bytes.last == 0x73
    let end = bytes.endIndex - (isPlural ? 1 : 0)
    guard end - bytes.startIndex >= 2 else { return false }
    let (before, last) = (bytes[end - 2], bytes[end - 1])
    // Latin and Greek end like this: arthritis, hormesis, anaphylaxis.
    if isPlural, last == 0x69, [0x73, 0x74, 0x78].contains(before) { return false }
    switch last {
    case 0x61, 0x69, 0x6F: return !isVowel(before)
    case 0x7A: return !isPlural && isVowel(before)
    default: return false
    }
  }

  private func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }
}
