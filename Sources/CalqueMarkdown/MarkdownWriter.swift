internal import CalqueFormats
internal import CalqueText

/// Writes the text of a Markdown page out of its pieces.
struct MarkdownWriter {
  private var builder: TextBuilder
  /// What text is inside the open blocks, the innermost last.
  private var kinds: [Block.Kind?] = []
  /// Number of open blocks and spans that are not read: code, HTML, pictures.
  private var skippedBlocks = 0
  private var openImages = 0
  /// The part of a code span, or of a picture, that stands in the source.
  private var hidden: Range<Int>?
  /// Where the last piece of text ends in the source.
  private var lastEnd: Int
  private let hasTitle: Bool
  private var hasHeadline = false

  /// Starts at an offset of the source, with a title from elsewhere.
  init(_ source: Source, from start: Int, title: Range<Int>?) {
    builder = TextBuilder(source)
    lastEnd = start
    hasTitle = title != nil
    if let title {
      builder.write(builder.source[title], for: title, as: .protected)
      builder.endBlock(.headline)
    }
  }

  mutating func add(_ piece: MarkdownPiece) {
    switch piece {
    case .blockStart(let block): start(block)
    case .blockEnd(let block): end(block)
    case .spanStart(.image): openImages += 1
    case .spanEnd(.image):
      openImages -= 1
      if openImages == 0 { writeHidden() }
    case .spanEnd(.code): if openImages == 0 { writeHidden() }
    case .spanStart, .spanEnd: break
    case .text(let range), .entity(let range), .code(let range), .html(let range):
      defer { lastEnd = range.upperBound }
      guard skippedBlocks == 0 else { return }
      if openImages > 0 { hide(range) } else { write(piece, range) }
    case .lineBreak:
      if skippedBlocks == 0, openImages == 0 { breakLine() }
    }
  }

  /// Returns the article.
  mutating func finish() -> ExtractedText {
    if hasTitle, hasHeadline { builder.removeFirstBlock() }
    return builder.finish(.markdown)
  }

  private mutating func start(_ block: MarkdownPiece.Block) {
    builder.endBlock(kinds.last ?? nil)
    switch block {
    case .heading(let level):
      kinds.append(level == 1 ? .headline : .subheading)
      if level == 1 { hasHeadline = true }
    case .item, .cell: kinds.append(.listItem)
    case .quotation: kinds.append(nil)
    case .code, .html:
      kinds.append(nil)
      skippedBlocks += 1
    case .other: kinds.append(kinds.last ?? nil)
    }
  }

  private mutating func end(_ block: MarkdownPiece.Block) {
    builder.endBlock(kinds.popLast() ?? nil)
    if block == .code || block == .html { skippedBlocks -= 1 }
  }

  private mutating func write(_ piece: MarkdownPiece, _ range: Range<Int>) {
    switch piece {
    case .text: writeText(range)
    case .entity:
      if let reference = CharacterReference(
        builder.source, at: range.lowerBound, end: range.upperBound),
        reference.length == range.count
      {
        builder.write(reference.text.utf8, for: range)
      } else {
        builder.copy(range)
      }
    case .html: if isLineBreak(range) { builder.write([0x0A], for: range, as: .fixed) }
    case .code: hide(range)
    case .blockStart, .blockEnd, .spanStart, .spanEnd, .lineBreak: break
    }
  }

  private mutating func writeText(_ range: Range<Int>) {
    guard let first = range.first else { return }
    let isEscaped = first > lastEnd && builder.source[first - 1] == UInt8(ascii: "\\")
    guard isEscaped else { return builder.copy(range) }
    builder.write([builder.source[first]], for: first - 1..<first + 1)
    builder.copy(first + 1..<range.upperBound)
  }

  /// Adds bytes to what one symbol will stand for.
  private mutating func hide(_ range: Range<Int>) {
    hidden = (hidden?.lowerBound ?? range.lowerBound)..<range.upperBound
  }

  private mutating func writeHidden() {
    // A picture without a description stands at a place, but has no bytes that could be told.
    let range = hidden ?? lastEnd..<lastEnd
    hidden = nil
    builder.write("\u{FFFC}".utf8, for: range, as: .fixed)
  }

  private func isLineBreak(_ range: Range<Int>) -> Bool {
    let tag = builder.source[range].prefix(3).map { $0 | 0x20 }
    return tag.elementsEqual("<br".utf8.map { $0 | 0x20 })
  }

  /// Adds the end of the line that the last piece stands on.
  private mutating func breakLine() {
    let bytes = builder.source
    guard let lineEnd = bytes[lastEnd...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return
    }
    var next = lineEnd + 1
    if bytes[lineEnd] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
    // Spaces or a backslash before it belong to the line break.
    var start = lineEnd
    while start > lastEnd, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    if start == lineEnd, start > lastEnd, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    builder.write([0x0A], for: start..<next)
    lastEnd = next
  }
}
