internal import CMD4C

/// A piece of a Markdown text, with its bytes where it has some.
enum MarkdownPiece: Hashable {
  /// What a block is, as far as it matters.
  enum Block: Hashable {
    case heading(level: Int)
    case item, quotation, cell, code, html, other
  }

  /// What a span is: emphasis and links are `other`.
  enum Span: Hashable {
    case code, image, other
  }

  case blockStart(Block)
  case blockEnd(Block)
  case spanStart(Span)
  case spanEnd(Span)
  case text(Range<Int>)
  case entity(Range<Int>)
  case code(Range<Int>)
  case html(Range<Int>)
  case lineBreak
}

/// The pieces of a Markdown text, as md4c finds them.
@safe struct MarkdownPieces: ~Copyable {
  private var list = unsafe cq_markdown_list()
  private let base: Int

  /// Reads a text from an offset on; nil where the pieces would be far more than the text is long,
  /// or there is no memory for them.
  ///
  /// O(length).
  init?(_ text: [UInt8], from start: Int) {
    base = start
    let text = MarkdownLimits.bounded(text, from: start)
    // md4c reads `count - start` bytes from there, and the list holds no pointer to them.
    let status = unsafe text.withUnsafeBufferPointer { buffer -> Int32 in
      guard start < buffer.count, let first = buffer.baseAddress else { return 0 }
      return unsafe cq_markdown_read(
        first.advanced(by: start), UInt32(buffer.count - start), &list)
    }
    guard status == 0 else { return nil }
  }

  deinit {
    // A copy of the three fields: the memory is given back once, here.
    var list = unsafe self.list
    unsafe cq_markdown_free(&list)
  }

  /// Number of pieces.
  var count: Int { unsafe Int(list.count) }

  /// Returns a piece.
  func piece(at index: Int) -> MarkdownPiece {
    precondition(index >= 0 && index < count, "there is no such piece")
    // The index is below the count, and the list has as many pieces.
    let piece = unsafe list.pieces[index]
    let start = base + Int(piece.start)
    let range = start..<start + Int(piece.length)
    switch Int(piece.kind) {
    case cq_markdown_block_start: return .blockStart(Self.block(piece.detail))
    case cq_markdown_block_end: return .blockEnd(Self.block(piece.detail))
    case cq_markdown_span_start: return .spanStart(Self.span(piece.detail))
    case cq_markdown_span_end: return .spanEnd(Self.span(piece.detail))
    case cq_markdown_entity: return .entity(range)
    case cq_markdown_line_break: return .lineBreak
    case cq_markdown_code: return .code(range)
    case cq_markdown_html: return .html(range)
    default: return .text(range)
    }
  }

  private static func block(_ detail: UInt8) -> MarkdownPiece.Block {
    switch Int(detail) {
    case cq_markdown_item: .item
    case cq_markdown_quotation: .quotation
    case cq_markdown_cell: .cell
    case cq_markdown_code_block: .code
    case cq_markdown_html_block: .html
    case cq_markdown_heading...: .heading(level: Int(detail) - cq_markdown_heading)
    default: .other
    }
  }

  private static func span(_ detail: UInt8) -> MarkdownPiece.Span {
    switch Int(detail) {
    case cq_markdown_code_span: .code
    case cq_markdown_image: .image
    default: .other
    }
  }
}
