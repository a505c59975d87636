/// Finds the sentence of a token by a look at one of a few tokens before it.
///
/// A search by halves through all sentences guesses wrong at each of its steps.
struct SentenceMap: Sendable {
  /// Tokens from one that is noted to the next: two or three sentences.
  private static let distance = 64

  /// The index of the sentence of each token that is noted.
  private let noted: [UInt32]

  /// Notes the sentences of some tokens.
  ///
  /// O(sentences + tokens / 64).
  init(_ sentences: [Sentence]) {
    let tokenCount = sentences.last?.tokens.upperBound ?? 0
    var noted = [UInt32](filledWith: 0, count: (tokenCount + Self.distance - 1) / Self.distance)
    do {
      var noted = noted.mutableSpan
      let sentences = sentences.span
      var index = 0
      for place in noted.indices {
        while sentences[index].tokens.upperBound <= place * Self.distance { index += 1 }
        noted[place] = UInt32(truncatingIfNeeded: index)
      }
    }
    self.noted = noted
  }

  /// Returns the index of the last sentence that starts at a token or before it; -1 where there is
  /// none.
  func sentence(ofToken token: Int, in sentences: [Sentence]) -> Int {
    guard !noted.isEmpty else { return -1 }
    var index = Int(noted[min(token / Self.distance, noted.count - 1)])
    while index + 1 < sentences.count, sentences[index + 1].tokens.lowerBound <= token {
      index += 1
    }
    return index
  }
}
