public import CalqueText

/// Reads the articles of a file part by part, so that a file may have more bytes than memory.
///
/// The articles are those of the whole file.
public protocol PartwiseReader: Sendable {
  /// Where a part may end.
  var boundary: PartBoundary { get }

  /// Gives the articles of the next part, or what it has of one, and returns what could not be
  /// read.
  ///
  /// O(length).
  mutating func read(_ part: Source, _ body: (ExtractedText) -> Void) -> [FormatFault]

  /// Returns what there is to say at the end of the file; offsets are those of its last part.
  func finish(_ last: Source) -> [FormatFault]
}

/// What a part of a file ends with, if it is not the last one.
public enum PartBoundary: Sendable, Hashable {
  /// Any line.
  case line
  /// A line with an empty one behind it, where there is such a line.
  case paragraph
}
