/// Where each of some words or sentences stood first, by their hashes.
///
/// A table by the hashes that they have already; a dictionary would hash them again.
struct FirstPlaces {
  private var keys: [UInt64]
  private var places: [Int]

  /// Makes room for so many keys.
  init(capacity: Int) {
    var count = 4
    while count < 2 * capacity { count *= 2 }
    keys = [UInt64](repeating: 0, count: count)
    places = [Int](repeating: -1, count: count)
  }

  /// Returns where a key stood first.
  ///
  /// O(1).
  subscript(key: UInt64) -> Int? {
    let slot = slot(of: key)
    return places[slot] < 0 ? nil : places[slot]
  }

  /// Notes where a key stands; returns where it stood before, nil where it is new.
  ///
  /// O(1).
  mutating func note(_ place: Int, for key: UInt64) -> Int? {
    let slot = slot(of: key)
    guard places[slot] < 0 else { return places[slot] }
    (keys[slot], places[slot]) = (key, place)
    return nil
  }

  /// Returns where a key is kept, or would be.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    // What has made the key has mixed its high bits best.
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while places[slot] >= 0, keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }
}
