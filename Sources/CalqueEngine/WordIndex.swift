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
    let first: UInt32
    /// Index of the last token.
    var last: UInt32
    /// Number of tokens.
    var count: UInt32

    /// The entry of no word.
    static let none = Entry(hash: 0, first: 0, last: 0, count: 0)
  }

  /// The different words in the order of their first tokens; the first entry is that of no word.
  let entries: [Entry]
  /// Words and numbers that are the same as the token before them.
  public let doubles: [Int]
  /// Words and numbers that last stood at most ``reach`` tokens ago, where all that has stood there
  /// since comes again with them.
  public let echoes: [Echo]
  /// For each token its entry; zero for a mark.
  let numbers: [UInt32]
  /// For each token the next one of the same word; zero for the last.
  private let next: [UInt32]
  /// The numbers of the entries by open addressing with linear probing (``WordIndexBuilder``).
  private let slots: [UInt32]

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
    let builder = WordIndexBuilder(tokens)
    numbers = builder.numbers
    next = builder.next
    slots = builder.slots
    doubles = builder.doubles
    echoes = builder.echoes
    entries = builder.entries
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
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = entries[Int(slots[place])]
      // A free slot says no word, which is what there is of this one.
      if entry.hash == hash || slots[place] == 0 { return entry }
      place = (place + 1) & mask
    }
  }
}
