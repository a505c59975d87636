internal import CalqueText

/// The different words of a document, and where each of them stands.
///
/// What is asked of words, such as which rules know one, is asked once of each different word; and a
/// check that looks for some words goes to their places instead of reading all tokens. Numbers are
/// words here.
public struct WordIndex: Sendable {
  /// A word that occurs.
  struct Entry {
    /// Hash of the word (``CalqueText/WordHash``).
    let hash: UInt64
    /// Index of the first token.
    var first: UInt32
    /// Index of the last token.
    var last: UInt32
    /// Number of tokens.
    var count: UInt32
  }

  /// The different words in the order of their first tokens; the first entry is that of no word.
  private(set) var entries: [Entry] = [Entry(hash: 0, first: 0, last: 0, count: 0)]
  /// Words and numbers that are the same as the token before them.
  public private(set) var doubles: [Int] = []
  /// Words and numbers that last stood at most ``reach`` tokens ago, not as their neighbour.
  public private(set) var echoes: [Echo] = []
  /// For each token its entry; zero for a mark.
  let numbers: [UInt32]
  /// For each token the next one of the same word; zero for the last.
  private var next: [UInt32] = []
  /// Entries by open addressing with linear probing, zero where a place is free.
  private let table: [UInt32]

  /// A word that stands again a few tokens later.
  public struct Echo: Sendable, Hashable {
    /// Index of the later token.
    public let token: Int
    /// How many tokens ago the word stood last.
    public let distance: Int
  }

  /// Most tokens between a word and its echo.
  public static let reach = 16

  /// Indexes the words among tokens.
  ///
  /// O(tokens).
  init(_ tokens: [Token]) {
    var table = [UInt32](repeating: 0, count: 512)
    var entries = self.entries
    numbers = tokens.map { token in
      guard token.isWordLike else { return 0 }
      let place = Self.place(of: token.hash, in: table, entries)
      guard table[place] == 0 else { return table[place] }
      let number = UInt32(truncatingIfNeeded: entries.count)
      table[place] = number
      entries.append(Entry(hash: token.hash, first: 0, last: 0, count: 0))
      if entries.count * 2 > table.count { table = Self.doubled(table, entries) }
      return number
    }
    self.table = table
    chain(entries)
  }

  /// Completes the entries and links the tokens of each word.
  private mutating func chain(_ entries: consuming [Entry]) {
    var next = [UInt32](repeating: 0, count: numbers.count)
    var doubles: [Int] = []
    var echoes: [Echo] = []
    var followers = next.mutableSpan
    var words = entries.mutableSpan
    for index in numbers.indices where numbers[index] != 0 {
      let (token, number) = (UInt32(truncatingIfNeeded: index), Int(numbers[index]))
      if words[number].count == 0 {
        words[number].first = token
      } else {
        let last = words[number].last
        followers[Int(last)] = token
        let distance = Int(token &- last)
        if distance == 1 {
          doubles.append(index)
        } else if distance <= Self.reach {
          echoes.append(Echo(token: index, distance: distance))
        }
      }
      words[number].last = token
      words[number].count &+= 1
    }
    (self.next, self.entries, self.doubles, self.echoes) = (next, entries, doubles, echoes)
  }

  /// Returns how often a word occurs, in any case.
  ///
  /// O(1).
  public func count(of hash: UInt64) -> Int { Int(entry(of: hash).count) }

  /// Returns the indices of the tokens that are this word, in order.
  ///
  /// O(1), and O(1) for each token.
  public func places(of hash: UInt64) -> Places { places(of: entry(of: hash)) }

  /// Returns the indices of the tokens of some entries, in order.
  func places(of numbers: [Int]) -> [Int] {
    let count = numbers.reduce(0) { $0 + Int(entries[$1].count) }
    var found: [Int] = []
    found.reserveCapacity(count)
    // Sorting many takes longer than reading all.
    guard count * 16 > self.numbers.count else {
      for number in numbers { found.append(contentsOf: places(of: entries[number])) }
      return found.sorted()
    }
    var isWanted = [Bool](repeating: false, count: entries.count)
    for number in numbers { isWanted[number] = true }
    for (token, number) in self.numbers.enumerated() where isWanted[Int(number)] {
      found.append(token)
    }
    return found
  }

  private func places(of entry: Entry) -> Places {
    Places(followers: next, following: entry.count == 0 ? nil : entry.first, last: entry.last)
  }

  /// The tokens of one word, in order.
  public struct Places: Sequence, IteratorProtocol {
    fileprivate let followers: [UInt32]
    fileprivate var following: UInt32?
    fileprivate let last: UInt32

    /// Returns the index of the next token.
    public mutating func next() -> Int? {
      guard let token = following else { return nil }
      following = token == last ? nil : followers[Int(token)]
      return Int(token)
    }
  }

  private func entry(of hash: UInt64) -> Entry {
    entries[Int(table[Self.place(of: hash, in: table, entries)])]
  }

  /// Returns where the entry of a word is in a table, or would be.
  private static func place(of hash: UInt64, in table: [UInt32], _ entries: [Entry]) -> Int {
    let mask = table.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while table[place] != 0, entries[Int(table[place])].hash != hash {
      place = (place &+ 1) & mask
    }
    return place
  }

  private static func doubled(_ table: [UInt32], _ entries: [Entry]) -> [UInt32] {
    var larger = [UInt32](repeating: 0, count: table.count * 2)
    for number in entries.indices.dropFirst() {
      let place = place(of: entries[number].hash, in: larger, entries)
      larger[place] = UInt32(truncatingIfNeeded: number)
    }
    return larger
  }
}
