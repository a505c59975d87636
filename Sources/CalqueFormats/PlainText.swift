public import CalqueText

/// Plain text: a paragraph a line, or paragraphs of wrapped lines between blank ones.
public struct PlainText: TextFormat, PartwiseReader {
  /// Creates the format.
  public init() {}

  /// Gives the text itself, which is one article.
  public func readArticles(of source: Source, _ body: (ExtractedText) -> Void) -> [FormatFault] {
    body(Self.extract(source))
    return []
  }

  /// A paragraph may be of several lines.
  public var boundary: PartBoundary { .paragraph }

  /// Gives a part of the text, which is one article with the parts before it.
  public func read(_ part: Source, _ body: (ExtractedText) -> Void) -> [FormatFault] {
    readArticles(of: part, body)
  }

  /// Nothing.
  public func finish(_ last: Source) -> [FormatFault] { [] }

  /// Returns the text itself and its blocks.
  ///
  /// O(length); the bytes are not copied.
  public static func extract(_ source: Source) -> ExtractedText {
    let blocks = blocks(of: source.bytes, source.lineStarts)
    let kinds = ArticleLayout(
      blocks, of: source.bytes, isStart: source.isStart, isEnd: !source.goesOn
    ).kinds
    return ExtractedText(
      source, blocks: zip(kinds, blocks).map { Block(kind: $0, range: $1.range) })
  }

  /// Returns the blocks of the lines of a text, before it is known what they are.
  static func blocks(of text: [UInt8], _ lines: LineStarts) -> [PlainBlock] {
    var blocks: [PlainBlock] = []
    // Paragraphs of news have some three hundred bytes.
    blocks.reserveCapacity(text.count / 256 + 8)
    var group: [PlainLine] = []
    PlainLine.forEach(of: text, lines) { line in
      if line.isBlank {
        endGroup(&group, &blocks, text)
      } else {
        group.append(line)
      }
    }
    endGroup(&group, &blocks, text)
    return blocks
  }

  /// Makes blocks of the lines between two blank ones.
  private static func endGroup(
    _ group: inout [PlainLine], _ blocks: inout [PlainBlock], _ text: [UInt8]
  ) {
    guard let first = group.first, let last = group.last else { return }
    if group.count > 1, isWrapped(group) {
      blocks.append(PlainBlock(from: first, to: last, of: text))
    } else {
      for line in group { blocks.append(PlainBlock(from: line, to: line, of: text)) }
    }
    // Most groups are of one line, which is sooner taken away than all lines at once.
    while group.popLast() != nil {}
  }

  /// Tells whether the lines are one paragraph, broken to fit a width.
  ///
  /// Either a line runs on into a small letter, or three lines and more are about equally long.
  /// Lines of a list or a poem are neither.
  private static func isWrapped(_ lines: [PlainLine]) -> Bool {
    guard !lines.contains(where: { $0.hasListMarker }) else { return false }
    let full = lines.dropLast()
    guard full.allSatisfy({ (40...120).contains($0.length) }) else { return false }
    if zip(lines.dropFirst(), full).allSatisfy({ $0.startsSmall && !$1.endsSentence }) {
      return true
    }
    guard lines.count > 2 else { return false }
    let lengths = full.map(\.length)
    let spread = (lengths.max() ?? 0) - (lengths.min() ?? 0)
    return spread <= 25 && full.contains { !$0.endsSentence }
  }
}
