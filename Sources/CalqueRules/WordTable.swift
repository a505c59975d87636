/// English words and names, to ask of the hash of a word whether it is one, and how common.
///
/// A hash table that is read where it lies: a run that asks for no word pays nothing. An entry
/// keeps 16 bits of its word's hash; about one unknown word in 7,000 is taken for a known one,
/// which can only silence a finding.
public struct WordTable: Sendable {
  /// What the lists say of a word.
  public enum Rank: UInt8, Sendable, CaseIterable {
    /// A word that everybody uses, in any of its forms.
    case common = 1
    /// A word all the same.
    case rare = 2
    /// A name, written with a capital.
    case name = 3
  }

  // An entry is three bytes, the low ones first: two bits of rank and sixteen of the hash.
  private static let entryLength = 3
  /// Share of the entries that hold a word, in per cent: fuller, and a miss takes longer.
  private static let fullness = 75

  private let bytes: Table<UInt8>
  private let capacity: UInt64

  /// Takes a table that ``encode(_:)`` has made.
  public init(_ bytes: Table<UInt8>) {
    self.bytes = bytes
    capacity = UInt64(bytes.count / Self.entryLength)
  }

  /// Creates an empty table.
  public init() {
    self.init([])
  }

  /// Whether the table has no words.
  public var isEmpty: Bool { capacity == 0 }

  /// Returns what the lists say of a word, from its hash (``CalqueText/WordHash``); nil for none of
  /// their words.
  ///
  /// O(1).
  public func rank(of hash: UInt64) -> Rank? {
    guard capacity > 0 else { return nil }
    let (place, key) = Self.home(of: hash, among: capacity)
    var index = place
    while true {
      let entry = entry(at: Int(index))
      guard entry != 0 else { return nil }
      if entry >> 2 == key { return Rank(rawValue: UInt8(entry & 3)) }
      index = index + 1 == capacity ? 0 : index + 1
    }
  }

  /// Tells whether a word is found where it is looked for first, as three of five are; the others
  /// are to be asked of ``rank(of:)``.
  ///
  /// O(1), without a branch that depends on the word. The table must not be empty.
  public func hasAtFirstSight(_ hash: UInt64) -> Bool {
    let (place, key) = Self.home(of: hash, among: capacity)
    let entry = entry(at: Int(truncatingIfNeeded: place))
    return entry >> 2 == key && entry != 0
  }

  @inline(__always)
  private func entry(at index: Int) -> UInt32 {
    let start = index * Self.entryLength
    return UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16
  }

  /// Returns where a word's entry would stand first, and the part of the hash that it keeps.
  private static func home(of hash: UInt64, among capacity: UInt64) -> (UInt64, key: UInt32) {
    let mixed = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return (
      mixed.multipliedFullWidth(by: capacity).high, UInt32(truncatingIfNeeded: mixed & 0xFFFF)
    )
  }
}

extension WordTable {
  /// Returns the bytes of a table of words.
  ///
  /// Of entries with the same key the first stays: give the words of the lower rank first.
  /// O(words).
  public static func encode(_ words: [(hash: UInt64, rank: Rank)]) -> [UInt8] {
    guard !words.isEmpty else { return [] }
    let capacity = words.count * 100 / fullness + 1
    var entries = [UInt32](repeating: 0, count: capacity)
    for (hash, rank) in words {
      let (place, key) = home(of: hash, among: UInt64(capacity))
      var index = Int(place)
      while entries[index] != 0, entries[index] >> 2 != key { index = (index + 1) % capacity }
      if entries[index] == 0 { entries[index] = key << 2 | UInt32(rank.rawValue) }
    }
    return entries.flatMap { entry in
      (0..<entryLength).map { UInt8(truncatingIfNeeded: entry >> (8 * $0)) }
    }
  }
}
