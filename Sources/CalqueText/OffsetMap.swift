/// Where the bytes of an extracted text come from.
///
/// A format that removes or decodes markup keeps the text as runs; within a run text and source are
/// the same bytes. A position is mapped back by this alone, never searched for again.
public struct OffsetMap: Sendable, Hashable {
  /// A run of text that starts at `text` and comes from `source` on.
  public struct Segment: Sendable, Hashable {
    /// Offset in the text.
    public let text: UInt32
    /// Offset in the source.
    public let source: UInt32

    /// Creates a segment.
    public init(text: UInt32, source: UInt32) {
      self.text = text
      self.source = source
    }
  }

  private var segments: [Segment] = []

  /// Creates the map of a text that is its own source.
  public init() {}

  /// Creates a map from segments sorted by both offsets.
  public init(segments: [Segment]) {
    self.segments = segments
  }

  /// Whether text and source are the same.
  public var isIdentity: Bool { segments.isEmpty }

  /// Adds a segment behind the last one.
  public mutating func append(_ segment: Segment) {
    if let last = segments.last {
      precondition(last.text <= segment.text, "segments are added in the order of the text")
    }
    segments.append(segment)
  }

  /// Returns where a byte of the text stands in the source.
  ///
  /// O(log segments).
  public func source(of offset: UInt32) -> UInt32 {
    guard !segments.isEmpty else { return offset }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].text <= offset { low = middle } else { high = middle }
    }
    guard offset >= segments[low].text else { return segments[low].source }
    let mapped = segments[low].source + (offset - segments[low].text)
    // A run that was cut short in the source ends where the next one starts.
    return low + 1 < segments.count ? min(mapped, segments[low + 1].source) : mapped
  }

  /// Returns the range of the source that a range of the text comes from.
  public func source(of range: TextRange) -> TextRange {
    guard !segments.isEmpty else { return range }
    let start = source(of: range.start)
    guard !range.isEmpty else { return TextRange(start, start) }
    // The end is mapped from the last byte inside, so that markup behind it stays outside.
    return TextRange(start, max(start, source(of: range.end - 1) + 1))
  }
}
