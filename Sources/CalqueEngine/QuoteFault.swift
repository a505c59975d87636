internal import CalqueText

/// A quotation mark whose other end is missing, and where that end most likely stood.
public struct QuoteFault: Sendable, Hashable {
  /// Which end is missing, and how its place was found.
  public enum Kind: Sendable, Hashable {
    /// The closing mark, lost where a word runs into the speaker: the place is inside `token`.
    case fusedWithSpeaker(token: Int)
    /// The closing mark, lost before these words that say who speaks.
    case unclosedBefore(Attribution)
    /// The closing mark, lost somewhere; its place is the end of a sentence.
    case unclosed
    /// The opening mark; its place is the start of a sentence.
    case unopened
  }

  /// Index of the mark that is there.
  public let mark: Int
  /// What is missing.
  public let kind: Kind
  /// Offset at which the missing mark most likely stood.
  public let place: UInt32
}

extension Article {
  /// Returns the quotation marks of the article that have lost their other end, in order.
  ///
  /// - Complexity: O(marks), and O(tokens of the paragraph) for each fault.
  public func quoteFaults(_ grammar: AttributionGrammar) -> [QuoteFault] {
    let finder = QuoteFaultFinder(article: self, grammar: grammar)
    return document.blocks.flatMap { block in
      block.marks.compactMap { finder.fault(of: $0, in: block) }
    }
  }
}

private struct QuoteFaultFinder {
  let article: Article
  let grammar: AttributionGrammar

  func fault(of index: Int, in block: Block) -> QuoteFault? {
    let mark = article.document.marks[index]
    guard mark.glyph.isDouble, mark.partner == nil else { return nil }
    switch mark.role {
    case .opening: return unclosed(index, mark, in: block)
    case .closing: return unopened(index, mark)
    case .apostrophe, .prime: return nil
    }
  }

  private func unclosed(_ index: Int, _ mark: QuoteMark, in block: Block) -> QuoteFault? {
    if mark.runsOn {
      // The next paragraph takes the quotation up, unless this one ends in who said it.
      guard let attribution = finalAttribution(after: mark, in: block) else { return nil }
      let place = article.tokens[attribution.tokens.lowerBound - 1].end
      return QuoteFault(mark: index, kind: .unclosedBefore(attribution), place: place)
    }
    let end = endOfReach(of: mark, in: block)
    if let (token, place) = seam(in: mark.token + 1..<end) {
      return QuoteFault(mark: index, kind: .fusedWithSpeaker(token: token), place: place)
    }
    if let attribution = swallowedAttribution(in: mark.token + 1..<end) {
      let place = article.tokens[attribution.tokens.lowerBound - 1].end
      return QuoteFault(mark: index, kind: .unclosedBefore(attribution), place: place)
    }
    let sentence = article.document.sentences[article.document.sentence(ofToken: mark.token)]
    let last = min(sentence.tokens.upperBound, end) - 1
    return QuoteFault(mark: index, kind: .unclosed, place: article.tokens[last].end)
  }

  private func unopened(_ index: Int, _ mark: QuoteMark) -> QuoteFault {
    let document = article.document
    let sentence = document.sentences[document.sentence(ofToken: mark.token)].tokens
    let marksBefore = document.marks[..<index].reversed()
    let lastClosed = marksBefore.first { $0.role == .closing && $0.glyph.isDouble }?.token
    let start = max(sentence.lowerBound, lastClosed.map { $0 + 1 } ?? 0)
    let first = min(start, mark.token)
    return QuoteFault(mark: index, kind: .unopened, place: article.tokens[first].start)
  }

  /// Returns where the quotation must have ended: the next mark that opens beside it, or the end
  /// of the block.
  private func endOfReach(of mark: QuoteMark, in block: Block) -> Int {
    let next = block.marks.first {
      let other = article.document.marks[$0]
      return other.token > mark.token && other.role == .opening && other.depth <= mark.depth
        && other.glyph.isDouble
    }
    return next.map { article.document.marks[$0].token } ?? block.tokens.upperBound
  }

  /// Returns the word in which the quotation's end and the speaker have run together, and the
  /// offset of the seam.
  private func seam(in range: Range<Int>) -> (token: Int, place: UInt32)? {
    for token in range where article.tokens[token].flags.contains(.hasSeam) {
      guard let place = article.lastSeam(of: token) else { continue }
      var verb = token + 1
      while verb < range.upperBound, verb - token < 4,
        article.tokens[verb].flags.contains(.capitalized)
      {
        verb += 1
      }
      guard verb < range.upperBound, grammar.isVerb(verb, article) else { continue }
      return (token, place)
    }
    return nil
  }

  /// Returns the first attribution that follows a comma or a sentence's mark.
  private func swallowedAttribution(in range: Range<Int>) -> Attribution? {
    for token in range.dropFirst(2) {
      let before = article.tokens[token - 1]
      guard before.isMark(",") || before.isMark("?") || before.isMark("!") else { continue }
      if let attribution = grammar.attribution(at: token, in: range, of: article) {
        return attribution
      }
    }
    return nil
  }

  /// Returns the attribution after a comma that ends the block, if one does.
  private func finalAttribution(after mark: QuoteMark, in block: Block) -> Attribution? {
    guard let last = block.sentences.last else { return nil }
    let sentence = article.document.sentences[last].tokens
    let range = max(sentence.lowerBound, mark.token + 1)..<sentence.upperBound
    guard let attribution = swallowedAttribution(in: range) else { return nil }
    let rest = attribution.tokens.upperBound..<sentence.upperBound
    return rest.allSatisfy { !article.tokens[$0].isWordLike } ? attribution : nil
  }
}

extension Article {
  /// Returns the offset of the last place in a word where a small letter is followed by a capital.
  public func lastSeam(of token: Int) -> UInt32? {
    let text = document.text
    let range = tokens[token].range
    var offset = range.end
    while offset > range.start + 1 {
      offset -= 1
      let isCapital = (0x41...0x5A).contains(text[Int(offset)])
      if isCapital, (0x61...0x7A).contains(text[Int(offset) - 1]) { return offset }
    }
    return nil
  }
}
