internal import CalqueText

/// Makes the tables of a ``WordIndex`` in one pass over the tokens.
///
/// This is one of the few loops that see every token: the tables are written through spans that are
/// taken once, and only where they have become too small does the loop pause.
struct WordIndexBuilder {
  /// The different words, the first one that of no word; from ``used`` on, room for more.
  private(set) var entries: [WordIndex.Entry]
  /// Number of ``entries`` in use.
  private(set) var used = 1
  /// For each token its entry; zero for a mark.
  private(set) var numbers: [UInt32]
  /// For each token the next one of the same word; zero for the last.
  private(set) var next: [UInt32]
  /// Entries by open addressing with linear probing, zero where a place is free; twice as many as
  /// ``entries``, and a power of two.
  private(set) var table: [UInt32]
  private(set) var doubles: [Int] = []
  private(set) var echoes: [WordIndex.Echo] = []

  /// Indexes all tokens.
  ///
  /// O(tokens).
  init(_ tokens: [Token]) {
    // An article has half as many different words as tokens, a long text far fewer.
    var capacity = 256
    while capacity < min(tokens.count / 2, 4096) { capacity *= 2 }
    entries = Array(repeating: Self.free, count: capacity)
    table = Array(repeating: 0, count: 2 * capacity)
    numbers = Array(repeating: 0, count: tokens.count)
    next = numbers
    var token = 0
    while true {
      token = add(tokens, from: token)
      guard token < tokens.count else { break }
      grow()
    }
  }

  private static let free = WordIndex.Entry(hash: 0, first: 0, last: 0, count: 0)

  /// Adds tokens until all are in or the entries are used up, and returns the first that is not in.
  private mutating func add(_ tokens: [Token], from first: Int) -> Int {
    let all = tokens.span
    let mask = table.count &- 1
    let capacity = entries.count
    var used = self.used
    var token = first
    // Spans of several properties of `self` at once are not to be had.
    var (table, entries, numbers, next) = (self.table, self.entries, self.numbers, self.next)
    var (doubles, echoes) = (self.doubles, self.echoes)
    (self.table, self.entries, self.numbers, self.next) = ([], [], [], [])
    (self.doubles, self.echoes) = ([], [])
    do {
      var places = table.mutableSpan
      var words = entries.mutableSpan
      var numbers = numbers.mutableSpan
      var followers = next.mutableSpan
      while token < all.count, used < capacity {
        guard all[token].isWordLike else {
          token &+= 1
          continue
        }
        let hash = all[token].hash
        let here = UInt32(truncatingIfNeeded: token)
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0, words[Int(places[place])].hash != hash {
          place = (place &+ 1) & mask
        }
        let number = Int(places[place])
        if number == 0 {
          places[place] = UInt32(truncatingIfNeeded: used)
          words[used] = WordIndex.Entry(hash: hash, first: here, last: here, count: 1)
          numbers[token] = UInt32(truncatingIfNeeded: used)
          used &+= 1
        } else {
          let last = words[number].last
          words[number].last = here
          words[number].count &+= 1
          followers[Int(last)] = here
          numbers[token] = UInt32(truncatingIfNeeded: number)
          let distance = token &- Int(last)
          if distance == 1 {
            doubles.append(token)
          } else if distance <= WordIndex.reach, Self.hasNeighbour(tokens, token, distance),
            Self.isPhrase(tokens, token, distance)
          {
            echoes.append(WordIndex.Echo(token: token, distance: distance))
          }
        }
        token &+= 1
      }
    }
    self.used = used
    (self.table, self.entries, self.numbers, self.next) = (table, entries, numbers, next)
    (self.doubles, self.echoes) = (doubles, echoes)
    return token
  }

  /// Tells whether the token before or after an echo is one as well, or a comma between two words:
  /// most words come again alone.
  @inline(__always)
  private static func hasNeighbour(_ tokens: [Token], _ token: Int, _ distance: Int) -> Bool {
    tokens[token &- 1].hash == tokens[max(token &- 1 &- distance, 0)].hash
      || token &+ 1 < tokens.count && tokens[token &+ 1].hash == tokens[token &+ 1 &- distance].hash
      || distance == 2 && tokens[token &- 1].isMark(",")
  }

  /// Tells whether all tokens of a phrase come again with an echo.
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
    entries += Array(repeating: Self.free, count: entries.count)
    table = Array(repeating: 0, count: 2 * table.count)
    let mask = table.count - 1
    for number in 1..<used {
      var place = Int(truncatingIfNeeded: entries[number].hash) & mask
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = UInt32(truncatingIfNeeded: number)
    }
  }

  /// Gives the entries away, those in use.
  consuming func takeEntries() -> [WordIndex.Entry] {
    entries.removeLast(entries.count - used)
    return entries
  }
}
