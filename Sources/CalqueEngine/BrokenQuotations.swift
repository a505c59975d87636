internal import CalqueText

/// Where an article most likely quotes, but for a mark that is lost.
///
/// Words between a mark and the places where its other end may have stood are judged as quoted
/// ones: the lost mark is the fault, not what stands where it leaves them.
public struct BrokenQuotations: Sendable {
  /// Disjoint, in order.
  private var ranges: [TextRange] = []

  /// Reads the faults of an article’s quotations.
  ///
  /// - Complexity: O(faults · log faults).
  public init(of article: Article) {
    let stretches = article.quoteFaults.map { Self.stretch(of: $0, article) }
    for range in stretches.sorted(by: { $0.start < $1.start }) {
      if let last = ranges.last, range.start <= last.end {
        ranges[ranges.count - 1] = TextRange(last.start, max(last.end, range.end))
      } else {
        ranges.append(range)
      }
    }
  }

  /// Tells whether an offset lies in such a quotation.
  ///
  /// - Complexity: O(log faults).
  public func contains(_ offset: UInt32) -> Bool {
    let index = ranges.partitioningIndex { $0.end > offset }
    return index < ranges.count && ranges[index].start <= offset
  }

  private static func stretch(of fault: QuoteFault, _ article: Article) -> TextRange {
    let marks = article.document.marks
    var offsets = fault.places + [article.tokens[marks[fault.mark].token].start]
    if case .notReopened(let closing) = fault.kind {
      offsets.append(article.tokens[marks[closing].token].start)
    }
    let start = offsets.reduce(offsets[0], min)
    return TextRange(start, offsets.reduce(start, max))
  }
}
