internal import CalqueFindings
public import CalqueFormats
public import CalqueText

/// A text in which fixes were made, and what is still wrong with it.
public struct MendedText: Sendable {
  /// The text with the fixes made; the text as it was where there were none.
  public let source: Source
  /// What is left, all ranges bytes of ``source``.
  public let result: Linter.Result
  /// Number of fixes made.
  public let fixCount: Int
  /// Number of fixes of the kinds asked for that are left to be made.
  public var unmadeCount: Int { unmade.count }

  /// The fixes that are left to be made, in the order of their findings.
  fileprivate let unmade: [Fix]

  fileprivate init(
    _ source: Source, _ result: Linter.Result, fixCount: Int, makesReviewFixes: Bool
  ) {
    self.source = source
    self.result = result
    self.fixCount = fixCount
    unmade = result.findings.compactMap(\.fixes.first).filter { fix in
      (makesReviewFixes || fix.safety == .safe) && !fix.edits.isEmpty
    }
  }
}

extension Linter {
  /// Rounds that may follow each other without fewer fixes to make than ever before.
  ///
  /// One fix may bring to light what another one mends; in a text that is all marks, fixes can go
  /// on for ever.
  private static let patience = 3
  /// Rounds at most, so that time stays linear.
  private static let roundLimit = 20

  /// Makes the fixes of a text and returns it with what is left.
  ///
  /// The first fix of each finding is made where it is `safe`, or where `makesReviewFixes` is set
  /// any; of fixes that overlap or meet, the first one. The mended text is linted again until
  /// there is nothing to make; where that does not end, the text with the fewest fixes left is
  /// returned. Byte order mark, line ends, markup and bytes that are no UTF-8 stay as they are. A
  /// text that is not in UTF-8 is left alone: its bytes are not those of the file.
  ///
  /// O(length) a round, of which there are mostly two.
  public func mend(
    _ source: Source, as format: some TextFormat = PlainText(), makesReviewFixes: Bool = false
  ) -> MendedText {
    var text = MendedText(
      source, lint(source, as: format), fixCount: 0, makesReviewFixes: makesReviewFixes)
    guard source.encoding == .utf8 else { return text }
    var best = text
    var rounds = (all: 0, withoutGain: 0)
    while rounds.all < Self.roundLimit, rounds.withoutGain < Self.patience,
      let next = mendOnce(text, as: format, makesReviewFixes)
    {
      text = next
      rounds.all += 1
      rounds.withoutGain += 1
      guard text.unmadeCount < best.unmadeCount else { continue }
      best = text
      rounds.withoutGain = 0
    }
    return best
  }

  /// Returns a text with one more round of fixes; nil where there is none to make.
  private func mendOnce(
    _ text: MendedText, as format: some TextFormat, _ makesReviewFixes: Bool
  ) -> MendedText? {
    guard !text.unmade.isEmpty else { return nil }
    var taken = SortedRanges()
    let fixes = text.unmade.filter { taken.add($0.edits.map(\.range)) }
    let bytes = fixes.flatMap(\.edits).applied(to: text.source.bytes)
    // No fix makes a text of four gigabytes, or one with NUL bytes, of one that was none.
    guard let source = try? Source(decoding: bytes) else { return nil }
    return MendedText(
      source, lint(source, as: format), fixCount: text.fixCount + fixes.count,
      makesReviewFixes: makesReviewFixes)
  }
}

/// Ranges of a text none of which touches or meets another, sorted.
private struct SortedRanges {
  private var ranges: [TextRange] = []

  /// Adds ranges, all or none; tells whether none meets one that is there.
  mutating func add(_ new: [TextRange]) -> Bool {
    let places = new.map { range in ranges.partitioningIndex { $0.end >= range.start } }
    for (range, place) in zip(new, places) {
      if place < ranges.count, ranges[place].start <= range.end { return false }
    }
    // Findings come in order, so that most ranges are added at the end.
    for (range, place) in zip(new, places).reversed() { ranges.insert(range, at: place) }
    return true
  }
}
