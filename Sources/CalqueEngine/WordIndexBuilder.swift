internal import CalqueText

/// Makes the tables of a ``WordIndex`` in one pass over the tokens.
///
/// This is one of the few loops that see every token. The entries stand in the order of their first
/// tokens, so that the words that make up most of a text lie together; the tables are written
/// through spans that are taken once, and only where the slots have become too few does the loop
/// pause.
///
/// Marks are numbered as words are: a look at which of the two a token is would be guessed wrong at
/// every mark.
struct WordIndexBuilder {
  /// The numbers of the words by open addressing with linear probing; a power of two.
  ///
  /// Three of four are free at least: a word that is not at its own place is guessed wrong.
  private(set) var slots: [UInt32]
  /// The different words and marks by their numbers, the first one that of none.
  private(set) var entries: [WordIndex.Entry]
  /// For each token its word or mark, and the last token before it that is the same.
  private(set) var links: [WordIndex.Link] = []
  private(set) var doubles: [Int] = []
  private(set) var echoes: [WordIndex.Echo] = []
  /// Number of entries that are in use, that of none included; the others are room.
  private var used = 1
  /// The words of the last stretch that had stood within ``WordIndex/reach``.
  private var near = [UInt32](filledWith: 0, count: stretch + 1)

  /// Tokens after which those that are near are looked at.
  private static let stretch = 1024
  /// Slots for each entry.
  private static let slotsOfEntry = 4

  /// Numbers all tokens.
  ///
  /// O(tokens).
  init(_ tokens: [Token]) {
    // An article has half as many different words as tokens, a long text far fewer; and slots that
    // are hardly used fill a cache as others do.
    var capacity = 512
    while capacity < min(2 * tokens.count, 8192) { capacity *= 2 }
    slots = Array(filledWith: 0, count: capacity)
    entries = Array(filledWith: .none, count: capacity / Self.slotsOfEntry)
    links.reserveCapacity(tokens.count)
    while links.count < tokens.count {
      if used == entries.count { grow() }
      let first = links.count
      add(tokens[..<min(first + Self.stretch, tokens.count)])
      findEchoes(Self.sift(&near, first..<links.count, links, tokens), tokens)
    }
    entries.removeLast(entries.count - used)
  }

  /// Adds tokens until all are in or there is no room for another word.
  ///
  /// It does nothing else, so that what it needs for each token is in registers.
  private mutating func add(_ tokens: ArraySlice<Token>) {
    let first = links.count
    let mask = slots.count &- 1
    let most = entries.count
    var used = self.used
    // Spans of several properties of `self` at once are not to be had.
    var (slots, entries) = (self.slots, self.entries)
    (self.slots, self.entries) = ([], [])
    links.append(addingCapacity: tokens.endIndex - first) { links in
      let all = tokens.span
      var slots = slots.mutableSpan
      var entries = entries.mutableSpan
      var end = all.count
      var index = first
      while index < end {
        let hash = all[index].hash
        let here = UInt32(truncatingIfNeeded: index)
        var place = Int(truncatingIfNeeded: hash) & mask
        var number = Int(slots[place])
        while entries[number].hash != hash {
          // A free slot says the entry of none, which no word has the hash of.
          if number == 0 {
            number = used
            slots[place] = UInt32(truncatingIfNeeded: number)
            // A word that has not stood yet stood too long ago.
            entries[number] = WordIndex.Entry(
              hash: hash, last: here &- UInt32(WordIndex.reach + 1), count: 0)
            used &+= 1
            if used == most { end = index &+ 1 }
          } else {
            place = (place &+ 1) & mask
            number = Int(slots[place])
          }
        }
        let last = entries[number].last
        entries[number].last = here
        entries[number].count &+= 1
        links.append(
          WordIndex.Link(entry: UInt32(truncatingIfNeeded: number), previous: last))
        index &+= 1
      }
    }
    self.used = used
    (self.slots, self.entries) = (slots, entries)
  }

  /// Notes the tokens of a stretch that may be doubles or echoes, and returns how many these are.
  ///
  /// Which words are near the last ones that are the same cannot be foretold: each is noted, and
  /// counted only if it is. Most of them come again alone: of a phrase that is longer than two
  /// tokens, the one before or the one behind comes again as well.
  private static func sift(
    _ near: inout [UInt32], _ range: Range<Int>, _ links: [WordIndex.Link], _ tokens: [Token]
  ) -> Int {
    let (tokens, links) = (tokens.span, links.span)
    var near = near.mutableSpan
    var words = 0
    let (own, ownLinks) = (tokens.extracting(range), links.extracting(range))
    var here = UInt32(truncatingIfNeeded: range.lowerBound)
    for index in own.indices {
      let isNear = here &- ownLinks[index].previous <= UInt32(WordIndex.reach) ? 1 : 0
      near[words] = here
      // Marks come again all the time.
      words &+= isNear & (own[index].isWordLike ? 1 : 0)
      here &+= 1
    }
    var kept = 0
    for index in 0..<words {
      let token = Int(near[index])
      let distance = token &- Int(links[token].previous)
      // A token that is the first or the last is asked for itself, which comes again.
      let (before, behind) = (max(token &- 1, distance), min(token &+ 1, tokens.count &- 1))
      let isShort = distance < 3 ? 1 : 0
      let beforeAgain = tokens[before].hash == tokens[before &- distance].hash ? 1 : 0
      let behindAgain = tokens[behind].hash == tokens[behind &- distance].hash ? 1 : 0
      near[kept] = near[index]
      kept &+= isShort | beforeAgain | behindAgain
    }
    return kept
  }

  /// Notes the words that are doubles or echoes among those that may be.
  private mutating func findEchoes(_ count: Int, _ tokens: [Token]) {
    for token in near[..<count].lazy.map(Int.init) {
      let distance = token - Int(links[token].previous)
      if distance == 1 {
        doubles.append(token)
      } else if Self.isPhrase(tokens, token, distance) {
        echoes.append(WordIndex.Echo(token: token, distance: distance))
      }
    }
  }

  /// Tells whether all tokens of a phrase come again with an echo: most words come again alone.
  ///
  /// With a comma between the two, `for two years, for two years`, one is missing.
  private static func isPhrase(_ tokens: [Token], _ token: Int, _ distance: Int) -> Bool {
    var missing = distance - 1
    var place = token + 1
    while missing > 0, place < tokens.count, tokens[place].hash == tokens[place - distance].hash {
      (place, missing) = (place + 1, missing - 1)
    }
    place = token - 1
    while missing > 0, place >= distance, tokens[place].hash == tokens[place - distance].hash {
      (place, missing) = (place - 1, missing - 1)
    }
    return missing == 0 || missing == 1 && tokens[place].isMark(",")
  }

  private mutating func grow() {
    slots = Array(filledWith: 0, count: 2 * slots.count)
    for number in 1..<used {
      let place = WordIndex.place(of: entries[number].hash, in: slots, entries)
      slots[place] = UInt32(truncatingIfNeeded: number)
    }
    let missing = slots.count / Self.slotsOfEntry - entries.count
    entries += Array(filledWith: .none, count: missing)
  }
}
