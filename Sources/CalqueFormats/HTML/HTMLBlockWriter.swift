internal import CalqueText

/// Writes the text of one article out of a page: references read, white space collapsed.
struct HTMLBlockWriter {
  private var builder: TextBuilder
  /// White space that becomes one space if text follows in the same block.
  private var space: Range<Int>?
  private var lineBreaks = 0
  /// Whether the first block is the headline of the page, which goes if the article has its own.
  private var hasBorrowedHeadline = false
  private var hasOwnHeadline = false
  /// Blocks so far that are no heading.
  private var otherBlockCount = 0
  /// Labels and lines about the author that may stand above a headline.
  private static let mostBlocksAboveHeadline = 3

  init(_ source: Source) {
    builder = TextBuilder(source)
  }

  /// Whether there is any text beside a headline from elsewhere.
  var hasText: Bool { hasOwnHeadline || otherBlockCount > 0 || !builder.isAtBlockStart }

  /// Adds characters of the source.
  mutating func write(_ range: Range<Int>) {
    let bytes = builder.source
    var runStart = range.lowerBound
    var index = runStart
    while index < range.upperBound {
      let byte = bytes[index]
      if HTMLTokenizer.isSpace(byte) {
        add(runStart..<index)
        let start = index
        while index < range.upperBound, HTMLTokenizer.isSpace(bytes[index]) { index += 1 }
        if space == nil { space = start..<index }
        runStart = index
      } else if byte == UInt8(ascii: "&"),
        let reference = CharacterReference(bytes, at: index, end: range.upperBound)
      {
        add(runStart..<index)
        add(reference.text, for: index..<index + reference.length, as: .decoded)
        index += reference.length
        runStart = index
      } else {
        index += 1
      }
    }
    add(runStart..<range.upperBound)
  }

  /// Adds what stands for an element.
  mutating func write(symbol: String, for range: Range<Int>) {
    add(symbol, for: range, as: .fixed)
  }

  /// Ends a line; where one is empty, the block.
  mutating func breakLine(_ tag: Range<Int>, in kind: Block.Kind?) {
    lineBreaks += 1
    if lineBreaks > 1 { endBlock(kind) } else if space == nil { space = tag }
  }

  mutating func endBlock(_ kind: Block.Kind?) {
    space = nil
    lineBreaks = 0
    guard !builder.isAtBlockStart else { return }
    switch kind {
    case .headline: hasOwnHeadline = true
    case .subheading where otherBlockCount <= Self.mostBlocksAboveHeadline: hasOwnHeadline = true
    case .none, .some: otherBlockCount += 1
    }
    builder.endBlock(kind)
  }

  /// Starts the article with a headline that stands outside of it.
  mutating func borrowHeadline(_ range: Range<Int>) {
    var tokenizer = HTMLTokenizer(builder.source, in: range)
    while let token = tokenizer.next() {
      if case .text(let text) = token { write(text) }
    }
    space = nil
    hasBorrowedHeadline = !builder.isAtBlockStart
    builder.endBlock(.headline)
  }

  /// Returns the article.
  mutating func finish() -> ExtractedText {
    if hasBorrowedHeadline, hasOwnHeadline { builder.removeFirstBlock() }
    return builder.finish(.html)
  }

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    addSpace()
    builder.copy(range)
  }

  private mutating func add(_ text: String, for range: Range<Int>, as origin: OffsetMap.Origin) {
    addSpace()
    builder.write(text.utf8, for: range, as: origin)
  }

  private mutating func addSpace() {
    lineBreaks = 0
    guard let space else { return }
    self.space = nil
    guard !builder.isAtBlockStart else { return }
    if space.count == 1, builder.source[space.lowerBound] == 0x20 {
      builder.copy(space)
    } else {
      let isTag = builder.source[space.lowerBound] == UInt8(ascii: "<")
      builder.write([0x20], for: space, as: isTag ? .fixed : .decoded)
    }
  }
}
