internal import CalqueText

/// One half of a word.
struct WordHalf {
  private var hasher = WordHasher()
  private(set) var length = 0
  private(set) var lastLetter: UInt8 = 0
  private var letterBefore: UInt8 = 0

  var hash: UInt64 { hasher.hash }

  init(_ letters: ArraySlice<UInt8>) {
    for letter in letters { append(letter) }
  }

  /// Returns the hash of a word of ASCII letters of any case.
  static func hash(of letters: ArraySlice<UInt8>) -> UInt64 {
    WordHash.of(folded: letters.lazy.map(\.smallLetter))
  }

  /// Whether it ends as adverbs do, `-ly`.
  var isAdverb: Bool { letterBefore == 0x6C && lastLetter == 0x79 }

  var endsWithAn: Bool { letterBefore == 0x61 && lastLetter == 0x6E }

  mutating func append(_ letter: UInt8) {
    hasher.add(letter.smallLetter)
    (length, letterBefore, lastLetter) = (length + 1, lastLetter, letter)
  }
}

/// How well two halves hold as words of their own, the best last.
enum SplitJudgement: Int {
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

/// Where a run of letters falls apart.
struct WordSplit {
  /// Letters of the first half.
  let length: Int
  /// Whether anything but that both halves are words speaks for it.
  let isSure: Bool
}

/// The search for the place at which a run of letters falls apart.
enum SplitSearch {
  /// Bytes of the longest word that is tried: beyond it stands no word.
  private static let longestWord = 32

  /// Tries the places at which letters may fall apart, and returns the best.
  ///
  /// O(letters²), of at most ``longestWord``.
  static func best(
    _ letters: ArraySlice<UInt8>, _ places: ClosedRange<Int>,
    _ judge: (WordHalf, ArraySlice<UInt8>) -> SplitJudgement
  ) -> WordSplit? {
    guard letters.count <= longestWord, places.upperBound < letters.count else { return nil }
    var best: (judgement: SplitJudgement, place: Int) = (.none, 0)
    var isCompound = false
    var left = WordHalf(letters.prefix(places.lowerBound))
    for place in places {
      let judgement = judge(left, letters[(letters.startIndex + place)...])
      if judgement == .compound { isCompound = true }
      if judgement.rawValue > best.judgement.rawValue { best = (judgement, place) }
      left.append(letters[letters.startIndex + place])
    }
    switch best.judgement {
    case .none, .compound: return nil
    case .plain: return isCompound ? nil : WordSplit(length: best.place, isSure: false)
    case .neighbours, .joined: return WordSplit(length: best.place, isSure: true)
    }
  }
}
