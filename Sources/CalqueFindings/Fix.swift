public import CalqueText

/// A change to the text that mends a finding.
public struct Fix: Sendable, Hashable {
  /// How far a fix may be trusted.
  public enum Safety: String, Sendable, Hashable, CaseIterable {
    /// There is one reading and this is its mend; may be applied unseen.
    case safe
    /// Likely right, or one of several good mends; somebody should look.
    case review
  }

  /// What the edits do, in the words of a menu entry: `write “close”`.
  public let summary: String
  /// The edits, sorted by place, none touching another.
  public let edits: [Edit]
  /// How far the fix may be trusted.
  public let safety: Safety

  /// Creates a fix of one or more edits.
  public init(summary: String, edits: [Edit], safety: Safety) {
    self.summary = summary
    self.edits = edits.sorted { $0.range < $1.range }
    self.safety = safety
  }
}

/// The replacement of one range of bytes by a text.
public struct Edit: Sendable, Hashable {
  /// The bytes that go; empty where the edit only inserts.
  public let range: TextRange
  /// The text that takes their place; empty where the edit only removes.
  public let replacement: String

  /// Creates an edit that puts `replacement` in the place of `range`.
  public init(range: TextRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension Sequence<Edit> {
  /// Returns a text with all edits made; their ranges are bytes of the text and do not overlap.
  ///
  /// O(length + edits × log edits).
  public func applied(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var start = 0
    for edit in sorted(by: { $0.range < $1.range }) {
      result += text[start..<edit.range.indices.lowerBound]
      result += edit.replacement.utf8
      start = edit.range.indices.upperBound
    }
    return result + text[start...]
  }
}
