internal import CalqueText

/// The sentences of a document that few checks want, by what makes them rare.
///
/// O(sentences), one pass for all checks.
public struct SentenceIndex: Sendable {
  /// Sentences of which the first token is a word without a capital.
  public private(set) var startingSmall: [Int] = []
  /// Sentences that may stand in the text a second time: all with which another one has its length
  /// and its outermost words in common, and a few with which none has.
  public private(set) var maybeRepeated: [Int] = []

  /// Looks through the sentences of a document.
  init(_ document: Document) {
    let tokens = document.tokens
    var keys = [UInt32](filledWith: 0, count: document.sentences.count)
    for (index, sentence) in document.sentences.enumerated() {
      let first = tokens[sentence.tokens.lowerBound]
      if first.kind == .word, !first.flags.contains(.capitalized) { startingSmall.append(index) }
      keys[index] = Self.key(of: sentence.tokens, in: tokens)
    }
    maybeRepeated = Self.repeatedPlaces(in: keys)
  }

  /// Returns a number that is the same for the same sentences, from tokens beside the ends of one,
  /// which lie together with those of its neighbours.
  private static func key(of sentence: Range<Int>, in tokens: [Token]) -> UInt32 {
    let last = sentence.upperBound - 1
    var key = UInt64(sentence.count)
    // Most sentences start with one of few words, and end with a stop.
    for place in 1...3 {
      key = key &* factor ^ tokens[min(sentence.lowerBound + place, last)].hash
    }
    key = key &* factor ^ tokens[max(last - 1, sentence.lowerBound)].hash
    return UInt32(truncatingIfNeeded: (key &* factor) &>> 32)
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Returns the places of all keys that come twice, and of a few others.
  ///
  /// O(keys): two bits, of which each key has eight pairs, say whether keys like it have come, and
  /// whether they have come again.
  private static func repeatedPlaces(in keys: [UInt32]) -> [Int] {
    guard keys.count > 1 else { return [] }
    var wordCount = 1
    while wordCount * 4 < keys.count { wordCount *= 2 }
    let mask = UInt32(wordCount - 1)
    var seen = [UInt64](filledWith: 0, count: wordCount)
    var words = seen.mutableSpan
    for key in keys {
      let (word, pair) = (Int(key &>> 5 & mask), UInt64(key & 31) &* 2)
      let hasCome = words[word] &>> pair & 1
      words[word] |= (1 | hasCome &<< 1) &<< pair
    }
    return keys.indices.filter { index in
      let key = keys[index]
      return seen[Int(key &>> 5 & mask)] &>> (UInt64(key & 31) &* 2 &+ 1) & 1 == 1
    }
  }
}
