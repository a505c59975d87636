/// One slip of the hand between two spellings of a name: a letter more, another letter, or two that
/// have changed places, behind the first letter and before the last two.
enum SpellingSlip {
  /// Letters of a longer spelling with a letter more or another one.
  private static let leastLength = 7
  /// Letters of a spelling with two letters that have changed places.
  private static let leastSwappedLength = 6
  /// Letters at the end, which carry grammar and gender.
  private static let ending = 2

  /// Tells whether two spellings in small letters are one slip apart.
  ///
  /// O(length).
  static func lies(between one: [UInt8], and other: [UInt8]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count - short.count <= 1, short.count >= leastSwappedLength else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
    guard start > 0, end >= ending, start < long.count else { return false }
    if long.count >= leastLength, start + end + 1 >= long.count { return true }
    return short.count == long.count && start + end + 2 == long.count
      && short[start] == long[start + 1] && short[start + 1] == long[start]
  }
}
