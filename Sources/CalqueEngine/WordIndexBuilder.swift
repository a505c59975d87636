internal import CalqueText

/// Makes the tables of a ``WordIndex`` in one pass over the tokens.
///
/// This is one of the few loops that see every token. The entries stand in the order of their first
/// tokens, so that the words that make up most of a text lie together; the tables are written through
/// spans that are taken once, and only where the slots have become too few does the loop pause.
struct WordIndexBuilder {
  /// The numbers of the words by open addressing with linear probing, half of them free at least; a
  /// power of two.
  private(set) var slots: [UInt32]
  /// The different words by their numbers, the first one that of no word.
  private(set) var entries: [WordIndex.Entry]
  /// For each token the number of its word; zero for a mark.
  private(set) var numbers: [UInt32]
  /// For each token the next one of the same word; zero for the last.
  private(set) var next: [UInt32]
  private(set) var doubles: [Int] = []
  private(set) var echoes: [WordIndex.Echo] = []
  /// Number of entries that are in use, that of no word included; the others are room.
  private var used = 1

  /// Indexes all tokens.
  ///
  /// O(tokens).
  init(_ tokens: [Token]) {
    // An article has half as many different words as tokens, a long text far fewer.
    var capacity = 512
    while capacity < min(tokens.count, 8192) { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    entries = Array(repeating: .none, count: capacity / 2)
    numbers = Array(repeating: 0, count: tokens.count)
    next = numbers
    var token = 0
    while true {
      token = add(tokens, from: token)
      guard token < tokens.count else { break }
      grow()
    }
    entries.removeLast(entries.count - used)
  }

  /// Adds tokens until all are in or the slots are half full, and returns the first that is not in.
  private mutating func add(_ tokens: [Token], from first: Int) -> Int {
    let all = tokens.span
    let mask = slots.count &- 1
    let most = entries.count
    var used = self.used
    var token = first
    // Spans of several properties of `self` at once are not to be had.
    var (slots, entries, numbers, next) = (self.slots, self.entries, self.numbers, self.next)
    var (doubles, echoes) = (self.doubles, self.echoes)
    (self.slots, self.entries, self.numbers, self.next) = ([], [], [], [])
    (self.doubles, self.echoes) = ([], [])
    do {
      var slots = slots.mutableSpan
      var entries = entries.mutableSpan
      var numbers = numbers.mutableSpan
      var followers = next.mutableSpan
      while token < all.count, used < most {
        guard all[token].isWordLike else {
          token &+= 1
          continue
        }
        let hash = all[token].hash
        let here = UInt32(truncatingIfNeeded: token)
        var place = Int(truncatingIfNeeded: hash) & mask
        var number = Int(slots[place])
        // No hash is zero, so that a free slot, which says no word, is none of the word.
        while entries[number].hash != hash, number != 0 {
          place = (place &+ 1) & mask
          number = Int(slots[place])
        }
        if number == 0 {
          slots[place] = UInt32(truncatingIfNeeded: used)
          numbers[token] = UInt32(truncatingIfNeeded: used)
          entries[used] = WordIndex.Entry(hash: hash, first: here, last: here, count: 1)
          used &+= 1
        } else {
          let last = entries[number].last
          entries[number].last = here
          entries[number].count &+= 1
          followers[Int(last)] = here
          numbers[token] = UInt32(truncatingIfNeeded: number)
          let distance = token &- Int(last)
          if distance <= WordIndex.reach {
            if distance == 1 {
              doubles.append(token)
            } else if Self.isPhrase(tokens, token, distance) {
              echoes.append(WordIndex.Echo(token: token, distance: distance))
            }
          }
        }
        token &+= 1
      }
    }
    self.used = used
    (self.slots, self.entries, self.numbers, self.next) = (slots, entries, numbers, next)
    (self.doubles, self.echoes) = (doubles, echoes)
    return token
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
    entries += Array(repeating: .none, count: slots.count / 2 - entries.count)
  }
}
