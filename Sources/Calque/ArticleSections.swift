internal import CalqueText

/// Cuts the blocks of a text into sections of bounded size, so that memory does not grow with it.
///
/// An article is one section. A section ends between blocks; a block that is itself too long, a
/// gigabyte on one line, is cut into pieces between sentences.
struct ArticleSections {
  /// Bytes of a section at most, but for the rest of its last word.
  ///
  /// A long article has 100 kB.
  static let mostBytes: UInt32 = 1 << 18

  private static let stops = Array(".!?".utf8)

  /// The sections, in order.
  let sections: [ArraySlice<Block>]

  init(_ blocks: [Block], of text: [UInt8]) {
    let blocks = Self.cutLongBlocks(blocks, text)
    var sections: [ArraySlice<Block>] = []
    var start = 0
    for index in blocks.indices {
      let bytes = blocks[index].range.end - blocks[start].range.start
      if bytes > Self.mostBytes, index > start {
        sections.append(blocks[start..<index])
        start = index
      }
    }
    sections.append(blocks[start...])
    self.sections = sections
  }

  private static func cutLongBlocks(_ blocks: [Block], _ text: [UInt8]) -> [Block] {
    guard blocks.contains(where: { $0.range.length > mostBytes }) else { return blocks }
    return blocks.flatMap { block in
      guard block.range.length > mostBytes else { return [block] }
      var pieces: [Block] = []
      var start = block.range.start
      while block.range.end - start > mostBytes {
        let end = cut(after: start + mostBytes, before: block.range.end, text)
        pieces.append(Block(kind: block.kind, range: TextRange(start, end), isPiece: true))
        start = end
      }
      pieces.append(
        Block(kind: block.kind, range: TextRange(start, block.range.end), isPiece: true))
      return pieces
    }
  }

  /// Returns the offset behind the next sentence, or of the next white space where none ends near,
  /// or of the next scalar.
  private static func cut(after offset: UInt32, before end: UInt32, _ text: [UInt8]) -> UInt32 {
    let spaces = (offset..<min(end, offset + 4096)).filter { text[Int($0)] <= 0x20 }
    return spaces.first { Self.stops.contains(text[Int($0) - 1]) } ?? spaces.first
      ?? (offset..<end).first { text[Int($0)] & 0xC0 != 0x80 } ?? end
  }
}
