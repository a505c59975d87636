internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// Finds where a run of letters that no dictionary has falls apart into two words.
///
/// English makes compounds freely, and most of those that a dictionary lacks look like two words
/// that have run together. Two things tell them apart: words that join make no compounds, and the
/// halves of a fused word stand in the article by themselves.
struct WordSplitter {
  /// Bytes of the longest word that is tried: beyond it stands no word.
  private static let longestWord = 32
  private static let and = WordHash.of("and")
  private static let or = WordHash.of("or")

  private let lexicon: Lexicon
  private let joining: WordList
  private let joiningOrCompounding: WordList
  private let prepositions: WordList
  private let compoundStart: WordList
  private let compoundEnd: WordList
  private let reportingVerbs: [WordList]
  private let calendar: [WordList]
  private let verbForms: [WordList]
  /// Second halves of words that writers make of a name: `Trumpworld`.
  private let nameEnd: WordList
  private let demonyms: WordList

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    joining = lexicon.list("joining-word")
    joiningOrCompounding = lexicon.list("joining-or-compounding-word")
    prepositions = lexicon.list("preposition")
    compoundStart = lexicon.list("compound-start")
    compoundEnd = lexicon.list("compound-end")
    demonyms = lexicon.list("demonym")
    nameEnd = lexicon.list("name-end")
    verbForms = ["past-verb", "past-participle"].map(lexicon.list)
    calendar = ["weekday", "month"].map(lexicon.list)
    reportingVerbs = ["reporting-verb", "calqued-reporting-verb"].map(lexicon.list)
  }

  /// One half of a word.
  private struct Half {
    private var hasher = WordHasher()
    private(set) var length = 0
    private(set) var lastLetter: UInt8 = 0

    var hash: UInt64 { hasher.hash }

    init(_ letters: ArraySlice<UInt8>) {
      for letter in letters { append(letter) }
    }

    mutating func append(_ letter: UInt8) {
      hasher.add(letter.smallLetter)
      (length, lastLetter) = (length + 1, letter)
    }
  }

  /// How well two halves hold as words of their own, the best last.
  private enum Judgement: Int {
    /// At least one of them is no word.
    case none
    /// Two words such as compounds are made of.
    case compound
    /// Two words that make no compound.
    case plain
    /// Two words that the article has by themselves as well.
    case neighbours
    /// Two words of which one joins.
    case joined
  }

  /// Returns how many letters the first of two fused words has.
  ///
  /// A word before an article may be one that has swallowed a preposition: `reignin the`.
  func splitWord(
    _ letters: ArraySlice<UInt8>, isBeforeArticle: Bool, in article: Article
  ) -> Int? {
    bestSplit(letters, 2...max(2, letters.count - 2)) { left, rest in
      guard isWord(left) else { return .none }
      let right = Half(rest)
      if isBeforeArticle, right.length == 2, left.length >= 4, isIn(right, prepositions) {
        return .joined
      }
      return judge(left, right, in: article)
    }
  }

  /// Returns how many letters a name has that runs into the word after it.
  func splitName(_ letters: ArraySlice<UInt8>, in article: Article) -> Int? {
    bestSplit(letters, 3...max(3, letters.count - 3)) { left, rest in
      judgeName(left, Half(rest), in: article)
    }
  }

  /// Returns the hash of a word of ASCII letters of any case.
  static func hash(of letters: ArraySlice<UInt8>) -> UInt64 {
    WordHash.of(folded: letters.lazy.map(\.smallLetter))
  }

  /// Tries the places at which letters may fall apart, and returns the best.
  ///
  /// O(letters²), of at most ``longestWord``.
  private func bestSplit(
    _ letters: ArraySlice<UInt8>, _ places: ClosedRange<Int>,
    _ judge: (Half, ArraySlice<UInt8>) -> Judgement
  ) -> Int? {
    guard letters.count <= Self.longestWord, places.upperBound < letters.count else { return nil }
    var best: (judgement: Judgement, place: Int) = (.none, 0)
    var isCompound = false
    var left = Half(letters.prefix(places.lowerBound))
    for place in places {
      let judgement = judge(left, letters[(letters.startIndex + place)...])
      if judgement == .compound { isCompound = true }
      if judgement.rawValue > best.judgement.rawValue { best = (judgement, place) }
      left.append(letters[letters.startIndex + place])
    }
    switch best.judgement {
    case .none, .compound: return nil
    case .plain: return isCompound ? nil : best.place
    case .neighbours, .joined: return best.place
    }
  }
}

// MARK: - Judgement

extension WordSplitter {
  private func judge(
    _ left: Half, _ right: Half, in article: Article
  ) -> Judgement {
    guard isWord(right), !isMisspelled(left, right) else { return .none }
    let startsCompound = isIn(left, compoundStart)
    if joins(left, right, startsCompound, in: article) || joins(right, left, false, in: article) {
      return .joined
    }
    guard left.length >= 4, right.length >= 4 else { return .none }
    if startsCompound || isIn(right, compoundEnd) { return .compound }
    if article.wordIndex.count(of: left.hash) > 0, article.wordIndex.count(of: right.hash) > 0 {
      return .neighbours
    }
    return left.length + right.length >= 10 ? .plain : .none
  }

