internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Finds words of another language that stand alone among English ones: the engine did not know
/// them.
struct ForeignWordReader {
  private static let explaining = WordSet("means meaning translates translated meant literally")
  /// Words behind which a name in another language stands.
  static let naming = WordSet("as called dubbed named termed")
  private static let or = WordHash.of("or")
  /// What starts an apposition: `agrégation, a hard exam`.
  private static let glossing = WordSet("a an the or")
  /// What words of Spanish news that no dictionary has begin with: `narcofosa`, `ciberataque`.
  private static let coinageStarts = ["narco", "ciber", "cripto"].map { Array($0.utf8) }

  private let vocabulary: ForeignVocabulary
  private let isByEnding: Bool

  /// - Parameters:
  ///   - vocabulary: What is foreign, and what English has taken over.
  ///   - isByEnding: Whether the words are those that only their ending tells, in place of those
  ///     that are listed or have a letter that English lacks.
  init(_ vocabulary: ForeignVocabulary, isByEnding: Bool) {
    self.vocabulary = vocabulary
    self.isByEnding = isByEnding
  }

  /// Returns the words that stand alone in another language, in order: English does not have them,
  /// and another language would spell them like this.
  func words(in article: Article) -> [Int] {
    let listed = (isByEnding ? [] : article.tokens(in: vocabulary.foreign)).filter {
      !vocabulary.isEnglish(article.tokens[$0].hash)
    }
    let spelled = article.unknownWords.filter { isSpelledForeign($0, article) }
    let damaged = article.characterFaults.filter { $0.kind == .mojibake }.map(\.range)
    var next = 0
    return (listed + spelled).sorted().filter { index in
      let range = article.tokens[index].range
      while next < damaged.count, damaged[next].end < range.start { next += 1 }
      guard next == damaged.count || damaged[next].start > range.end,
        vocabulary.isSmallWord(article.tokens[index]),
        !isPartOfAddress(index, article), !isCutByMark(index, article), !isGloss(index, article)
      else { return false }
      let block = article.document.blocks[article.document.block(ofToken: index)].tokens
      guard !endsName(index, in: block, article), !isExplained(index, in: block, article),
        !isIntroduced(index, in: block, article)
      else { return false }
      // The last word of a paragraph without a mark was cut rather than left.
      return index + 1 < block.upperBound && !vocabulary.isTitle(index, in: block, article)
    }
  }
}

// MARK: - What stands around a word

extension ForeignWordReader {
  /// Tells whether a word goes on with a name of its own language: `Karlovo náměstí`, `Hija del
  /// puerto`.
  private func endsName(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    var first = index - 1
    let lowest = max(block.lowerBound, index - ForeignVocabulary.longestName)
    while first > lowest, continuesName(first, article) {
      first -= 1
    }
    guard first >= block.lowerBound else { return false }
    let before = article.tokens[first]
    guard before.kind == .word, before.flags.contains(.capitalized) else { return false }
    return vocabulary.isUnknown(first, article) && !vocabulary.isEnglish(before.hash)
      // Behind an article the name is a title, unless a sentence starts with it.
      || vocabulary.isParticle(first, article) && !before.flags.contains(.sentenceStart)
  }

  private func continuesName(_ index: Int, _ article: Article) -> Bool {
    vocabulary.isForeignInRow(index, article)
      || vocabulary.isParticle(index, article) && vocabulary.isSmallWord(article.tokens[index])
  }

  /// Tells whether a word is introduced as one of another language: `known as the maniobra`, `the
  /// move, or maniobra,`.
  private func isIntroduced(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    var before = index - 1
    let lowest = max(block.lowerBound, index - ForeignVocabulary.longestName)
    // “as” is a word of Portuguese, too.
    while before > lowest, !Self.naming.contains(article.tokens[before].hash),
      continuesName(before, article)
    {
      before -= 1
    }
    if before > block.lowerBound, article.tokens[before].kind == .quote { before -= 1 }
    if before > block.lowerBound, Self.glossing.contains(article.tokens[before].hash) {
      before -= 1
      let isBetweenCommas =
        article.tokens[before].isMark(",") && index + 1 < block.upperBound
        && article.tokens[index + 1].isMark(",")
      if isBetweenCommas, article.tokens[before + 1].hash == Self.or { return true }
    }
    return before >= block.lowerBound && Self.naming.contains(article.tokens[before].hash)
  }

