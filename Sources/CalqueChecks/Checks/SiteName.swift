internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// The name of the site behind a headline, from the title of its web page: `… | Harbour Post`.
///
/// The option `sites` has names that are one wherever they stand there.
struct SiteName: Check {
  static let options = [CheckOption("sites", .texts)]

  private static let mostWords = 5
  /// Words that are small inside the name of a paper.
  private static let smallWords = WordSet("of the at in and for on to de la le el")
  private static let domains = WordSet(
    "com net org cn jp ru ua co uk eu info news tv de fr es it pl cz")
  /// First parts of compounds whose second part is a name: `anti-Trumpian`.
  private static let prefixes = WordSet(
    """
    anti counter cross inter intra mega mini multi over post pseudo quasi semi super then trans \
    ultra under euro afro anglo franco half part like once
    """)
  /// Bytes of the shortest word that is small only where a headline is written as a sentence is.
  private static let leastSmallWord: UInt32 = 4

  /// Letters that two spellings of a name share at least.
  private static let leastStart = 4
  private static let paperWords = WordSet(
    """
    news newspaper times post herald gazette press journal guardian telegraph tribune daily online \
    mail radio agency media observer chronicle independent standard weekly magazine today echo star
    """)

  private let sites: [[UInt8]]
  private let functionWords: WordLists
  private let dictionary: WordTable

  init(_ setup: CheckSetup) {
    sites = setup.options["sites", default: []].map { $0.utf8.map(\.smallLetter) }
    functionWords = setup.lexicon.lists([
      "preposition", "conjunction", "determiner", "be-form", "modal",
    ])
    dictionary = setup.lexicon.words
  }

  func faults(in article: Article) -> [Fault] {
    guard article.isFirstSection, let block = article.document.blocks.first(where: Self.mayBeTitle),
      let tail = TitleTail(of: block, in: article.document.text), isSite(tail, block, article)
    else { return [] }
    let cut = TextRange(tail.headEnd, block.range.end)
    let mark = (tail.headEnd..<tail.name.start).first { article.document.text[Int($0)] != 0x20 }
    return [
      Fault(
        TextRange(mark ?? tail.name.start, block.range.end),
        values: ["name": article.string(tail.name)],
        fixes: [
          Fix(summary: "cut it", edits: [Edit(range: cut, replacement: "")], safety: .review)
        ])
    ]
  }

  private static func mayBeTitle(_ block: Block) -> Bool {
    block.kind == .headline || block.kind == .paragraph
  }

  private func isSite(_ tail: TitleTail, _ block: Block, _ article: Article) -> Bool {
    let words = tail.words(in: article.document.text)
    guard (1...Self.mostWords).contains(words.count), isName(words), isPlain(tail, article) else {
      return false
    }
    let names = words.filter { !isSmall($0) && $0.count > 1 }
    let elsewhere = names.count { stands($0, behind: block, article) }
    if tail.separator == .bar { return elsewhere < names.count }
    let name = Array(words.joined(separator: [0x20])).map(\.smallLetter)
    if tail.hasDate || sites.contains(name) { return true }
    guard elsewhere == 0 else { return false }
    switch tail.separator {
    case .bar: return true
    case .dash:
      return isDomain(words, tail, article)
        || block.kind == .headline && isSentenceCase(block, before: tail.headEnd, article)
          && names.contains(where: isOwn) && !names.contains { isLikeName($0, article) }
    case .hyphen:
      return isWord(before: tail.headEnd, article)
        && (isDomain(words, tail, article) || words.count == 1 && !isKnown(words[0]))
    }
  }

  /// Tells whether words are written as those of a name: with capitals, but for `of` and `com`.
  private func isName(_ words: [ArraySlice<UInt8>]) -> Bool {
    guard let first = words.first, Self.hasCapital(first) else { return false }
    return words.contains { $0.count > 1 && !isSmall($0) }
      && words.allSatisfy { isSmall($0) || Self.hasCapital($0) }
  }

  /// Tells whether nothing but points and signs of names stands between the words.
  private func isPlain(_ tail: TitleTail, _ article: Article) -> Bool {
    let bytes = article.document.text[tail.name.indices]
    return bytes.last != 0x2E
      && bytes.allSatisfy { byte in
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
          || [0x20, 0x21, 0x26, 0x27, 0x2C, 0x2D, 0x2E, 0x40].contains(byte)
      }
  }

  private func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    let hash = WordHash.of(folded: word)
    return Self.smallWords.contains(hash) || Self.domains.contains(hash)
  }

  /// Tells whether a word starts with a capital, or with a letter beyond ASCII.
  private static func hasCapital(_ word: ArraySlice<UInt8>) -> Bool {
    word.first.map { (0x41...0x5A).contains($0) || $0 >= 0x80 } ?? false
  }

  /// Tells whether a word stands with a capital in the text behind the headline.
  private func stands(_ word: ArraySlice<UInt8>, behind block: Block, _ article: Article) -> Bool {
    let hash = WordHash.of(String(decoding: word, as: UTF8.self))
    return article.wordIndex.places(of: hash).contains {
      $0 >= block.tokens.upperBound && article.tokens[$0].flags.contains(.capitalized)
    }
  }

  private func isDomain(
    _ words: [ArraySlice<UInt8>], _ tail: TitleTail, _ article: Article
  ) -> Bool {
    guard words.count > 1, let last = words.last, Self.domains.contains(WordHash.of(folded: last))
    else { return false }
    return article.document.text[last.startIndex - 1] == 0x2E
  }

  /// Tells whether a headline has two words and more that are small only where not each word has a
  /// capital.
  private func isSentenceCase(_ block: Block, before end: UInt32, _ article: Article) -> Bool {
    var count = 0
    for index in block.tokens where article.tokens[index].start < end {
      let token = article.tokens[index]
      if token.kind == .word, token.end - token.start >= Self.leastSmallWord,
        !token.flags.contains(.capitalized), !article.token(index, isInOneOf: functionWords)
      {
        count += 1
      }
    }
    return count > 1
  }

  /// Tells whether a word is none of the dictionary, an acronym, or one that papers are called by.
  private func isOwn(_ word: ArraySlice<UInt8>) -> Bool {
    !isKnown(word) || word.allSatisfy { !(0x61...0x7A).contains($0) }
      || Self.paperWords.contains(WordHash.of(folded: word.map(\.smallLetter)))
  }

  /// Tells whether the article has a name that starts in the same way: `Zelenskyi` and `Zelensky`.
  private func isLikeName(_ word: ArraySlice<UInt8>, _ article: Article) -> Bool {
    word.count > Self.leastStart
      && article.unknownWords.contains { index in
        let range = article.tokens[index].range.indices
        return range.lowerBound > word.endIndex
          && article.document.text[range].starts(with: word.prefix(Self.leastStart))
      }
  }

  private func isKnown(_ word: ArraySlice<UInt8>) -> Bool {
    dictionary.rank(of: WordHash.of(folded: word.map(\.smallLetter))) != nil
  }

  /// Tells whether a small word of English ends at an offset that starts no compound:
  /// `talks-Harbourpost`.
  private func isWord(before end: UInt32, _ article: Article) -> Bool {
    let text = article.document.text
    var start = Int(end)
    while start > 0, (0x61...0x7A).contains(text[start - 1]) { start -= 1 }
    let word = text[start..<Int(end)]
    return word.count > 3 && (start == 0 || text[start - 1] == 0x20 || text[start - 1] == 0x2D)
      && !Self.prefixes.contains(WordHash.of(folded: word)) && isKnown(word)
  }
}
