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

  /// Words that hardly start a sentence.
  private let joined: WordList
  private let words: WordTable
  private let abbreviations: WordList

  init(_ lexicon: Lexicon) {
    joined = lexicon.list("no-sentence-start")
    words = lexicon.words
    abbreviations = lexicon.list("abbreviation")
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
    return article.tokens[first - 1].isMark(".")
      && article.tokens[first].flags.contains(.spaceBefore) && endsWord(first - 2, article)
  }

  /// Tells whether what looks like a sentence is the rest of the one before.
  func goesOn(_ sentence: Sentence, _ article: Article) -> Bool {
    article.token(sentence.tokens.lowerBound, isIn: joined) || !isLong(sentence, article)
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
    guard letters.endIndex == bytes.endIndex || [0x27, 0xE2].contains(bytes[letters.endIndex])
    else { return false }
    let hash = WordHash.of(folded: letters)
    return words.rank(of: hash) == .common || letters.elementsEqual([0x61])
  }

  /// Tells whether a stop that stands close behind a word does not belong to it.
  func endsWord(_ index: Int, _ article: Article) -> Bool {
    let (word, stop) = (article.tokens[index], article.tokens[index + 1])
    guard !stop.flags.contains(.spaceBefore), word.kind == .word,
      !article.token(index, isIn: abbreviations)
    else { return false }
    let length = word.end - word.start
    return length >= Self.leastUnknown || length >= 2 && words.rank(of: word.hash) != nil
  }

  /// Tells whether tokens end as a sentence may, or a part of one: by a number, a colon or a comma
  /// as well as by a stop, but not as items and headings do.
  private func mayEnd(_ tokens: Range<Int>, _ article: Article) -> Bool {
    let last = article.tokens[tokens.upperBound - 1]
    return !last.isMark(";") && last.kind != .word
  }
}
