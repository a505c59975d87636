/// An article, analysed: what every rule and check reads, made once.
///
/// All places are bytes of ``text``. Memory is a few flat arrays, some eight times the text.
public struct Document: Sendable {
  /// The text, as its format left it.
  public let text: [UInt8]
  /// Headline, paragraphs and so on, in order.
  public let blocks: [Block]
  /// Words, numbers and marks, in order.
  public let tokens: [Token]
  /// Sentences, in order.
  public let sentences: [Sentence]
  /// Glyphs that may be quotation marks, in order, read and paired paragraph by paragraph.
  public let marks: [QuoteMark]

  /// Analyses the blocks of a text.
  ///
  /// O(length).
  public init(text: [UInt8], blocks: [Block]) {
    var blocks = blocks
    let byteCount = blocks.reduce(0) { $0 + Int($1.range.length) }
    var tokenizer = Tokenizer(text, byteCount: byteCount)
    for index in blocks.indices {
      let first = tokenizer.tokens.count
      tokenizer.tokenize(blocks[index].range)
      blocks[index].tokens = first..<tokenizer.tokens.count
    }
    var tokens = tokenizer.takeTokens()
    self.text = text
    sentences = Self.splitSentences(of: &blocks, tokens)
    for sentence in sentences { tokens[sentence.tokens.lowerBound].flags.insert(.sentenceStart) }
    marks = Self.pairMarks(of: &blocks, tokens, text)
    Self.flagQuotations(marks, in: blocks, &tokens)
    self.blocks = blocks
    self.tokens = tokens
  }

  /// Returns the text of a range, invalid UTF-8 repaired.
  public func string(_ range: TextRange) -> String {
    String(decoding: text[range.indices], as: UTF8.self)
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

  /// Returns the index of the block that holds a token.
  ///
  /// O(log blocks).
  public func block(ofToken token: Int) -> Int {
    blocks.partitioningIndex { $0.tokens.lowerBound > token } - 1
  }

  /// Returns the index of the last sentence that starts at or before an offset; nil before the first.
  ///
  /// O(log sentences).
  public func sentence(at offset: UInt32) -> Int? {
    let next = sentences.partitioningIndex { tokens[$0.tokens.lowerBound].start > offset }
    return next > 0 ? next - 1 : nil
  }

  /// Returns the index of the sentence that holds a token.
  ///
  /// O(log sentences).
  public func sentence(ofToken token: Int) -> Int {
    sentences.partitioningIndex { $0.tokens.lowerBound > token } - 1
  }
}

// MARK: - Analysis

extension Document {
  private static func splitSentences(of blocks: inout [Block], _ tokens: [Token]) -> [Sentence] {
    let splitter = SentenceSplitter(tokens)
    var sentences: [Sentence] = []
    for index in blocks.indices {
      let first = sentences.count
      sentences += splitter.sentences(of: blocks[index].tokens, block: index)
      blocks[index].sentences = first..<sentences.count
    }
    return sentences
  }

  private static func pairMarks(
    of blocks: inout [Block], _ tokens: [Token], _ text: [UInt8]
  ) -> [QuoteMark] {
    var marks: [QuoteMark] = []
    for index in blocks.indices {
      let first = marks.count
      for token in blocks[index].tokens {
        guard let glyph = QuoteGlyph(of: tokens[token]) else { continue }
        marks.append(QuoteMark(token: token, glyph: glyph, role: .apostrophe, partner: nil))
      }
      blocks[index].marks = first..<marks.count
    }
    guard !marks.isEmpty else { return [] }
    var pairing = QuotePairing(costs: QuoteCosts(tokens: tokens, text: text))
    var followsOpen = false
    for index in blocks.indices where !blocks[index].marks.isEmpty {
      let block = blocks[index]
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let runsOn = block.isProse && (next.map { startsWithMark($0, tokens) } ?? false)
      pairing.pair(
        &marks, in: block.marks, of: block.tokens, followsOpen: followsOpen, runsOn: runsOn)
      followsOpen = false
      guard runsOn, let open = block.marks.last(where: { isOpen(marks[$0]) }) else { continue }
      marks[open].runsOn = true
      followsOpen = true
    }
    return marks
  }

  private static func isOpen(_ mark: QuoteMark) -> Bool {
    mark.role == .opening && mark.partner == nil && mark.glyph.isDouble
  }

  /// Tells whether a block of prose starts with a double mark that could take a quotation up.
  private static func startsWithMark(_ block: Block, _ tokens: [Token]) -> Bool {
    guard block.isProse, let first = block.tokens.first else { return false }
    return QuoteGlyph(of: tokens[first])?.isDouble ?? false
  }

  /// Flags the tokens inside quotations; one that runs on reaches to the end of its block.
  private static func flagQuotations(
    _ marks: [QuoteMark], in blocks: [Block], _ tokens: inout [Token]
  ) {
    for block in blocks {
      var insideUntil = block.tokens.lowerBound
      for mark in block.marks.map({ marks[$0] }) where mark.role == .opening {
        let end =
          mark.partner.map { marks[$0].token } ?? (mark.runsOn ? block.tokens.upperBound : 0)
        guard end > mark.token else { continue }
        for token in max(mark.token + 1, insideUntil)..<max(end, insideUntil, mark.token + 1) {
          tokens[token].flags.insert(.insideQuotation)
        }
        insideUntil = max(insideUntil, end)
      }
    }
  }
}

extension Array {
  /// Returns the index of the first element for which `predicate` holds, in an array where all for
  /// which it does not hold come first.
  ///
  /// O(log count).
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
