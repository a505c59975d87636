internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Finds where a run of small letters that no dictionary has falls apart into two words.
///
/// English makes compounds freely, and most of those that a dictionary lacks look like two words
/// that have run together. Two things tell them apart: words that join make no compounds, and the
/// halves of a fused word stand in the article by themselves.
struct WordSplitter {
  private static let or = WordHash.of("or")

  private let vocabulary: SplitVocabulary
  private let prepositions: WordList
  private let pastVerbs: [WordList]

  init(_ lexicon: Lexicon, _ vocabulary: SplitVocabulary) {
    self.vocabulary = vocabulary
    prepositions = lexicon.list("preposition")
    pastVerbs = ["past-verb", "reporting-verb"].map(lexicon.list)
  }

  /// Returns where two fused words part.
  ///
  /// A word before an article may be one that has swallowed a preposition: `reignin the`.
  func split(
    _ letters: ArraySlice<UInt8>, isBeforeArticle: Bool, in article: Article
  ) -> WordSplit? {
    SplitSearch.best(letters, 2...max(2, letters.count - 2)) { left, rest in
      guard vocabulary.isWord(left) || vocabulary.isLongRareWord(left) else { return .none }
      let right = WordHalf(rest)
      if isBeforeArticle, right.length == 2, left.length >= 4, has(right, prepositions) {
        return .joined
      }
      return judge(left, right, in: article)
    }
  }

  private func judge(
    _ left: WordHalf, _ right: WordHalf, in article: Article
  ) -> SplitJudgement {
    guard areWords(left, right), !isMisspelled(left, right) else { return .none }
    let startsCompound = has(left, vocabulary.compoundStart)
    if joins(left, right, startsCompound, in: article) || joins(right, left, false, in: article) {
      return .joined
    }
    if right.length >= 3, vocabulary.isQualifier(left, before: right) { return .neighbours }
    let endsCompound = has(right, vocabulary.compoundEnd)
    // No compound ends with what somebody did: `the company` and `reported`.
    if left.length >= 4, right.length >= 6, !endsCompound,
      vocabulary.has(right, inOneOf: pastVerbs)
    {
      return .neighbours
    }
    let mayBeCompound = startsCompound || endsCompound
    guard left.length >= 3, right.length >= 4 else { return .none }
    let length = left.length + right.length
    // Writers are of two minds about compounds, and about pairs of short words: `tab page`.
    if !mayBeCompound, length >= (left.length > 3 ? 10 : 12),
      standSideBySide(left, right, in: article)
    {
      return .neighbours
    }
    guard left.length >= 4 else { return .none }
    if mayBeCompound { return .compound }
    if article.wordIndex.count(of: left.hash) > 0, article.wordIndex.count(of: right.hash) > 0 {
      return .neighbours
    }
    return length >= 10 ? .plain : .none
  }

  /// Tells whether both halves are words; beside one that joins, a long rare one will do.
  private func areWords(_ left: WordHalf, _ right: WordHalf) -> Bool {
    if vocabulary.isWord(left) {
      return vocabulary.isWord(right)
        || has(left, vocabulary.joining) && vocabulary.isLongRareWord(right)
    }
    return has(right, vocabulary.joining) && vocabulary.isLongRareWord(left)
  }

  /// Tells whether the article has two words side by side elsewhere: `green hydrogen`.
  ///
  /// Of two words that are both frequent it is not asked.
  private func standSideBySide(
    _ left: WordHalf, _ right: WordHalf, in article: Article
  ) -> Bool {
    let (index, tokens) = (article.wordIndex, article.tokens)
    guard index.count(of: right.hash) < index.count(of: left.hash) else {
      return index.fewPlaces(of: left.hash).contains {
        $0 + 1 < tokens.count && tokens[$0 + 1].hash == right.hash
      }
    }
    return index.fewPlaces(of: right.hash).contains { $0 > 0 && tokens[$0 - 1].hash == left.hash }
  }

  /// Tells whether two halves are a word that English ends in another way: a `researchor` is a
  /// researcher.
  private func isMisspelled(_ left: WordHalf, _ right: WordHalf) -> Bool {
    guard right.hash == Self.or else { return false }
    var agent = left
    if agent.lastLetter != 0x65 { agent.append(0x65) }
    agent.append(0x72)
    return vocabulary.words.rank(of: agent.hash) != nil
  }

  /// Tells whether one half joins and the other may be any word.
  private func joins(
    _ half: WordHalf, _ other: WordHalf, _ isCompound: Bool, in article: Article
  ) -> Bool {
    if has(half, vocabulary.joining) { return other.length >= 3 && half.length + other.length >= 6 }
    guard !isCompound, has(half, vocabulary.joiningOrCompounding) else { return false }
    if half.length + other.length >= 7, joinsAlone(half), joinsAlone(other) { return true }
    return half.length >= 3 && other.length >= 5
      || other.length >= 5 && article.wordIndex.count(of: other.hash) > 0
  }

  /// Tells whether a word that joins makes compounds with nouns at most, as `last` does, and with
  /// no other that joins, as `back` and `off` do.
  private func joinsAlone(_ half: WordHalf) -> Bool {
    has(half, vocabulary.joiningOrCompounding) && !has(half, vocabulary.compoundStart)
      && !has(half, prepositions)
  }

  private func has(_ half: WordHalf, _ list: WordList) -> Bool { vocabulary.has(half, in: list) }
}
