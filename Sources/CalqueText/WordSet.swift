/// A fixed set of words, to ask of the hash of a word whether it is one of them.
///
/// A table at most half full by open addressing: the standard library's `Set` hashes a hash again,
/// at many times the cost.
public struct WordSet: Sendable {
  /// Hashes of the words, zero where a place is free; a power of two of places.
  @usableFromInline let places: [UInt64]

  /// Creates the set of the words in a text, white space between them.
  public init(_ words: String) {
    self.init(WordHash.ofEach(words))
  }

  /// Creates the set of some words by their hashes (``WordHash``).
  init(_ hashes: [UInt64]) {
    var places = [UInt64](repeating: 0, count: 2)
    while places.count < 2 * hashes.count { places += places }
    for hash in hashes {
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[place] != 0, places[place] != hash { place = (place + 1) & (places.count - 1) }
      places[place] = hash
    }
    self.places = places
  }

  /// Tells whether a word is in the set, by its hash (``WordHash``).
  ///
  /// O(1).
  @inlinable
  public func contains(_ hash: UInt64) -> Bool {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      if places[place] == hash { return true }
      place = (place &+ 1) & mask
    }
    return false
  }
}
