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

  init(_ blocks: [PlainBlock], of text: [UInt8]) {
    guard let first = blocks.firstIndex(where: { Self.startsBody($0, text) }),
      let last = blocks.lastIndex(where: { Self.endsBody($0, text) }), first <= last
    else {
      kinds = blocks.map { $0.isListItem ? .listItem : .paragraph }
      return
    }
    let headline = Self.headline(of: blocks[..<first], text)
    kinds = blocks.indices.map { index in
      let block = blocks[index]
      if block.isListItem { return .listItem }
      if block.startsCaption { return .caption }
      if index < first {
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

  private static func startsBody(_ block: PlainBlock, _ text: [UInt8]) -> Bool {
    block.hasWords(block.endsSentence ? leastLeadWords : proseWords, text)
  }

  private static func endsBody(_ block: PlainBlock, _ text: [UInt8]) -> Bool {
    block.endsSentence && !block.startsCredit || block.isListItem
      || block.hasWords(mostSubheadingWords + 1, text)
  }

  /// Returns the index of the headline among the lines before the body.
  private static func headline(of head: ArraySlice<PlainBlock>, _ text: [UInt8]) -> Int? {
    if let index = head.firstIndex(where: {
      !$0.startsCredit && !$0.isListItem && $0.hasWords(leastHeadlineWords, text)
    }) {
      return index
    }
    return head.firstIndex { !$0.startsSmall && !$0.startsCredit && !$0.isListItem }
  }
}
