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
  ///
  /// O(n + tokens / 64) for n such tokens: a bit for each token puts them in order.
  func places(of numbers: [Int]) -> [Int] {
    guard !numbers.isEmpty else { return [] }
    var isWanted = [UInt64](repeating: 0, count: self.numbers.count / 64 + 1)
    var wanted = isWanted.mutableSpan
    var count = 0
    for number in numbers {
      count += Int(entries[number].count)
      for place in places(of: entries[number]) { wanted[place / 64] |= 1 &<< UInt64(place & 63) }
    }
    var found: [Int] = []
    found.reserveCapacity(count)
    for (index, word) in isWanted.enumerated() {
      word.forEachSetBit { found.append(index * 64 + $0) }
    }
    return found
  }

  /// Returns the indices of the tokens that are one of some words, word by word.
  func places(of hashes: [UInt64]) -> [Int] {
    // Few hashes are words of the text.
    let count = hashes.reduce(0) { $0 + Int(entry(of: $1).count) }
    guard count > 0 else { return [] }
    var found: [Int] = []
    found.reserveCapacity(count)
    for hash in hashes { found.append(contentsOf: places(of: hash)) }
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

  // A free slot says no word, which is what there is of a word that does not occur.
  private func entry(of hash: UInt64) -> Entry {
    entries[Int(slots[Self.place(of: hash, in: slots, entries)])]
  }

  /// Returns where the number of a word is among slots, or would be.
  static func place(of hash: UInt64, in slots: [UInt32], _ entries: [Entry]) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0, entries[Int(slots[place])].hash != hash { place = (place + 1) & mask }
    return place
  }
}
