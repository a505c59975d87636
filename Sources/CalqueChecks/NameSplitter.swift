internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Finds where a name that no dictionary has falls apart into a name and the word behind it.
struct NameSplitter {
  private static let and = WordHash.of("and")
  /// Letters of the shortest weekday or month that no name starts with: Mayhew, Marchbanks, Juneau.
  private static let leastCalendarName = 6
  /// Words that English names end with: Beckwith, Godswill.
  private static let nameEnds = WordSet("will with")
  /// Words that names of places end with: Peterborough, Hunterston.
  private static let placeEnds = WordSet(
    """
    borough brook burgh bury combe dale field ford gate ham haven hurst mere minster mouth pool \
    stead stoke ton town vale ville well wick worth
    """)
  /// Forms of “be” and “have” that no name ends with by itself, as Greek ones do with `is`.
  private static let auxiliaries = WordSet("had has have was were")
  /// Letters behind which a name hardly ends with `and`: a, o, u.
  private static let vowels: [UInt8] = [0x61, 0x6F, 0x75]

  private let vocabulary: SplitVocabulary
  private let reportingVerbs: [WordList]
  private let calendar: [WordList]
  private let verbForms: [WordList]
  /// Second halves of words that writers make of a name: `Trumpworld`.
  private let nameEnd: WordList
  /// Adjectives with a capital, of peoples, beliefs and regions.
  private let capitalAdjectives: [WordList]

  init(_ lexicon: Lexicon, _ vocabulary: SplitVocabulary) {
    self.vocabulary = vocabulary
    capitalAdjectives = ["demonym", "capital-adjective"].map(lexicon.list)
    nameEnd = lexicon.list("name-end")
    verbForms = ["past-verb", "past-participle"].map(lexicon.list)
    calendar = ["weekday", "month"].map(lexicon.list)
    reportingVerbs = ["reporting-verb", "calqued-reporting-verb"].map(lexicon.list)
  }

  /// Returns where a name runs into the word after it.
  ///
  /// A name before a participle may have swallowed a form of “be” or “have”: `Lunawas elected`. One
  /// that ends a longer name may be known from it: `White Housepress`, where the article has the
  /// White House.
  func split(
    _ letters: ArraySlice<UInt8>, of index: Int, isBeforeParticiple: Bool, in article: Article
  ) -> WordSplit? {
    let startsSentence = article.tokens[index].flags.contains(.sentenceStart)
    return SplitSearch.best(letters, 3...max(3, letters.count - 3)) { left, rest in
      let right = WordHalf(rest)
      // A name that says itself twice is one: Fangfang.
      guard left.hash != right.hash, !Self.placeEnds.contains(right.hash) else { return .none }
      if vocabulary.isWord(right), endsLongerName(left, index, in: article) { return .neighbours }
      if isBeforeParticiple, left.length >= 5, Self.auxiliaries.contains(right.hash) {
        return .joined
      }
      let judgement = judge(left, right, in: article)
      return judgement == .plain && !startsSentence && isCoinedName(left, right) ? .none : judgement
    }
  }

  private func judge(
    _ left: WordHalf, _ right: WordHalf, in article: Article
  ) -> SplitJudgement {
    guard mayFollowName(right) else { return .none }
    let isVerb = right.length >= 4 && vocabulary.has(right, inOneOf: reportingVerbs)
    if isVerb, left.length >= 4 { return .joined }
    // Marchand and Mayhew are names.
    if right.hash != Self.and, vocabulary.has(left, inOneOf: calendar),
      left.length >= Self.leastCalendarName || has(right, vocabulary.joining)
    {
      return .joined
    }
    if isAdjectiveWithNoun(left, right) { return .neighbours }
    let joins = has(right, vocabulary.joining)
    guard joins || right.length >= 4 || has(right, vocabulary.joiningOrCompounding) else {
      return .none
    }
    let isInArticle = article.hasCapitalized(left.hash)
    let makesCompound =
      !joins && has(right, vocabulary.compoundEnd)
      && !(isInArticle && (isNameWithNoun(left, right) || isPluralWithWord(left, right)))
    guard left.length >= 4, let rank = vocabulary.words.rank(of: left.hash) else {
      guard isInArticle else { return judgeUnknownName(left, right) }
      return makesCompound ? .compound : .neighbours
    }
    if makesCompound { return .compound }
    if isInArticle { return .neighbours }
    let isName = rank == .name
    if joins {
      guard right.hash != Self.and else { return mayPrecedeAnd(left) ? .joined : .none }
      let isSurely = right.length >= 4 && !Self.nameEnds.contains(right.hash)
      return isName || isSurely || left.length >= 6 ? .joined : .none
    }
    if has(left, vocabulary.compoundStart) { return .compound }
    // Barrantes is a name: `antes` is a rare word.
    let isLong =
      isName
      ? left.length + right.length >= 9 && vocabulary.words.rank(of: right.hash) == .common
      : rank == .common && right.length >= 6
    return isLong || right.length >= 5 && article.wordIndex.count(of: right.hash) > 0
      ? .plain : .none
  }

