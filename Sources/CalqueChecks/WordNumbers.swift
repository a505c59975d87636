internal import CalqueText

/// What a few words stand for: a month its place in the year, `seven` 7.
///
/// A table by the hashes that words have already; a dictionary would hash them again.
struct WordNumbers {
  private var hashes: [UInt64]
  private var numbers: [Int]

  /// Gives each word the place of its row.
  ///
  /// O(words).
  init(_ rows: [[String]]) {
    let count = rows.reduce(0) { $0 + $1.count }
    var capacity = 4
    while capacity < 2 * count { capacity *= 2 }
    hashes = [UInt64](repeating: 0, count: capacity)
    numbers = [Int](repeating: 0, count: capacity)
    for (number, words) in rows.enumerated() {
      for word in words.map(WordHash.of) {
        let place = place(of: word)
        (hashes[place], numbers[place]) = (word, number)
      }
    }
  }

  /// The words, by their hashes, in no order.
  var words: [UInt64] { hashes.filter { $0 != 0 } }

  /// Returns what a word stands for; nil for a word that has no number.
  ///
  /// O(1).
  subscript(hash: UInt64) -> Int? {
    let place = place(of: hash)
    return hashes[place] == 0 ? nil : numbers[place]
  }

  /// Returns where a word is, or would be.
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place &+ 1) & mask }
    return place
  }
}
