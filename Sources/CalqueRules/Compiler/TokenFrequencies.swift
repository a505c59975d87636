/// How often tokens are met, to tell which question refuses most.
struct TokenFrequencies {
  /// Frequency of a mark as one that finds anchors: no word finds more, so that none is.
  private static let markAsFinder = 1_000_000
  /// Frequency of a mark as one that is asked for: a comma or a full stop is one token of twenty.
  private static let mark = 50_000
  // Shares of the words of news that no rule names, and of numbers.
  private static let small = 400_000
  private static let capitalized = 150_000
  private static let number = 30_000

  /// Among a million tokens, by word.
  let words: [Int]

  /// Returns how often a token is met as one that finds anchors.
  func frequency(of token: Neighbour) -> Int {
    Int(token.bits) < words.count ? words[Int(token.bits)] : Self.markAsFinder
  }

  /// Returns how often a token is met as one that is asked for.
  func frequency(asked token: Neighbour) -> Int {
    Int(token.bits) < words.count ? words[Int(token.bits)] : Self.mark
  }

  /// Returns how often a token meets a condition.
  func frequency(of condition: TokenCondition, _ place: TokenPlace?) -> Int {
    guard condition.set != 0, let place else { return Self.mark }
    var sum = 0
    for token in place.tokens.members { sum += frequency(asked: token) }
    if condition.traits.contains(.small) { sum += Self.small }
    if condition.traits.contains(.capitalized) { sum += Self.capitalized }
    if condition.traits.contains(.number) { sum += Self.number }
    return sum
  }
}
