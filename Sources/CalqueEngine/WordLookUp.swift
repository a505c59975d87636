internal import CalqueRules
internal import CalqueText

/// What a program and the dictionary know of the words of an article.
struct WordLookUp {
  /// The word of each entry of the index; zero for one that no rule knows and for marks.
  let entryWords: [WordID]
  /// The word of each token.
  let words: [WordID]
  /// Indices of the words that neither a rule nor the dictionary knows, in order.
  let unknownWords: [Int]
  /// Indices of the words that anchor a pattern, in order.
  let anchorTokens: [Int]

  /// Looks up each different word once.
  ///
  /// O(tokens).
  init(_ index: WordIndex, _ tokens: [Token], _ program: RuleProgram, _ dictionary: WordTable) {
    entryWords = program.words(of: index.entries)
    var entries = entryWords
    var counts = (unknown: 0, anchors: 0)
    for number in entries.indices.dropFirst() {
      let (word, entry) = (entries[number], index.entries[number])
      guard word == 0 else {
        guard program.anchorRoles[Int(word)] != 0 else { continue }
        entries[number] |= Bits.isAnchor
        counts.anchors += Int(entry.count)
        continue
      }
      guard !dictionary.isEmpty, dictionary.rank(of: entry.hash) == nil,
        tokens[index.firstPlace(ofEntry: number)].kind == .word
      else { continue }
      entries[number] = Bits.isUnknown
      counts.unknown += Int(entry.count)
    }
    (words, unknownWords, anchorTokens) = Self.read(index.numbers, entries, counts)
  }

  /// What is noted of an entry above its word.
  private enum Bits {
    static let isUnknown: UInt32 = 1 << 31
    static let isAnchor: UInt32 = 1 << 30
    static let word: UInt32 = isAnchor - 1
  }

  /// Returns the word of each token, and the indices of those that are unknown or anchor a pattern.
  ///
  /// Which tokens do cannot be foretold: each is noted, and counted only if it does.
  private static func read(
    _ numbers: [UInt32], _ entries: [UInt32], _ counts: (unknown: Int, anchors: Int)
  ) -> (words: [WordID], unknown: [Int], anchors: [Int]) {
    var words = [WordID](repeating: 0, count: numbers.count)
    // One more, for what is noted behind the last.
    var unknown = [Int](repeating: 0, count: counts.unknown + 1)
    var anchors = [Int](repeating: 0, count: counts.anchors + 1)
    do {
      let (numbers, entries) = (numbers.span, entries.span)
      var words = words.mutableSpan
      var unknown = unknown.mutableSpan
      var anchors = anchors.mutableSpan
      var (unknownCount, anchorCount) = (0, 0)
      for token in numbers.indices {
        let entry = entries[Int(numbers[token])]
        words[token] = entry & Bits.word
        unknown[unknownCount] = token
        unknownCount &+= Int(entry &>> 31)
        anchors[anchorCount] = token
        anchorCount &+= Int(entry &>> 30 & 1)
      }
    }
    unknown.removeLast()
    anchors.removeLast()
    return (words, unknown, anchors)
  }
}

extension RuleProgram {
  /// Returns the words of entries, as ``word(of:)`` does.
  ///
  /// O(entries). Whether a first look finds its word cannot be foretold: all first looks are taken
  /// without a branch, and only what they leave open is looked for one by one.
  fileprivate func words(of entries: [WordIndex.Entry]) -> [WordID] {
    var found = [WordID](repeating: 0, count: entries.count)
    guard !vocabularyHashes.isEmpty else { return found }
    let (hashes, words) = (vocabularyHashes, vocabularyWords)
    let mask = hashes.count - 1
    let isOpen = WordID.max
    do {
      var found = found.mutableSpan
      for number in 1..<entries.count {
        let hash = entries[number].hash
        let place = Int(truncatingIfNeeded: hash) & mask
        let (known, word) = (hashes[place], words[place])
        let other = known == 0 ? 0 : isOpen
        found[number] = known == hash ? word : other
      }
    }
    for number in 1..<entries.count where found[number] == isOpen {
      found[number] = word(of: entries[number].hash)
    }
    return found
  }
}
