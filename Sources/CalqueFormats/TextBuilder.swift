public import CalqueText

/// Puts a text together from pieces of a source, with its blocks and the map back.
public struct TextBuilder: Sendable {
  /// What stands between two blocks: nothing of the source, and nothing that can be edited.
  private static let gap: [UInt8] = [0x0A, 0x0A]

  /// U+FFFC, which stands for what is no text.
  private static let symbol = Array("\u{FFFC}".utf8)

  /// The source.
  public let source: [UInt8]
  /// The text up to here.
  public private(set) var text: [UInt8] = []
  private var offsets = OffsetMap()
  private var blocks: [PlainBlock] = []
  private var blockStart = 0

  /// Creates a builder without text.
  public init(_ source: Source) {
    self.source = source.bytes
  }

  /// Whether the block that is being written has no text yet.
  public var isAtBlockStart: Bool { text.count == blockStart }

  /// Adds bytes of the source as they are.
  public mutating func copy(_ range: Range<Int>) {
    let start = text.count
    text += source[range]
    noteOrigin(of: start..<text.count, range, .verbatim)
  }

  /// Adds what some bytes of the source mean.
  public mutating func write(
    _ bytes: some Collection<UInt8>, for range: Range<Int>, as origin: OffsetMap.Origin = .decoded
  ) {
    let start = text.count
    text += bytes
    noteOrigin(of: start..<text.count, range, origin)
  }

  /// Adds the scalar that some bytes of the source mean.
  public mutating func write(_ scalar: Unicode.Scalar, for range: Range<Int>) {
    write(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, for: range)
  }

  /// Ends the block that is being written.
  ///
  /// - Parameter kind: What the format knows it to be; nil to tell by its length and place.
  public mutating func endBlock(_ kind: Block.Kind? = nil) {
    let range = trimmed(blockStart..<text.count)
    // A block of pictures has no text.
    if text[range].contains(where: { $0 > 0x20 && !Self.symbol.contains($0) }) {
      blocks.append(PlainBlock(range, kind: kind, of: text))
    }
    endBlocks()
  }

  /// Ends what is being written and cuts it into blocks as plain text is.
  public mutating func endPlainBlocks() {
    blocks += PlainText.blocks(of: text, LineStarts(of: text, from: blockStart))
    endBlocks()
  }

  private mutating func endBlocks() {
    if !isAtBlockStart {
      let place = Int(offsets.source(of: TextRange(UInt32(text.count - 1), UInt32(text.count))).end)
      write(Self.gap, for: place..<place, as: .fixed)
    }
    blockStart = text.count
  }

  /// Takes back the first block that was written.
  ///
  /// Its text stays where it is, and belongs to no block.
  public mutating func removeFirstBlock() {
    if !blocks.isEmpty { blocks.removeFirst() }
  }

  /// Returns the text with its blocks, whose kinds are told by the layout of the whole.
  public func finish(_ notation: TextNotation) -> ExtractedText {
    let kinds = ArticleLayout(blocks, of: text).kinds
    return ExtractedText(
      text: text, blocks: zip(kinds, blocks).map { Block(kind: $0, range: $1.range) },
      offsets: offsets, notation: notation)
  }

  private mutating func noteOrigin(
    of written: Range<Int>, _ range: Range<Int>, _ origin: OffsetMap.Origin
  ) {
    offsets.append(
      OffsetMap.Segment(
        text: TextRange(UInt32(written.lowerBound), UInt32(written.upperBound)),
        source: TextRange(UInt32(range.lowerBound), UInt32(range.upperBound)), origin: origin))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
