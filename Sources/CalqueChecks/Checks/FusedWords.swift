internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Two words that have lost the space between them: `towerbut`, `Riberareplied`, `27when`.
///
/// The option `proof` says which a rule is about: `sure`, where more than two words of the
/// dictionary speaks for them, or `likely`, which may be a new word or a name.
struct FusedWords: Check {
  static let options = [CheckOption("proof", .oneOf(["sure", "likely"]))]

  /// Bytes of the shortest word that is two.
  private static let leastLength = 6
  private static let been = WordHash.of("been")

  /// The place at which a word falls apart into two.
  private struct Seam {
    let offset: UInt32
    var isSure = true
  }

  private let wantsSure: Bool
  private let lexicon: Lexicon
  private let splitter: WordSplitter
  private let nameSplitter: NameSplitter
  private let seams: SeamJudge
  private let joining: WordList
  private let units: WordList
  private let articles: WordList
  private let participles: WordList

  init(_ setup: CheckSetup) {
    wantsSure = setup.options["proof"] != ["likely"]
    lexicon = setup.lexicon
    let vocabulary = SplitVocabulary(setup.lexicon)
    splitter = WordSplitter(setup.lexicon, vocabulary)
    nameSplitter = NameSplitter(setup.lexicon, vocabulary)
    seams = SeamJudge(setup.lexicon)
    joining = setup.lexicon.list("joining-word")
    articles = setup.lexicon.list("article")
    participles = setup.lexicon.list("past-participle")
    units = setup.lexicon.list("unit-after-number")
  }

  func faults(in article: Article) -> [Fault] {
    var faults: [Fault] = []
    for index in article.unknownWords {
      let token = article.tokens[index]
      guard token.end - token.start >= Self.leastLength,
        token.flags.isDisjoint(with: [.initialism, .allCapitals]),
        let seam = seam(ofToken: index, article), seam.isSure == wantsSure,
        !isPartOfAddress(index, article), !isQuotedAlone(index, article)
      else { continue }
      faults.append(describe(token, seam.offset, article))
    }
    return withoutSpeakers(faults, article)
  }

  /// Drops the faults that the loss of a closing mark explains: `“… in the harbourRibera said`.
  private func withoutSpeakers(_ faults: [Fault], _ article: Article) -> [Fault] {
    guard !faults.isEmpty else { return [] }
    let speakers = article.quoteFaults.compactMap { fault -> TextRange? in
      switch fault.kind {
      case .fusedWithSpeaker(let token), .fusedWithSentence(let token):
        return article.tokens[token].range
      default: return nil
      }
    }
    return faults.filter { !speakers.contains($0.range) }
  }

  /// Returns the place at which a word falls apart into two.
  private func seam(ofToken index: Int, _ article: Article) -> Seam? {
    let token = article.tokens[index]
    let isNumber = token.flags.contains(.hasDigit) && !token.flags.contains(.hasSeam)
    if isNumber { return seamAfterNumber(token, article).map { Seam(offset: $0) } }
    // A word that comes twice is a word, whatever it looks like.
    guard article.wordIndex.count(of: token.hash) == 1 else { return nil }
    if token.flags.contains(.hasSeam) {
      return seams.seam(ofToken: index, in: article).map { Seam(offset: $0) }
    }
    guard let letters = Self.letters(of: token, article) else {
      return lastPart(of: index, article)
    }
    if let split = firstPart(letters, of: index, article) {
      return Seam(offset: token.start + UInt32(split.length), isSure: split.isSure)
    }
    return letters.endIndex == Int(token.end) ? nil : lastPart(of: index, article)
  }

  /// Returns where the letters before the first hyphen or apostrophe fall apart.
  private func firstPart(
    _ letters: ArraySlice<UInt8>, of index: Int, _ article: Article
  ) -> WordSplit? {
    let token = article.tokens[index]
    guard letters.count >= Self.leastLength else { return nil }
    // The whole word is known to be none.
    guard letters.count == Int(token.end - token.start) || !isKnown(letters),
      letters.last != 0x73 || !isKnown(letters.dropLast())
    else { return nil }
    guard !token.flags.contains(.capitalized) else {
      return nameSplitter.split(
        letters, of: index, isBeforeParticiple: isBeforeParticiple(index, article), in: article)
    }
    return splitter.split(
      letters, isBeforeArticle: isBeforeArticle(index, article), in: article)
  }

