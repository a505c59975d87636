/// An article, analysed: what every rule and check reads, made once.
///
/// All places are bytes of ``text``. Memory is a few flat arrays, some eight times the text.
public struct Document: Sendable {
  /// The text, as its format left it.
  public let text: [UInt8]
  /// The way from ``text`` back to the file; a place is mapped once, when findings are made.
  public let offsets: OffsetMap
  /// Headline, paragraphs and so on, in order.
  public let blocks: [Block]
  /// Words, numbers and marks, in order.
  public let tokens: [Token]
  /// Sentences, in order.
  public let sentences: [Sentence]
  private let sentenceMap: SentenceMap
  /// Glyphs that may be quotation marks, in order, read and paired paragraph by paragraph.
  public let marks: [QuoteMark]
  /// Indices of the marks that have no other end in their paragraph, or that are double marks and
  /// read as apostrophes; none of a piece, where the other end may be in the next one.
  public let loneMarks: [Int]

  /// Analyses the blocks of a text.
  ///
  /// O(length).
  public init(text: [UInt8], blocks: [Block], offsets: OffsetMap = OffsetMap()) {
    var blocks = blocks
    let byteCount = blocks.reduce(0) { $0 + Int($1.range.length) }
    var tokenizer = Tokenizer(text)
    var tokens: [Token] = []
    // English news has a token every five or six bytes.
    tokens.reserveCapacity(byteCount / 5 + Tokenizer.mostTokens)
    var sentences: [Sentence] = []
    // And a sentence has a hundred bytes and more.
    sentences.reserveCapacity(byteCount / 100 + blocks.count)
    var next = 0
    while next < blocks.count {
      // While their tokens are at hand: those of a section are more than a cache holds.
      let group = Self.tokenize(&blocks, from: next, with: &tokenizer, into: &tokens)
      SentenceSplitter(tokens).split(group, of: &blocks, stops: tokenizer.stops, into: &sentences)
      Self.flagStarts(of: sentences, in: blocks[group], &tokens)
      next = group.upperBound
    }
    let quotes = tokenizer.quotes
    self.text = text
    self.offsets = offsets
    self.sentences = sentences
    sentenceMap = SentenceMap(sentences)
    marks = Self.pairMarks(of: &blocks, tokens, quotes, text)
    var loneMarks = marks.indices.filter { [marks] in Self.isLone(marks[$0]) }
    for block in blocks where block.isPiece { loneMarks.removeAll(where: block.marks.contains) }
    self.loneMarks = loneMarks
    Self.flagQuotations(marks, in: blocks, &tokens)
    self.blocks = blocks
    self.tokens = tokens
  }

  /// Returns the text of a range, invalid UTF-8 repaired.
  public func string(_ range: TextRange) -> String {
    String(decoding: text[range.indices], as: UTF8.self)
  }

  /// Returns the bytes of a word or number by which it is compared: case and composition folded,
  /// apostrophes and hyphens those of ASCII.
  ///
  /// O(length).
  public func foldedBytes(of token: Token) -> [UInt8] {
    FoldedWord.bytes(of: token.kind, token.range.indices, in: text)
  }

  /// Returns the range that a run of tokens covers, from the first one to the last.
  public func range(of tokenIndices: Range<Int>) -> TextRange {
    TextRange(tokens[tokenIndices.lowerBound].start, tokens[tokenIndices.upperBound - 1].end)
  }

  /// Returns the index of the mark that a token is; nil for any other token.
  ///
  /// O(log marks).
  public func mark(ofToken token: Int) -> Int? {
    let index = marks.partitioningIndex { $0.token >= token }
    return index < marks.count && marks[index].token == token ? index : nil
  }

  /// Tells whether a mark of a block has no other end there, or is none though it is double.
  ///
  /// O(log marks).
  public func hasLoneMark(in block: Block) -> Bool {
    let first = loneMarks.partitioningIndex { $0 >= block.marks.lowerBound }
    return first < loneMarks.count && block.marks.contains(loneMarks[first])
  }

  /// Returns the index of the block that holds a token.
  ///
  /// O(1).
  public func block(ofToken token: Int) -> Int { sentences[sentence(ofToken: token)].block }

  /// Returns the index of the last sentence that starts at or before an offset; nil before the
  /// first.
  ///
  /// O(log sentences).
  public func sentence(at offset: UInt32) -> Int? {
    let next = sentences.partitioningIndex { tokens[$0.tokens.lowerBound].start > offset }
    return next > 0 ? next - 1 : nil
  }

  /// Returns the index of the sentence that holds a token.
  ///
  /// O(1).
  public func sentence(ofToken token: Int) -> Int {
    sentenceMap.sentence(ofToken: token, in: sentences)
  }
}

// MARK: - Analysis

