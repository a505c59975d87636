/// Where the bytes of an extracted text come from.
///
/// A format that removes or decodes markup keeps its text as segments, without gaps between them;
/// what was removed lies between their places in the source. A position is mapped back by this
/// alone, never searched for again.
public struct OffsetMap: Sendable, Hashable {
  /// How the bytes of a segment came out of the source.
  public enum Origin: UInt8, Sendable, Hashable {
    /// They are the source's own bytes.
    case verbatim
    /// The same, at a place where nothing can be written.
    case protected
    /// They are what its bytes mean, as one piece: `&amp;`, `\n`, a run of white space.
    case decoded
    /// They stand for something that no edit can write: the gap between two blocks, a picture.
    case fixed

    /// Whether each byte of the text is a byte of the source.
    var isCopy: Bool { self == .verbatim || self == .protected }

    /// Whether an edit can be written in the place.
    var isEditable: Bool { self == .verbatim || self == .decoded }
  }

  /// A run of text with the place in the source that it comes from.
  public struct Segment: Sendable, Hashable {
    /// Bytes of the text.
    public let text: TextRange
    /// Bytes of the source; as many as of the text where they are the same.
    public let source: TextRange
    /// How the one came out of the other.
    public let origin: Origin

    /// Creates a segment.
    public init(text: TextRange, source: TextRange, origin: Origin) {
      self.text = text
      self.source = source
      self.origin = origin
    }
  }

  private var segments: [Segment] = []

  /// Creates the map of a text that is its own source.
  public init() {}

  /// Whether text and source are the same.
  public var isIdentity: Bool { segments.isEmpty }

  /// Adds a segment behind the last one.
  ///
  /// O(1): bytes of the source that follow those of the last segment lengthen it.
  public mutating func append(_ segment: Segment) {
    let end = segments.last?.text.end ?? 0
    precondition(segment.text.start == end, "segments follow each other without a gap in the text")
    guard !segment.text.isEmpty else { return }
    if let last = segments.last, last.origin == .verbatim, segment.origin == .verbatim,
      last.source.end == segment.source.start
    {
      segments[segments.count - 1] = Segment(
        text: last.text.union(segment.text), source: last.source.union(segment.source),
        origin: .verbatim)
    } else {
      segments.append(segment)
    }
  }

  /// Returns the range of the source that a range of the text comes from.
  ///
  /// Markup inside the range is in it, markup at its edges is not. O(log segments).
  public func source(of range: TextRange) -> TextRange {
    guard !segments.isEmpty else { return range }
    let first = segments[index(at: range.start)]
    guard !range.isEmpty else {
      let place =
        range.start >= first.text.end ? first.source.end : Self.start(range.start, in: first)
      return TextRange(place, place)
    }
    let start = Self.start(range.start, in: first)
    // The end is mapped from the last byte inside, so that markup behind it stays outside.
    let last = segments[index(at: range.end - 1)]
    let end = Self.end(range.end, in: last)
    // Parts of an article may stand in the source in another order.
    guard start > end else { return TextRange(start, end) }
    return TextRange(last.source.start, max(end, first.source.end))
  }

  /// Returns the bytes of the source that an edit of a range of the text replaces; nil where markup
  /// would be lost, or where a piece would be cut that only makes sense as a whole.
  ///
  /// An empty range between two tags is the place behind what comes before it. O(log segments) and
  /// O(segments in the range).
  public func editable(_ range: TextRange) -> TextRange? {
    guard !segments.isEmpty else { return range }
    guard !range.isEmpty else { return insertionPlace(range.start).map { TextRange($0, $0) } }
    let first = index(at: range.start)
    let last = index(at: range.end - 1)
    for index in first...last {
      guard segments[index].origin.isEditable,
        index == first || segments[index - 1].source.end == segments[index].source.start
      else { return nil }
    }
    guard segments[first].origin == .verbatim || segments[first].text.start == range.start,
      segments[last].origin == .verbatim || segments[last].text.end == range.end
    else { return nil }
    return TextRange(
      Self.start(range.start, in: segments[first]), Self.end(range.end, in: segments[last]))
  }

  /// Tells whether markup stands in the source between the byte before an offset and the one at it,
  /// or before the first byte.
  public func hasGap(at offset: UInt32) -> Bool {
    guard !segments.isEmpty else { return false }
    guard offset > 0 else { return segments[0].source.start > 0 }
    let next = index(at: offset)
    guard next > 0, segments[next].text.start == offset else {
      return offset >= segments[next].text.end
    }
    let before = segments[next - 1]
    return !before.origin.isEditable || !segments[next].origin.isEditable
      || before.source.end != segments[next].source.start
  }

  private func insertionPlace(_ offset: UInt32) -> UInt32? {
    let next = segments[index(at: offset)]
    let before = offset > 0 ? segments[index(at: offset - 1)] : nil
    if let before, before.origin.isEditable {
      guard before.origin == .verbatim || before.text.end <= offset else { return nil }
      return Self.end(offset, in: before)
    }
    guard next.origin.isEditable, next.text.start == offset else { return nil }
    return next.source.start
  }

  /// Returns the index of the segment that holds an offset; the last one behind the end.
  private func index(at offset: UInt32) -> Int {
    max(0, segments.partitioningIndex { $0.text.start > offset } - 1)
  }

  /// Maps the offset of a byte in a segment.
  private static func start(_ offset: UInt32, in segment: Segment) -> UInt32 {
    segment.origin.isCopy
      ? segment.source.start + (offset - segment.text.start) : segment.source.start
  }

  /// Maps the offset behind a byte in a segment.
  private static func end(_ offset: UInt32, in segment: Segment) -> UInt32 {
    segment.origin.isCopy
      ? segment.source.start + (min(offset, segment.text.end) - segment.text.start)
      : segment.source.end
  }
}