  /// Returns the place at which the letters behind the last hyphen fall apart.
  private func lastPart(of index: Int, _ article: Article) -> Seam? {
    let bytes = article.document.text[article.tokens[index].range.indices]
    guard let hyphen = bytes.lastIndex(of: 0x2D) else { return nil }
    let letters = bytes[(hyphen + 1)...]
    guard letters.count >= Self.leastLength, !isKnown(letters),
      letters.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    return splitter.split(letters, isBeforeArticle: false, in: article)
      .map { Seam(offset: UInt32(hyphen + 1 + $0.length), isSure: $0.isSure) }
  }

  private func isBeforeArticle(_ index: Int, _ article: Article) -> Bool {
    index + 1 < article.tokens.count && article.token(index + 1, isIn: articles)
  }

  private func isBeforeParticiple(_ index: Int, _ article: Article) -> Bool {
    index + 1 < article.tokens.count && article.tokens[index + 1].flags.contains(.spaceBefore)
      && (article.token(index + 1, isIn: participles)
        || article.tokens[index + 1].hash == Self.been)
  }

  private func isKnown(_ letters: ArraySlice<UInt8>) -> Bool {
    lexicon.words.rank(of: WordHalf.hash(of: letters)) != nil
  }

  /// Returns the offset at which a number ends and a word starts that is no unit.
  private func seamAfterNumber(_ token: Token, _ article: Article) -> UInt32? {
    let bytes = article.document.text[token.range.indices]
    guard let first = bytes.firstIndex(where: { !(0x30...0x39).contains($0) }),
      first > bytes.startIndex,
      bytes[first...].allSatisfy({ (0x61...0x7A).contains($0) }), bytes.endIndex - first >= 3
    else { return nil }
    let hash = WordHash.of(folded: bytes[first...])
    guard lexicon.word(hash, isIn: joining), !lexicon.word(hash, isIn: units) else { return nil }
    return UInt32(first)
  }

  /// Returns the letters of a word before its first apostrophe or hyphen.
  ///
  /// There are none where a letter after the first is a capital, or one is beyond ASCII.
  private static func letters(of token: Token, _ article: Article) -> ArraySlice<UInt8>? {
    let bytes = article.document.text[token.range.indices]
    for place in bytes.indices {
      switch bytes[place] {
      case 0x61...0x7A: continue
      case 0x41...0x5A where place == bytes.startIndex: continue
      case 0x27, 0x2D, 0xE2: return bytes[..<place]
      default: return nil
      }
    }
    return bytes
  }

  /// Tells whether a word is a piece of `example.com`, `and/or` or the like.
  private func isPartOfAddress(_ index: Int, _ article: Article) -> Bool {
    let tokens = article.tokens
    func joinsTightly(_ mark: Token) -> Bool {
      [".", "/", "@", "_", "&", "=", "\\"].contains { mark.isMark($0) }
    }
    if !tokens[index].flags.contains(.spaceBefore), index > 0, joinsTightly(tokens[index - 1]) {
      return true
    }
    guard index + 2 < tokens.count, joinsTightly(tokens[index + 1]) else { return false }
    return !tokens[index + 1].flags.contains(.spaceBefore)
      && !tokens[index + 2].flags.contains(.spaceBefore) && tokens[index + 2].isWordLike
  }

  /// Tells whether a word is all that stands between two quotation marks: a name, `“harbourpress”`.
  private func isQuotedAlone(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index), var next = article.tokenAfter(index) else {
      return false
    }
    let tokens = article.tokens
    if tokens[next].isMark(",") || tokens[next].isMark(".") {
      guard let mark = article.tokenAfter(next) else { return false }
      next = mark
    }
    return tokens[before].kind == .quote && tokens[next].kind == .quote
  }

  private func describe(_ token: Token, _ place: UInt32, _ article: Article) -> Fault {
    let left = article.string(TextRange(token.start, place))
    let right = article.string(TextRange(place, token.end))
    let gap = seams.startsSentence(at: place, of: token, article) ? ". " : " "
    return Fault(
      token.range, values: ["left": left, "right": right],
      fixes: [
        Fix(
          summary: "write “\(left)\(gap)\(right)”",
          edits: [Edit(range: TextRange(place, place), replacement: gap)], safety: .review)
      ])
  }
}
