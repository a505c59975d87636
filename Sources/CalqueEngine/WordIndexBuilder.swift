internal import CalqueText

/// Makes the tables of a ``WordIndex`` in two passes over the tokens.
///
/// These are two of the few loops that see every token. The entries stand in the order of their first
/// tokens, so that the words that make up most of a text lie together; the tables are written through
/// spans that are taken once, and only where the slots have become too few does the loop pause.
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
  /// For each token the number of its word or mark.
  private(set) var numbers: [UInt32]
  private(set) var doubles: [Int] = []
  private(set) var echoes: [WordIndex.Echo] = []
  /// Number of entries that are in use, that of none included; the others are room.
  private var used = 1
  /// The words of the last stretch that had stood not long before.
  private var near = [Near](repeating: Near(), count: stretch + 1)

  /// A word that stands again within ``WordIndex/reach``.
  private struct Near {
    var token: UInt32 = 0
    var distance: UInt32 = 0
  }

  /// Tokens after which those that are near are looked at.
  private static let stretch = 1024
  /// Slots for each entry.
  private static let slotsOfEntry = 4

  /// Numbers all tokens.
  ///
  /// O(tokens).
  init(_ tokens: [Token]) {
    // An article has half as many different words as tokens, a long text far fewer.
    var capacity = 512
    while capacity < min(2 * tokens.count, 32768) { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    entries = Array(repeating: .none, count: capacity / Self.slotsOfEntry)
    numbers = Array(repeating: 0, count: tokens.count)
    var token = 0
    while token < tokens.count {
      if used == entries.count { grow() }
      let end = min(token + Self.stretch, tokens.count)
      let (next, nearCount) = add(tokens[..<end], from: token)
      findEchoes(nearCount, tokens)
      token = next
    }
    entries.removeLast(entries.count - used)
  }

  /// Adds tokens until all are in or there is no room for another word, and returns the first that is
  /// not in, and how many of them are near the last one of their word.
  ///
  /// Which are cannot be foretold: each is noted, and counted only if it is.
  private mutating func add(
    _ tokens: ArraySlice<Token>, from first: Int
  ) -> (next: Int, nearCount: Int) {
    let all = tokens.span
    let mask = slots.count &- 1
    let most = entries.count
    var used = self.used
    var (index, nearCount) = (first, 0)
    // Spans of several properties of `self` at once are not to be had.
    var (slots, entries, numbers, near) = (self.slots, self.entries, self.numbers, self.near)
    (self.slots, self.entries, self.numbers, self.near) = ([], [], [], [])
    do {
      var slots = slots.mutableSpan
      var entries = entries.mutableSpan
      var numbers = numbers.mutableSpan
      var near = near.mutableSpan
      while index < all.count, used < most {
        let token = all[index]
        let here = UInt32(truncatingIfNeeded: index)
        var place = Int(truncatingIfNeeded: token.hash) & mask
        var number = Int(slots[place])
        // A free slot says the entry of none, which no word has the hash of.
        while entries[number].hash != token.hash, number != 0 {
          place = (place &+ 1) & mask
          number = Int(slots[place])
        }
        if number == 0 {
          number = used
          slots[place] = UInt32(truncatingIfNeeded: number)
          // A word that has not stood yet stood too long ago.
          entries[number] = WordIndex.Entry(
            hash: token.hash, last: here &- UInt32(WordIndex.reach + 1), count: 0)
          used &+= 1
        }
        let distance = here &- entries[number].last
        entries[number].last = here
        entries[number].count &+= 1
        numbers[index] = UInt32(truncatingIfNeeded: number)
        near[nearCount] = Near(token: here, distance: distance)
        let isNear = distance <= UInt32(WordIndex.reach) ? 1 : 0
        nearCount &+= isNear & (token.isWordLike ? 1 : 0)
        index &+= 1
      }
    }
    self.used = used
    (self.slots, self.entries, self.numbers, self.near) = (slots, entries, numbers, near)
    return (index, nearCount)
  }

  /// Notes the words that are doubles or echoes among the near ones.
  private mutating func findEchoes(_ nearCount: Int, _ tokens: [Token]) {
    for word in near[..<nearCount] {
      let (token, distance) = (Int(word.token), Int(word.distance))
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
    slots = Array(repeating: 0, count: 2 * slots.count)
    for number in 1..<used {
      let place = WordIndex.place(of: entries[number].hash, in: slots, entries)
      slots[place] = UInt32(truncatingIfNeeded: number)
    }
    let missing = slots.count / Self.slotsOfEntry - entries.count
    entries += Array(repeating: .none, count: missing)
  }

  /// Returns the tokens of each entry, one entry after the other, and where each starts among them.
  ///
  /// O(tokens).
  func places() -> (tokens: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: entries.count + 1)
    for number in entries.indices { starts[number + 1] = starts[number] + entries[number].count }
    var nextPlaces = starts
    var tokens = numbers
    do {
      let numbers = numbers.span
      var next = nextPlaces.mutableSpan
      var places = tokens.mutableSpan
      for token in numbers.indices {
        let number = Int(numbers[token])
        places[Int(next[number])] = UInt32(truncatingIfNeeded: token)
        next[number] &+= 1
      }
    }
    return (tokens, starts)
  }
}
