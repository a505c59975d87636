internal import CalqueRules
internal import CalqueText

/// What a program and the dictionary know of the words of an article.
struct WordLookUp {
  /// The word or mark of each entry of the index; zero for one that no rule knows.
  let entryWords: [WordID]
  /// The tokens with their words and marks.
  let tokens: [PatternToken]
  /// Indices of the words that neither a rule nor the dictionary knows, in order.
  let unknownWords: [Int]
  /// The words and marks that anchor a pattern, in order.
  let anchorTokens: [AnchorToken]

  /// Looks up each different word once.
  ///
  /// O(tokens).
  init(_ index: WordIndex, _ tokens: [Token], _ program: RuleProgram, _ dictionary: WordTable) {
    entryWords = program.words(of: index.entries)
    var entries = entryWords
    let anchorCount = Self.flagAnchors(&entries, index.entries, program)
    let unknown = Self.others(entryWords, index.entries, dictionary).filter { number in
      let entry = index.entries[number]
      return tokens[Int(entry.last)].kind == .word && dictionary.rank(of: entry.hash) == nil
    }
    unknownWords = index.places(of: unknown)
    (self.tokens, anchorTokens) = Self.read(index.links, tokens, entries, anchorCount)
  }

  /// What is noted of an entry above its word, and below its roles (``AnchorToken``).
  private enum Bits {
    /// How far left it stands whether the word anchors a pattern.
    static let anchor: UInt32 = 27
    static let word: UInt32 = 1 << anchor - 1
  }

  /// Notes the roles of the words that anchor a pattern, and returns how many tokens they have.
  private static func flagAnchors(
    _ words: inout [UInt32], _ entries: [WordIndex.Entry], _ program: RuleProgram
  ) -> Int {
    let roles = program.anchorRoles
    guard !roles.isEmpty else { return 0 }
    var count = 0
    var flagged = words.mutableSpan
    for number in entries.indices {
      let own = UInt32(roles[Int(flagged[number])])
      let isAnchor: UInt32 = own == 0 ? 0 : 1
      flagged[number] |= isAnchor &<< Bits.anchor | own &<< AnchorToken.rolesShift
      count &+= Int(isAnchor &* entries[number].count)
    }
    return count
  }

  /// Returns the entries that no rule knows and that the dictionary does not know at first sight.
  ///
  /// Which these are cannot be foretold: each is noted, and counted only if it is one.
  private static func others(
    _ words: [WordID], _ entries: [WordIndex.Entry], _ dictionary: WordTable
  ) -> [Int] {
    guard !dictionary.isEmpty else { return [] }
    // The entry of none is not asked about, which leaves a place for what is noted behind the last.
    var numbers = [Int](filledWith: 0, count: words.count)
    var count = 0
    do {
      var noted = numbers.mutableSpan
      for number in words.indices.dropFirst() {
        noted[count] = number
        count &+= words[number] == 0 ? 1 : 0
      }
      let all = count
      count = 0
      for index in 0..<all {
        let number = noted[index]
        noted[count] = number
        count &+= dictionary.hasAtFirstSight(entries[number].hash) ? 0 : 1
      }
    }
    numbers.removeLast(numbers.count - count)
    return numbers
  }

  /// Returns the tokens with their words, and those that anchor a pattern.
  ///
  /// Which tokens do cannot be foretold: each is noted, and counted only if it does.
  private static func read(
    _ links: [WordIndex.Link], _ tokens: [Token], _ entries: [UInt32], _ anchorCount: Int
  ) -> (tokens: [PatternToken], anchors: [AnchorToken]) {
    // One more, for what is noted behind the last.
    var anchors = [AnchorToken](filledWith: AnchorToken(), count: anchorCount + 1)
    let read = [PatternToken](capacity: tokens.count) { read in
      let (links, tokens, entries) = (links.span, tokens.span, entries.span)
      var anchors = anchors.mutableSpan
      var anchorCount = 0
      for token in links.indices {
        let entry = entries[Int(links[token].entry)]
        read.append(PatternToken(word: entry & Bits.word, nature: tokens[token].nature))
        anchors[anchorCount] = AnchorToken(token, of: entry)
        anchorCount &+= Int(entry &>> Bits.anchor & 1)
      }
    }
    anchors.removeLast()
    return (read, anchors)
  }
}

/// A token whose word or mark anchors a pattern.
struct AnchorToken {
  /// How far left the roles stand above the index of the token.
  fileprivate static let rolesShift: UInt32 = 28
  private static let index: UInt32 = 1 << rolesShift - 1
  private static let roles: UInt32 = 7 << rolesShift

  private var bits: UInt32 = 0

  /// Makes the place of what is to be noted.
  init() {}

  /// Makes a token of its index, and of an entry that has the roles of its word.
  @inline(__always)
  fileprivate init(_ token: Int, of entry: UInt32) {
    bits = UInt32(truncatingIfNeeded: token) | entry & Self.roles
  }

  /// Index of the token.
  var token: Int { Int(bits & Self.index) }
  /// How the anchors of its word or mark are found (``AnchorRoles``).
  var roles: UInt32 { bits &>> Self.rolesShift }
}

extension RuleProgram {
  /// Returns the words of entries, as ``word(of:)`` does.
  ///
  /// O(entries). Whether a first look finds its word cannot be foretold: all first looks are taken
  /// without a branch, and only what they leave open is looked for one by one.
  fileprivate func words(of entries: [WordIndex.Entry]) -> [WordID] {
    var found = [WordID](filledWith: 0, count: entries.count)
    let vocabulary = self.vocabulary
    guard !vocabulary.isEmpty else { return found }
    let mask = vocabulary.count - 1
    let isOpen = WordID.max
    do {
      var found = found.mutableSpan
      for number in 1..<entries.count {
        let hash = entries[number].hash
        let place = vocabulary[Int(truncatingIfNeeded: hash) & mask]
        let other = place.word == 0 ? 0 : isOpen
        found[number] = place.hasKey(of: hash) ? place.word : other
      }
    }
    for number in 1..<entries.count where found[number] == isOpen {
      found[number] = word(of: entries[number].hash)
    }
    return found
  }
}
