public import CalqueText

/// What a format gives for one article: the text without markup, its blocks, and where both come
/// from.
public struct ExtractedText: Sendable {
  /// The text in UTF-8.
  public let text: [UInt8]
  /// Its blocks, in order, none touching another; ranges of ``text``.
  public let blocks: [Block]
  /// The way from ``text`` back to the source.
  public let offsets: OffsetMap
  /// How text is written in the source.
  public let notation: TextNotation
  /// Runs of bytes that are not UTF-8; ranges of ``text``.
  public let invalidSequences: [TextRange]
  /// Whether the text goes on with an article of which an earlier part of the file has the start.
  public let isContinuation: Bool

  /// Creates the extraction of a text that is its own source.
  public init(_ source: Source, blocks: [Block]) {
    text = source.bytes
    self.blocks = blocks
    offsets = OffsetMap()
    notation = .plain
    invalidSequences = source.invalidSequences
    isContinuation = !source.isStart
  }

  /// Creates the result of an extraction out of markup.
  public init(text: [UInt8], blocks: [Block], offsets: OffsetMap, notation: TextNotation) {
    self.text = text
    self.blocks = blocks
    self.offsets = offsets
    self.notation = notation
    invalidSequences = UTF8Validation.invalidSequences(of: text)
    isContinuation = false
  }
}
