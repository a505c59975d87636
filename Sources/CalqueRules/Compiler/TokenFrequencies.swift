/// How often tokens are met, to tell which question refuses most.
struct TokenFrequencies {
  /// A place where anything may stand that has a quotation mark beside it.
  private static let quotationMark = 50_000
  // Shares of the words of news that no rule names, and of numbers.
  private static let small = 400_000
  private static let capitalized = 150_000
  private static let number = 30_000

  /// Among a million tokens, by word or mark.
  let words: [Int]

  /// Returns how often one of some tokens is met.
  func frequency(of tokens: Set<WordID>) -> Int {
    tokens.reduce(0) { $0 + words[Int($1)] }
  }

  /// Returns how often a token meets a condition.
  func frequency(of condition: TokenCondition, _ place: TokenPlace?) -> Int {
    guard condition.set != 0, let place else { return Self.quotationMark }
    var sum = frequency(of: place.tokens.members)
    if condition.traits.contains(.small) { sum += Self.small }
    if condition.traits.contains(.capitalized) { sum += Self.capitalized }
    if condition.traits.contains(.number) { sum += Self.number }
    return sum
  }
}
