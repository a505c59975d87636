internal import CalqueText

/// A phrase that stands twice or more in a row: `for two years for two years`.
public struct Repetition: Sendable, Hashable {
  /// Tokens of the first time.
  public let first: Range<Int>
  /// Tokens of the other times.
  public let again: Range<Int>
  /// How often it stands there.
  public let count: Int
}

extension Document {
  /// Returns the phrases that stand twice or more in a row, in order.
  ///
  /// O(echoes), and O(tokens) of what is repeated.
  func repetitions(_ echoes: [WordIndex.Echo]) -> [Repetition] {
    var found: [Repetition] = []
    for echo in echoes where echo.token >= found.last?.again.upperBound ?? 0 {
      guard let repetition = repetition(around: echo) else { continue }
      found.append(repetition)
    }
    return found
  }

  /// Returns the longest run of tokens around an echo that are the same as those before them.
  private func repetition(around echo: WordIndex.Echo) -> Repetition? {
    let distance = echo.distance
    let block = blocks[block(ofToken: echo.token)].tokens
    guard echo.token - distance >= block.lowerBound else { return nil }
    var start = echo.token
    while start - 1 - distance >= block.lowerBound,
      tokens[start - 1].hash == tokens[start - 1 - distance].hash
    {
      start -= 1
    }
    var end = echo.token + 1
    while end < block.upperBound, tokens[end].hash == tokens[end - distance].hash { end += 1 }
    // With a comma between the two the last repetition is one token short.
    let comma = tokens[start - 1].isMark(",") ? 1 : 0
    let length = end - start + comma
    guard length >= distance else { return nil }
    return Repetition(
      first: start - distance..<start - comma, again: start..<end, count: 1 + length / distance)
  }
}