  /// Tells whether what a word means is said behind it, `hija, which means daughter`, `hija, a
  /// daughter`, `hija (daughter)`, or whose name it ends by its acronym, `Union portuaire (UP)`.
  private func isExplained(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    let tokens = article.tokens
    var next = index + 1
    let end = min(block.upperBound, index + ForeignVocabulary.longestName)
    while next < end, vocabulary.isForeignInRow(next, article) { next += 1 }
    // The word may be quoted: `“hija” (daughter)`, `“la hija”: the daughter`.
    let isQuoted = next < block.upperBound && tokens[next].kind == .quote
    if isQuoted { next += 1 }
    guard next + 1 < block.upperBound else { return false }
    if isQuoted && tokens[next].isMark(":") || startsEntry(block, until: next, article) {
      return true
    }
    if tokens[next].isMark("(") { return isGloss(next, in: block, article) }
    if tokens[next].isMark(","), isQuotedShortly(next + 1, in: block, article) { return true }
    if [",", "–", "—"].contains(where: { tokens[next].isMark($0) }),
      Self.glossing.contains(tokens[next + 1].hash)
    {
      return true
    }
    return tokens[next].isMark(",")
      && (next + 1..<min(next + 3, block.upperBound)).contains {
        Self.explaining.contains(tokens[$0].hash)
      }
  }

  /// Tells whether a quotation of a few words opens at a token: `la playa, ‘the beach’`.
  private func isQuotedShortly(_ index: Int, in block: Range<Int>, _ article: Article) -> Bool {
    let reach = index + 2..<min(index + 2 + ForeignVocabulary.longestName, block.upperBound)
    return !reach.isEmpty && article.tokens[index].kind == .quote
      && article.tokens[index].flags.contains(.spaceBefore)
      && reach.contains { article.tokens[$0].kind == .quote }
  }

  /// Tells whether a list of words has an entry up to a dash: `hija - daughter`.
  private func startsEntry(_ block: Range<Int>, until dash: Int, _ article: Article) -> Bool {
    article.tokens[dash].isDash && article.tokens[dash].flags.contains(.spaceBefore)
      && (block.lowerBound..<dash).allSatisfy { vocabulary.isForeignInRow($0, article) }
  }

  /// Tells whether a word stands alone in brackets, behind its translation: `a daughter (hija)`.
  private func isGloss(_ index: Int, _ article: Article) -> Bool {
    index > 0 && index + 1 < article.tokens.count && article.tokens[index - 1].isMark("(")
      && article.tokens[index + 1].isMark(")")
  }

  /// Tells whether a bracket opens a few words or an acronym.
  private func isGloss(_ bracket: Int, in block: Range<Int>, _ article: Article) -> Bool {
    let reach = bracket + 1..<min(bracket + 2 + ForeignVocabulary.longestName, block.upperBound)
    return article.tokens[bracket + 1].kind == .word
      && reach.contains { article.tokens[$0].isMark(")") }
  }

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
}

// MARK: - Spelling

extension ForeignWordReader {
  private func isSpelledForeign(_ index: Int, _ article: Article) -> Bool {
    let token = article.tokens[index]
    return !token.flags.contains(.capitalized) && looksForeign(token, article)
      && !isPlural(token, article)
  }

  /// Tells whether a word is the plural of one that English has.
  private func isPlural(_ token: Token, _ article: Article) -> Bool {
    let bytes = article.document.text[token.range.indices]
    guard bytes.last == 0x73 else { return false }
    let singular = WordHash.of(folded: bytes.dropLast())
    return vocabulary.isEnglish(singular) || vocabulary.isLoanword(singular)
  }

  /// Tells whether a word begins as coinages of another language do, and goes on with no word of
  /// English: `narcofosa`, but not `narcoterrorism`.
  private func isCoinage(_ bytes: ArraySlice<UInt8>) -> Bool {
    Self.coinageStarts.contains { start in
      guard bytes.starts(with: start) else { return false }
      let rest = bytes.dropFirst(start.count)
      return rest.count > 3 && !vocabulary.isEnglish(WordHash.of(folded: rest))
    }
  }

  /// Tells whether a word has a letter that English lacks, or ends as few English words do.
  private func looksForeign(_ token: Token, _ article: Article) -> Bool {
    let bytes = article.document.text[token.range.indices]
    guard bytes.count >= 4, token.flags.contains(.nonASCII) != isByEnding else { return false }
    if isByEnding {
      return (endsForeign(bytes) || isCoinage(bytes))
        && bytes.allSatisfy { (0x61...0x7A).contains($0) }
    }
    return bytes.contains { (0xC3...0xC5).contains($0) } && !hasMacron(bytes)
      && !bytes.contains { $0 == 0xE2 || $0 == 0x27 || $0 == 0x2D }
  }

  /// Tells whether a vowel is long by a line over it, as in words of Māori and Hawaiian, which
  /// English has beside it in their countries, and of Latin and Japanese, which it writes so on
  /// purpose.
  private func hasMacron(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { first, second in
      first == 0xC4 && [0x81, 0x93, 0xAB].contains(second)
        || first == 0xC5 && [0x8D, 0xAB].contains(second)
    }
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