  /// Tells whether two halves are a word that English ends in another way: a `researchor` is a
  /// researcher.
  private func isMisspelled(_ left: Half, _ right: Half) -> Bool {
    guard right.hash == Self.or else { return false }
    var agent = left
    if agent.lastLetter != 0x65 { agent.append(0x65) }
    agent.append(0x72)
    return lexicon.words.rank(of: agent.hash) != nil
  }

  /// Tells whether one half joins and the other may be any word.
  private func joins(
    _ half: Half, _ other: Half, _ isCompound: Bool, in article: Article
  ) -> Bool {
    if isIn(half, joining) { return other.length >= 3 && half.length + other.length >= 6 }
    guard !isCompound, isIn(half, joiningOrCompounding) else { return false }
    return half.length >= 3 && other.length >= 5
      || other.length >= 5 && article.wordIndex.count(of: other.hash) > 0
  }

  private func judgeName(
    _ left: Half, _ right: Half, in article: Article
  ) -> Judgement {
    guard mayFollowName(right) else { return .none }
    let isVerb = right.length >= 4 && reportingVerbs.contains { isIn(right, $0) }
    if isVerb, left.length >= 4 { return .joined }
    if calendar.contains(where: { isIn(left, $0) }) { return .joined }
    let joins = isIn(right, joining)
    guard joins || right.length >= 4 || isIn(right, joiningOrCompounding) else { return .none }
    let isInArticle = article.hasCapitalized(left.hash)
    let makesCompound =
      !joins && isIn(right, compoundEnd)
      && !(isInArticle && (isNameWithNoun(left, right) || isPluralWithWord(left, right)))
      && !isPeopleWithNoun(left, right)
    guard left.length >= 4, let rank = lexicon.words.rank(of: left.hash) else {
      guard isInArticle else { return judgeUnknownName(left, right) }
      return makesCompound ? .compound : .neighbours
    }
    if makesCompound { return .compound }
    if isInArticle { return .neighbours }
    let isName = rank == .name
    if joins {
      // Names of India end like this: Dayanand, Sadanand.
      guard right.hash != Self.and else { return isName && left.length >= 6 ? .joined : .none }
      return isName || right.length >= 4 || left.length >= 6 ? .joined : .none
    }
    if isIn(left, compoundStart) { return .compound }
    let isLong = isName ? left.length + right.length >= 9 : rank == .common && right.length >= 6
    return isLong || right.length >= 5 && article.wordIndex.count(of: right.hash) > 0
      ? .plain : .none
  }

  /// Judges a name that nobody knows: no name ends with a long word that joins, or a form of a
  /// verb.
  private func judgeUnknownName(_ left: Half, _ right: Half) -> Judgement {
    guard left.length >= 4, !isIn(right, compoundEnd), !isIn(left, compoundStart) else {
      return .none
    }
    if right.length >= 6, isIn(right, joining) { return .joined }
    return right.length >= 6 && verbForms.contains { isIn(right, $0) } ? .plain : .none
  }

  /// Tells whether a second half of compounds makes none with a name of the article: `Medicaid` and
  /// `workers`, but `Trumpworld` is a word that a writer has made.
  private func isNameWithNoun(_ left: Half, _ right: Half) -> Bool {
    left.length >= 5 && right.length >= 5 && !isIn(right, nameEnd)
      && [.name, nil].contains(lexicon.words.rank(of: left.hash))
  }

  /// Tells whether a plural stands before a word: compounds have a singular, `Democrats` and
  /// `hold`.
  private func isPluralWithWord(_ left: Half, _ right: Half) -> Bool {
    left.length >= 5 && left.lastLetter == 0x73 && right.length >= 4
      && !isIn(left, compoundStart) && !isIn(right, nameEnd)
  }

  /// Tells whether an adjective of a people stands before a word of some length: `British` and
  /// `homes`.
  private func isPeopleWithNoun(_ left: Half, _ right: Half) -> Bool {
    right.length >= 4 && isIn(left, demonyms) && !isIn(right, nameEnd)
  }

  /// Tells whether a word may stand behind a name: a rare one only if it is too long to be the end
  /// of the name by chance.
  private func mayFollowName(_ half: Half) -> Bool {
    guard half.length >= 7 else { return isWord(half) }
    switch lexicon.words.rank(of: half.hash) {
    case .common, .rare: return true
    case .name, nil: return isIn(half, joining)
    }
  }

  private func isWord(_ half: Half) -> Bool {
    switch half.length {
    case ..<3: isIn(half, joining) || isIn(half, joiningOrCompounding)
    default: lexicon.words.rank(of: half.hash) == .common || isIn(half, joining)
    }
  }

  private func isIn(_ half: Half, _ list: WordList) -> Bool { lexicon.word(half.hash, isIn: list) }
}
