internal import CalqueText

/// Where each of some words or sentences stood first, by their hashes.
///
/// A table by the hashes that they have already; a dictionary would hash them again.
package struct FirstPlaces {
  private var keys: [UInt64]
  /// One more than the place of each key; zero where a slot is free.
  private var places: [UInt32]

  /// Makes room for so many keys.
  package init(capacity: Int) {
    var count = 4
    while count < 2 * capacity { count *= 2 }
    keys = [UInt64](filledWith: 0, count: count)
    places = [UInt32](filledWith: 0, count: count)
  }

  /// Returns where a key stood first.
  ///
  /// O(1).
  package subscript(key: UInt64) -> Int? {
    let place = places[slot(of: key)]
    return place == 0 ? nil : Int(place) - 1
  }

  /// Notes where a key stands; returns where it stood before, nil where it is new.
  ///
  /// O(1).
  @discardableResult
  package mutating func note(_ place: Int, for key: UInt64) -> Int? {
    let slot = slot(of: key)
    guard places[slot] == 0 else { return Int(places[slot]) - 1 }
    (keys[slot], places[slot]) = (key, UInt32(place) + 1)
    return nil
  }

  /// Returns where a key is kept, or would be.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    // What has made the key has mixed its high bits best.
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while places[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }
}