extension Document {
  /// Adds the tokens of blocks from one on, until they are many, and returns the blocks.
  private static func tokenize(
    _ blocks: inout [Block], from first: Int, with tokenizer: inout Tokenizer,
    into tokens: inout [Token]
  ) -> Range<Int> {
    let firstToken = tokens.count
    var next = first
    tokenizer.forgetStops()
    repeat {
      let start = tokens.count
      tokenizer.tokenize(blocks[next].range, into: &tokens)
      blocks[next].tokens = start..<tokens.count
      next += 1
    } while next < blocks.count && tokens.count - firstToken < Tokenizer.mostTokens
    return first..<next
  }

  private static func flagStarts(
    of sentences: [Sentence], in blocks: ArraySlice<Block>, _ tokens: inout [Token]
  ) {
    var flagged = tokens.mutableSpan
    for block in blocks where !block.tokens.isEmpty {
      for sentence in block.sentences {
        flagged[sentences[sentence].tokens.lowerBound].flags.insert(.sentenceStart)
      }
      flagged[block.tokens.lowerBound].flags.insert(.blockStart)
    }
  }

  private static func pairMarks(
    of blocks: inout [Block], _ tokens: [Token], _ quotes: [QuoteCandidate],
    _ text: [UInt8]
  ) -> [QuoteMark] {
    guard !quotes.isEmpty else { return [] }
    var marks: [QuoteMark] = []
    marks.reserveCapacity(quotes.count)
    var finder = QuoteMarkFinder(tokens: tokens, text: text)
    var next = 0
    for index in blocks.indices {
      let first = (quote: next, mark: marks.count)
      let end = blocks[index].tokens.upperBound
      while next < quotes.count, quotes[next].token < end { next += 1 }
      if next > first.quote {
        finder.find(in: blocks[index].tokens, among: quotes[first.quote..<next], &marks)
      }
      blocks[index].marks = first.mark..<marks.count
    }
    var pairing = QuotePairing(costs: QuoteCosts(tokens: tokens, text: text))
    var openBefore = 0
    for index in blocks.indices {
      // A heading or a caption interrupts no quotation.
      let isProse = blocks[index].isProse
      let range = blocks[index].marks
      guard !range.isEmpty else {
        if isProse { openBefore = 0 }
        continue
      }
      for mark in range.prefix(isProse ? openBefore : 0) { marks[mark].takesUp = true }
      let runningOn = pairing.pair(
        &marks, in: range, of: blocks[index].tokens, openBefore: isProse ? openBefore : 0
      ) { isProse ? leadingMarks(after: index, in: blocks, tokens, $0) : [] }
      for mark in runningOn { marks[mark].runsOn = true }
      if isProse { openBefore = runningOn.count }
    }
    return marks
  }

  private static func isLone(_ mark: QuoteMark) -> Bool {
    switch mark.role {
    case .opening, .closing: mark.partner == nil
    case .apostrophe: mark.glyph.isDouble
    case .prime: false
    }
  }

  /// Returns the marks that the next block of prose starts with and that could take up what is
  /// open.
  private static func leadingMarks(
    after index: Int, in blocks: [Block], _ tokens: [Token], _ marks: [QuoteMark]
  ) -> [QuoteGlyph] {
    let following = blocks[(index + 1)...].first { $0.isProse || introduces($0, tokens) }
    guard let next = following, next.isProse else { return [] }
    var glyphs: [QuoteGlyph] = []
    // The sign of a block quote, `> “And …`, is none of its text.
    let start = next.tokens.first { !tokens[$0].isMark(">") } ?? next.tokens.lowerBound
    for mark in next.marks.prefix(QuotePairing.mostDepth) {
      guard marks[mark].token == start + glyphs.count else { break }
      glyphs.append(marks[mark].glyph)
    }
    return glyphs
  }

  /// Tells whether a line between paragraphs introduces what follows it: `His lawyers replied:`.
  private static func introduces(_ block: Block, _ tokens: [Token]) -> Bool {
    block.tokens.last.map { tokens[$0].isMark(":") } ?? false
  }

  /// Flags the tokens inside quotations; one that runs on reaches to the end of its block.
  private static func flagQuotations(
    _ marks: [QuoteMark], in blocks: [Block], _ tokens: inout [Token]
  ) {
    var flagged = tokens.mutableSpan
    for index in blocks.indices where !blocks[index].marks.isEmpty {
      let block = blocks[index].tokens
      var insideUntil = block.lowerBound
      for mark in blocks[index].marks where marks[mark].role == .opening {
        let opening = marks[mark]
        let end =
          opening.partner.map { marks[$0].token } ?? (opening.runsOn ? block.upperBound : 0)
        guard end > opening.token else { continue }
        let first = max(opening.lastToken + 1, insideUntil)
        for token in first..<max(end, first) { flagged[token].flags.insert(.insideQuotation) }
        insideUntil = max(insideUntil, end)
      }
    }
  }
}
