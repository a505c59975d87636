internal import CalqueText

/// Answers whether a word stands in an article, and how often.
///
/// The first questions are answered by reading the tokens through, which most articles never need
/// more of; from then on by a table, so that many questions take no longer than a few.
struct WordOccurrences {
  private static let mostReadings = 24

  private let tokens: [Token]
  private var readings = 0
  private var counts: [UInt64: (all: Int, capitalized: Int)] = [:]

  init(_ tokens: [Token]) {
    self.tokens = tokens
  }

  /// Returns how often a word stands in the article, in any case.
  mutating func count(of hash: UInt64) -> Int {
    count(of: hash) { _ in true } ?? counts[hash]?.all ?? 0
  }

  /// Returns how often a word stands in the article with a capital.
  mutating func capitalizedCount(of hash: UInt64) -> Int {
    count(of: hash) { $0.flags.contains(.capitalized) } ?? counts[hash]?.capitalized ?? 0
  }

  /// Reads the tokens through; nil once there is a table.
  private mutating func count(of hash: UInt64, where isWanted: (Token) -> Bool) -> Int? {
    guard readings < Self.mostReadings else {
      if counts.isEmpty { makeTable() }
      return nil
    }
    readings += 1
    var count = 0
    for token in tokens where token.hash == hash && token.kind == .word && isWanted(token) {
      count += 1
    }
    return count
  }

  private mutating func makeTable() {
    counts.reserveCapacity(tokens.count / 2)
    for token in tokens where token.kind == .word {
      let isCapitalized = token.flags.contains(.capitalized)
      counts[token.hash, default: (0, 0)].all += 1
      if isCapitalized { counts[token.hash, default: (0, 0)].capitalized += 1 }
    }
  }
}
