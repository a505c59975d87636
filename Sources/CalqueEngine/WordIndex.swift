internal import CalqueText

/// The different words of a document, its marks among them, and where each of them stands.
///
/// What is asked of words, such as which rules know one, is asked once of each different word; and
/// a check that looks for some words goes to their places instead of reading all tokens. Numbers
/// are words here.
///
/// A class, though it never changes: each question of a check would copy a value with all its
/// tables.
public final class WordIndex: Sendable {
  /// A word or a mark that occurs.
  struct Entry {
    /// Hash of the word (``CalqueText/WordHash``), or the mark's scalar.
    let hash: UInt64
    /// Index of the last token.
    var last: UInt32
    /// Number of tokens.
    var count: UInt32

    /// The entry of what does not occur: no mark has its hash, and one word of 10^19 may have.
    static let none = Entry(hash: .max, last: 0, count: 0)
  }

  /// A token among those of its entry.
  struct Link {
    /// Index of the entry.
    let entry: UInt32
    /// Index of the last token before it of the same entry; anything for the first of an entry.
    let previous: UInt32
  }

  /// Places of a word that stands at few.
  private static let few = 64

  /// The different words and marks in the order of their first tokens; the first entry is that of
  /// none.
  let entries: [Entry]
  /// Words and numbers that are the same as the token before them.
  public let doubles: [Int]
  /// Words and numbers that last stood at most ``reach`` tokens ago, where all that has stood there
  /// since comes again with them.
  public let echoes: [Echo]
  /// For each token its entry and the token before it there.
  let links: [Link]
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
    links = builder.links
    slots = builder.slots
    doubles = builder.doubles
    echoes = builder.echoes
    entries = builder.entries
  }

  /// Returns how often a word occurs, in any case.
  ///
  /// O(1).
  public func count(of hash: UInt64) -> Int { Int(entries[number(of: hash)].count) }

  /// Returns the indices of the tokens that are this word, in order.
  ///
  /// O(n) for n such tokens.
  public func places(of hash: UInt64) -> [Int] {
    var found: [Int] = []
    appendPlaces(ofEntry: number(of: hash), to: &found)
    return found
  }

  /// Returns the indices of the tokens that are this word where there are few, and none where there
  /// are more: who asks this of each of many words would look at all of them again and again.
  ///
  /// O(1).
  public func fewPlaces(of hash: UInt64) -> [Int] {
    count(of: hash) <= Self.few ? places(of: hash) : []
  }

  /// Returns the indices of the tokens of some entries, in order.
  ///
  /// O(n + tokens / 64) for n such tokens: a bit for each token puts them in order.
  func places(of numbers: [Int]) -> [Int] {
    guard !numbers.isEmpty else { return [] }
    var isWanted = [UInt64](filledWith: 0, count: links.count / 64 + 1)
    var wanted = isWanted.mutableSpan
    var count = 0
    for number in numbers {
      count += Int(entries[number].count)
      for place in backwards(fromEntry: number) { wanted[place / 64] |= 1 &<< UInt64(place & 63) }
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
    var found: [Int] = []
    // Few are words of the text, and these stand there a few times.
    for hash in hashes { appendPlaces(ofEntry: number(of: hash), to: &found) }
    return found
  }

  /// Appends the indices of the tokens of an entry, in order.
  private func appendPlaces(ofEntry number: Int, to found: inout [Int]) {
    let count = Int(entries[number].count)
    guard count > 0 else { return }
    found += repeatElement(0, count: count)
    var places = found.mutableSpan
    var next = places.count
    for place in backwards(fromEntry: number) {
      next -= 1
      places[next] = place
    }
  }

  /// Returns the indices of the tokens of an entry, the last one first.
  @inline(__always)
  private func backwards(fromEntry number: Int) -> Places {
    Places(place: entries[number].last, count: entries[number].count, links: links)
  }

  /// The tokens of an entry, the last one first.
  private struct Places: Sequence, IteratorProtocol {
    var place: UInt32
    var count: UInt32
    let links: [Link]

    mutating func next() -> Int? {
      guard count > 0 else { return nil }
      let found = Int(place)
      place = links[found].previous
      count -= 1
      return found
    }
  }

  /// Returns the number of a word's entry; zero for a word that does not occur.
  private func number(of hash: UInt64) -> Int {
    Int(slots[Self.place(of: hash, in: slots, entries)])
  }

  /// Returns where the number of a word is among slots, or would be.
  static func place(of hash: UInt64, in slots: [UInt32], _ entries: [Entry]) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0, entries[Int(slots[place])].hash != hash { place = (place + 1) & mask }
    return place
  }
}
