/// A half-open range of UTF-8 bytes in a text, on scalar boundaries.
///
/// Two 32-bit offsets: a text may be up to 4 GiB long, and a token stays small. Lines and columns
/// are computed from a range only when something is printed; see ``LineMap``.
public struct TextRange: Sendable, Hashable {
  /// Offset of the first byte.
  public let start: UInt32
  /// Offset of the byte after the last one.
  public let end: UInt32

  /// Creates the range of the bytes from `start` up to, not including, `end`.
  @inlinable
  public init(_ start: UInt32, _ end: UInt32) {
    precondition(start <= end, "a range cannot end before it starts")
    self.start = start
    self.end = end
  }

  /// Number of bytes.
  @inlinable
  public var length: UInt32 { end - start }

  /// Whether the range holds no byte: a place between two bytes.
  @inlinable
  public var isEmpty: Bool { start == end }

  /// The offsets as indices of an array of bytes.
  @inlinable
  public var indices: Range<Int> { Int(start)..<Int(end) }

  /// Tells whether both ranges share a byte, or an empty one lies in or at the edge of the other.
  public func touches(_ other: TextRange) -> Bool {
    isEmpty || other.isEmpty
      ? start <= other.end && other.start <= end
      : start < other.end && other.start < end
  }

  /// Tells whether `other` lies wholly inside this range.
  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Returns the smallest range that covers both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }
}

extension TextRange: Comparable {
  /// Orders by start, then by end.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension TextRange: CustomStringConvertible {
  /// Both offsets, as in `12..<15`.
  public var description: String { "\(start)..<\(end)" }
}
