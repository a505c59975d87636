internal import CalqueRules
internal import CalqueText

/// A place where a pattern matched, in indices of tokens.
struct Match {
  /// Index of the pattern.
  let pattern: Int
  /// Everything that matched.
  let whole: Range<Int>
  /// The part to report.
  let report: Range<Int>
  /// The captures, from the first; nil where an alternative without it matched.
  let captures: [Range<Int>?]
  /// The inflected words, with the forms that each can be.
  let inflected: [Inflected?]

  /// An inflected word of a match.
  struct Inflected {
    let token: Int
    /// Bits of the forms (`WordForm.bit`).
    let forms: UInt32
  }
}

extension Match {
  /// Keeps the longest of matches of one rule that overlap.
  static func withoutOverlaps(_ matches: [Match]) -> [Match] {
    let inOrder = matches.sorted {
      ($0.whole.lowerBound, $1.whole.count) < ($1.whole.lowerBound, $0.whole.count)
    }
    // Most keep clear of each other.
    let neighbours = zip(inOrder, inOrder.dropFirst())
    if neighbours.allSatisfy({ $0.report.upperBound <= $1.report.lowerBound }) { return inOrder }
    let longestFirst = matches.sorted {
      ($1.whole.count, $0.whole.lowerBound) < ($0.whole.count, $1.whole.lowerBound)
    }
    var kept: [Match] = []
    var taken: Set<Int> = []
    for match in longestFirst where match.report.allSatisfy({ !taken.contains($0) }) {
      kept.append(match)
      taken.formUnion(match.report)
    }
    return kept.sorted { $0.whole.lowerBound < $1.whole.lowerBound }
  }

  /// Returns what a capture holds, counted from one; zero is the part to report.
  func capture(_ number: Int) -> Range<Int>? {
    guard number > 0 else { return report }
    return number <= captures.count ? captures[number - 1] : nil
  }

  /// Returns the inflected word of a number, from zero; where it stands in an alternative that did
  /// not match, the next one that did.
  func inflectedWord(_ number: Int) -> Inflected? {
    inflected.dropFirst(number).lazy.compactMap { $0 }.first
      ?? inflected.lazy.compactMap { $0 }.last
  }

  /// Reads the slots of a matcher that has just matched.
  ///
  /// - Parameters:
  ///   - matcher: The matcher.
  ///   - pattern: The pattern that matched, with its index.
  ///   - formSets: The form sets of its inflected words.
  ///   - start: The token from which it matched.
  ///   - keepsParts: Whether captures and inflected words are wanted.
  init(
    _ matcher: PatternMatcher, _ pattern: (index: Int, record: Pattern),
    formSets: Slice<Table<UInt32>>, from start: Int, keepsParts: Bool
  ) {
    let slots = matcher.slots
    func range(_ slot: Int) -> Range<Int>? {
      guard slots[slot] >= 0, slots[slot + 1] > slots[slot] else { return nil }
      return slots[slot]..<slots[slot + 1]
    }
    self.pattern = pattern.index
    whole = start..<max(start + 1, matcher.end)
    report = range(0) ?? whole
    guard keepsParts else {
      (captures, inflected) = ([], [])
      return
    }
    let captureCount = Int(pattern.record.captureCount)
    captures = (0..<captureCount).map { range(2 + 2 * $0) }
    let firstInflected = 2 + 2 * captureCount
    inflected = formSets.enumerated().map { index, formSet in
      guard let token = range(firstInflected + 2 * index)?.lowerBound else { return nil }
      let forms = matcher.reader.formMask(of: matcher.reader.word(token), in: Int(formSet)) ?? 0
      return Inflected(token: token, forms: forms)
    }
  }
}
