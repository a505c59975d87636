public import CalqueText

/// What a format gives: the text without markup, its blocks, and where both come from.
public struct ExtractedText: Sendable {
  /// The text in UTF-8.
  public let text: [UInt8]
  /// Its blocks, in order, none touching another; ranges of ``text``.
  public let blocks: [Block]
  /// The way from ``text`` back to the source.
  public let offsets: OffsetMap

  /// Creates the result of an extraction.
  public init(text: [UInt8], blocks: [Block], offsets: OffsetMap = OffsetMap()) {
    self.text = text
    self.blocks = blocks
    self.offsets = offsets
  }
}
