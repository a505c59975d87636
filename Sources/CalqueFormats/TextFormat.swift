public import CalqueText

/// A way in which a file holds articles.
///
/// A format is a pure function of the bytes, and total: whatever the bytes are, it gives what text
/// it can tell, and faults for what it cannot read.
public protocol TextFormat: Sendable {
  /// Calls `body` with each article of a source and returns what could not be read.
  ///
  /// O(length); memory depends on the longest article, not on their number.
  func readArticles(of source: Source, _ body: (ExtractedText) -> Void) -> [FormatFault]
}

/// A place at which a source is not what its format says, and what comes of it.
public struct FormatFault: Sendable, Hashable {
  /// Offset in the source.
  public let offset: UInt32
  /// What is wrong and what to do, in one sentence: lower case, no final stop.
  public let message: String

  /// Returns the fault of a source of which the text might have more bytes than a range can count;
  /// nil for any other.
  ///
  /// No format makes the text twice as long as the markup.
  public static func tooLong(_ source: Source) -> FormatFault? {
    guard source.bytes.count > Int(UInt32.max / 2) else { return nil }
    return FormatFault(
      offset: 0, message: "markup of more than 2 GiB is not read; split the file into smaller ones")
  }

  /// Creates a fault.
  public init(offset: UInt32, message: String) {
    self.offset = offset
    self.message = message
  }
}
