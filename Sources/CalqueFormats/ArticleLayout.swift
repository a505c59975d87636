internal import CalqueText

/// Tells headline, kicker, paragraphs and tail of an article apart, by length and final marks.
///
/// The body reaches from the first to the last block that reads like prose. Lines before it are the
/// head, short lines after it the tail; a long last line without a stop is a paragraph cut short,
/// not a tail.
struct ArticleLayout {
  /// Shortest sentence that is taken for a paragraph at the top of an article, in words.
  private static let leastLeadWords = 8
  /// A block this long is prose even without a final mark.
  private static let proseWords = 25
  /// Shortest line that is taken for a headline, in words.
  private static let leastHeadlineWords = 4
  /// Longest line that is taken for part of the page around the article.
  private static let mostTailWords = 6
  /// Longest line that is taken for a heading inside the body.
  private static let mostSubheadingWords = 12

  let kinds: [Block.Kind]

  /// Looks at the blocks of an article, or of a part of a long one: the body reaches from one to
  /// the next.
  init(_ blocks: [PlainBlock], of text: [UInt8], isStart: Bool = true, isEnd: Bool = true) {
    let marked = Self.markedHeadline(of: blocks, text)
    let start = marked.map { $0 + 1 } ?? 0
    let firstOfBody = isStart ? blocks[start...].firstIndex { Self.startsBody($0, text) } : 0
    // Before the first block where the body has ended in an earlier part.
    let last = isEnd ? blocks.lastIndex { Self.endsBody($0, text) } ?? -1 : blocks.count - 1
    guard let first = firstOfBody, first <= last || !isStart else {
      kinds = blocks.enumerated().map { index, block in
        Self.markedKind(of: block, at: index, headline: marked)
          ?? (block.isListItem ? .listItem : .paragraph)
      }
      return
    }
    let headline = marked ?? Self.headline(of: blocks[..<first], text)
    kinds = blocks.indices.map { index in
      let block = blocks[index]
      if let kind = Self.markedKind(of: block, at: index, headline: marked) { return kind }
      if block.isListItem { return .listItem }
      if block.startsCaption { return .caption }
      if index < first {
        // Only in front of a headline that markup names is there prose.
        if marked != nil, Self.startsBody(block, text) { return .paragraph }
        if index == headline { return .headline }
        return headline.map { index < $0 } ?? true ? .kicker : .subheading
      }
      if index > last, block.startsCredit { return .credit }
      guard !block.endsSentence else { return .paragraph }
      if index > last {
        return block.hasWords(Self.mostTailWords + 1, text) ? .paragraph : .tail
      }
      guard !block.hasWords(Self.mostSubheadingWords + 1, text) else { return .paragraph }
      return block.startsCredit ? .credit : .subheading
    }
  }

  /// Returns the index of the headline by the markup: the first one of the highest level, else a
  /// heading above the body.
  private static func markedHeadline(of blocks: [PlainBlock], _ text: [UInt8]) -> Int? {
    if let index = blocks.firstIndex(where: { $0.kind == .headline }) { return index }
    guard let index = blocks.firstIndex(where: { $0.kind == .subheading }) else { return nil }
    return blocks[..<index].contains { startsBody($0, text) } ? nil : index
  }

  /// Returns the kind that the markup gives a block; an article has one headline.
  private static func markedKind(
    of block: PlainBlock, at index: Int, headline: Int?
  ) -> Block.Kind? {
    if index == headline { return .headline }
    return block.kind == .headline ? .subheading : block.kind
  }

  private static func startsBody(_ block: PlainBlock, _ text: [UInt8]) -> Bool {
    guard block.kind == nil || block.isListItem else { return block.kind == .paragraph }
    return block.hasWords(block.endsSentence ? leastLeadWords : proseWords, text)
  }

  private static func endsBody(_ block: PlainBlock, _ text: [UInt8]) -> Bool {
    guard block.kind == nil || block.isListItem else { return block.kind == .paragraph }
    return block.endsSentence && !block.startsCredit || block.isListItem
      || block.hasWords(mostSubheadingWords + 1, text)
  }

  /// Returns the index of the headline among the lines before the body.
  private static func headline(of head: ArraySlice<PlainBlock>, _ text: [UInt8]) -> Int? {
    if let index = head.firstIndex(where: {
      $0.kind == nil && !$0.startsCredit && !$0.isListItem && $0.hasWords(leastHeadlineWords, text)
    }) {
      return index
    }
    return head.firstIndex {
      $0.kind == nil && !$0.startsSmall && !$0.startsCredit && !$0.isListItem
    }
  }
}
