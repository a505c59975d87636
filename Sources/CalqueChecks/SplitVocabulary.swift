internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// The words by which halves of a word are judged.
struct SplitVocabulary {
  /// The dictionary.
  let words: WordTable
  /// Words that join and make no compound.
  let joining: WordList
  /// Words that join, with which compounds are made as well.
  let joiningOrCompounding: WordList
  let compoundStart: WordList
  let compoundEnd: WordList
  let adjectives: WordList
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    words = lexicon.words
    joining = lexicon.list("joining-word")
    joiningOrCompounding = lexicon.list("joining-or-compounding-word")
    compoundStart = lexicon.list("compound-start")
    compoundEnd = lexicon.list("compound-end")
    adjectives = lexicon.list("adjective")
  }

  func has(_ half: WordHalf, in list: WordList) -> Bool { lexicon.word(half.hash, isIn: list) }

  func has(_ half: WordHalf, inOneOf lists: [WordList]) -> Bool {
    lists.contains { has(half, in: $0) }
  }

  /// Tells whether a half is a common word; one of two letters has to join.
  func isWord(_ half: WordHalf) -> Bool {
    switch half.length {
    case ..<3: has(half, in: joining) || has(half, in: joiningOrCompounding)
    default: words.rank(of: half.hash) == .common || has(half, in: joining)
    }
  }

  /// Tells whether a half is a rare word that is too long to be there by chance.
  func isLongRareWord(_ half: WordHalf) -> Bool {
    half.length >= 7 && words.rank(of: half.hash) == .rare
  }

  /// Tells whether a first half is an adjective or an adverb of some length, with which no compound
  /// starts: `political`, `usually`.
  func isQualifier(_ half: WordHalf, before end: WordHalf) -> Bool {
    half.length >= (has(end, in: compoundEnd) ? 7 : 6) && !has(half, in: compoundStart)
      && (has(half, in: adjectives) || half.isAdverb)
  }
}