  /// Tells whether firms and buses may be called by two words in one: `the Harbourhopper`.
  private func isCoinedName(_ left: WordHalf, _ right: WordHalf) -> Bool {
    [.common, .rare].contains(vocabulary.words.rank(of: left.hash))
      && !vocabulary.has(right, inOneOf: verbForms)
  }

  /// Judges a name that nobody knows: no name ends with a long word that joins, or a form of a
  /// verb.
  private func judgeUnknownName(_ left: WordHalf, _ right: WordHalf) -> SplitJudgement {
    guard left.length >= 4, !has(right, vocabulary.compoundEnd),
      !has(left, vocabulary.compoundStart)
    else {
      return .none
    }
    if right.hash == Self.and { return mayPrecedeAnd(left) ? .joined : .none }
    if right.length >= 6, has(right, vocabulary.joining) { return .joined }
    return right.length >= 6 && vocabulary.has(right, inOneOf: verbForms) ? .plain : .none
  }

  /// Tells whether a second half of compounds makes none with a name of the article: `Medicaid` and
  /// `workers`, but `Trumpworld` is a word that a writer has made.
  private func isNameWithNoun(_ left: WordHalf, _ right: WordHalf) -> Bool {
    left.length >= 5 && right.length >= 5 && !has(right, nameEnd)
      && [.name, nil].contains(vocabulary.words.rank(of: left.hash))
  }

  /// Tells whether a plural stands before a word: compounds have a singular, `Democrats` and
  /// `hold`.
  private func isPluralWithWord(_ left: WordHalf, _ right: WordHalf) -> Bool {
    left.length >= 5 && left.lastLetter == 0x73 && right.length >= 4
      && !has(left, vocabulary.compoundStart) && !has(right, nameEnd)
  }

  /// Tells whether a half follows the word before elsewhere in the article, too, both with
  /// capitals.
  private func endsLongerName(_ half: WordHalf, _ index: Int, in article: Article) -> Bool {
    guard half.length >= 4, article.hasCapitalized(half.hash),
      let before = article.tokenBefore(index),
      article.tokens[before].kind == .word, article.tokens[before].flags.contains(.capitalized)
    else { return false }
    return article.wordIndex.fewPlaces(of: half.hash).contains { place in
      place > 0 && article.tokens[place].flags.contains(.capitalized)
        && article.tokens[place - 1].hash == article.tokens[before].hash
    }
  }

  /// Tells whether an adjective with a capital stands before a word: `British` and `homes`.
  private func isAdjectiveWithNoun(_ left: WordHalf, _ right: WordHalf) -> Bool {
    right.length >= (has(right, vocabulary.compoundEnd) ? 4 : 3)
      && vocabulary.has(left, inOneOf: capitalAdjectives) && !has(right, nameEnd)
  }

  /// Tells whether “and” behind a name is not its end: names of India end like this, Dayanand,
  /// Balchand, Balsamand.
  private func mayPrecedeAnd(_ half: WordHalf) -> Bool {
    if half.length >= 4, Self.vowels.contains(half.lastLetter) { return true }
    switch vocabulary.words.rank(of: half.hash) {
    case .name: return half.length >= 6 || half.length == 5 && !half.endsWithAn
    case .common, .rare: return half.length >= (half.endsWithAn ? 9 : 7)
    case nil: return false
    }
  }

  /// Tells whether a word may stand behind a name: a rare one only if it is too long to be the end
  /// of the name by chance.
  private func mayFollowName(_ half: WordHalf) -> Bool {
    guard half.length >= 7 else { return vocabulary.isWord(half) }
    switch vocabulary.words.rank(of: half.hash) {
    case .common, .rare: return true
    case .name, nil: return has(half, vocabulary.joining)
    }
  }

  private func has(_ half: WordHalf, _ list: WordList) -> Bool { vocabulary.has(half, in: list) }
}
