public import CalqueText

/// A quotation mark whose other end is missing, and where that end most likely stood.
public struct QuoteFault: Sendable, Hashable {
  /// Which end is missing, and how its place was found.
  public enum Kind: Sendable, Hashable {
    /// The closing mark, lost where a word runs into the speaker: the place is inside `token`.
    case fusedWithSpeaker(token: Int)
    /// The closing mark, lost where a word runs into the next sentence: the place is inside
    /// `token`.
    case fusedWithSentence(token: Int)
    /// The closing mark, lost before these words that say who speaks.
    case unclosedBefore(Attribution)
    /// The closing mark, lost somewhere; its place is the end of a sentence.
    case unclosed
    /// The opening mark; its place is the start of a sentence.
    case unopened
    /// None, most likely: the quotation ends in a later paragraph, but those between do not open it
    /// again; the places are their starts, none where they are items of a list.
    case notReopened(closing: Int)
    /// Both: the mark stands free, and no words beside it are quoted.
    case stray
    /// None: the mark is written twice.
    case doubled
    /// None: the mark stands for the apostrophe of a plural’s possessive.
    case possessive
    /// None: the single mark at the other end has no space before it, or has it behind it; the
    /// bytes are that mark's and the space's.
    case openedBehind(TextRange)
  }

  /// Index of the mark that is there.
  public let mark: Int
  /// What is missing.
  public let kind: Kind
  /// Offsets at which the missing mark may have stood, the likeliest first.
  public let places: [UInt32]
  /// Index of the next mark, where it may be that one which is wrong: left without its other end,
  /// it may close this quotation and stand on the wrong side of its space; else it may be one too
  /// many.
  public internal(set) var rival: Int?

  init(mark: Int, kind: Kind, places: [UInt32]) {
    self.mark = mark
    self.kind = kind
    self.places = places
  }
}

extension Article {
  /// How many single marks may be lost inside a quotation that runs over paragraphs.
  private static let nestedFaults = 3

  /// Returns the quotation marks of the article that have lost their other end, in order.
  ///
  /// - Complexity: O(tokens of the paragraph) for each fault.
  func findQuoteFaults(_ grammar: AttributionGrammar) -> [QuoteFault] {
    guard !document.loneMarks.isEmpty else { return [] }
    let finder = QuoteFaultFinder(article: self, rows: LineRowReader(self), grammar: grammar)
    var faults: [QuoteFault] = []
    for index in document.loneMarks {
      let block = document.blocks[document.block(ofToken: document.marks[index].token)]
      guard let fault = finder.fault(of: index, in: block) else { continue }
      let isSingle = { (fault: QuoteFault) in !self.document.marks[fault.mark].glyph.isDouble }
      let last = faults.indices.suffix(Self.nestedFaults).last { !isSingle(faults[$0]) }
      if let last, let joined = finder.joined(faults[last], with: fault) {
        faults[last] = joined
      } else {
        faults.append(fault)
      }
    }
    return finder.withoutRivals(faults)
  }
}

/// Finds what became of a mark that has no other end.
private struct QuoteFaultFinder {
  /// How many paragraphs a quotation may cover without being opened again in each.
  private static let longestQuotation = 6
  /// Marks on either side that show how an article sets its marks.
  private static let nearMarks = 6

  let article: Article
  /// Rows of short lines, such as verse.
  let rows: LineRowReader
  let grammar: AttributionGrammar

  private var document: Document { article.document }

  func fault(of index: Int, in block: Block) -> QuoteFault? {
    let mark = document.marks[index]
    guard mark.partner == nil, !isArrow(mark, in: block),
      !document.isMentioned(mark, in: block.tokens), !document.isDitto(mark, in: block.tokens)
    else { return nil }
    switch mark.role {
    case .opening where mark.runsOn: return unclosedBeforeNextParagraph(index, mark, in: block)
    case .opening, .closing:
      if isDoubled(index, mark, in: block) {
        // Where one of the two is encoded, that is reported first.
        return isEncoded(besides: index, in: block)
          ? nil : QuoteFault(mark: index, kind: .doubled, places: [])
      }
      if mark.glyph.isDouble, document.isFree(mark, in: block.tokens),
        !hasFreePair(besides: index, in: block)
      {
        return QuoteFault(mark: index, kind: .stray, places: [])
      }
      let places = QuotePlaces(article: article, block: block, grammar: grammar)
      if !mark.glyph.isDouble, let opening = places.gluedOpening(before: index) {
        return QuoteFault(mark: index, kind: .openedBehind(opening), places: [opening.start])
      }
      return mark.role == .opening
        ? unclosed(index, mark, places)
        : QuoteFault(mark: index, kind: .unopened, places: places.openings(before: index))
    case .apostrophe where mark.glyph.isDouble:
      let places = QuotePlaces(article: article, block: block, grammar: grammar)
      return QuoteFault(mark: index, kind: .possessive, places: places.openings(before: index))
    case .apostrophe: return nil
    case .prime: return nil
    }
  }

  private func unclosed(_ index: Int, _ mark: QuoteMark, _ places: QuotePlaces) -> QuoteFault {
    let range = mark.lastToken + 1..<places.endOfReach(of: index)
    if let (token, place) = places.seam(in: range) {
      return QuoteFault(mark: index, kind: .fusedWithSpeaker(token: token), places: [place])
    }
    let attribution = places.swallowedAttribution(in: range)
    if let (token, place) = places.seamOfSentence(
      in: range.lowerBound..<(attribution?.tokens.lowerBound ?? range.upperBound))
    {
      return QuoteFault(mark: index, kind: .fusedWithSentence(token: token), places: [place])
    }
    if let attribution {
      return QuoteFault(
        mark: index, kind: .unclosedBefore(attribution),
        places: places.closings(before: attribution, after: index))
    }
    return QuoteFault(mark: index, kind: .unclosed, places: places.closings(after: index))
  }

  /// The next paragraph takes the quotation up, unless this one ends in who said it.
  private func unclosedBeforeNextParagraph(
    _ index: Int, _ mark: QuoteMark, in block: Block
  ) -> QuoteFault? {
    let places = QuotePlaces(article: article, block: block, grammar: grammar)
    guard let attribution = places.finalAttribution(after: mark) else { return nil }
    let place = article.tokens[attribution.tokens.lowerBound - 1].end
    return QuoteFault(mark: index, kind: .unclosedBefore(attribution), places: [place])
  }

  /// Tells whether marks near one stand free as it does and are paired: there spaces say nothing,
  /// but of two marks side by side.
  private func hasFreePair(besides index: Int, in block: Block) -> Bool {
    let next = document.marks[index].lastToken + 1
    guard next == block.tokens.upperBound || article.tokens[next].kind != .quote else {
      return false
    }
    return (index - Self.nearMarks...index + Self.nearMarks).contains { other in
      block.marks.contains(other) && document.marks[other].partner != nil
        && document.isFree(document.marks[other], in: block.tokens)
    }
  }

  /// Tells whether a mark, or the one that is its double, is what a wrong decoder left.
  private func isEncoded(besides index: Int, in block: Block) -> Bool {
    let mark = document.marks[index]
    return mark.isEncoded
      || [index - 1, index + 1].contains { neighbour in
        guard block.marks.contains(neighbour) else { return false }
        let other = document.marks[neighbour]
        return other.isEncoded
          && (other.lastToken + 1 == mark.token || mark.lastToken + 1 == other.token)
      }
  }

  /// Tells whether a mark is an arrow of the page: `Read more »`.
  private func isArrow(_ mark: QuoteMark, in block: Block) -> Bool {
    guard mark.glyph.system == .guillemet, document.isFree(mark, in: block.tokens) else {
      return false
    }
    return mark.glyph.side == .closing
      ? mark.lastToken + 1 == block.tokens.upperBound : mark.token == block.tokens.lowerBound
  }

  private func isDoubled(_ index: Int, _ mark: QuoteMark, in block: Block) -> Bool {
    guard mark.glyph.isDouble else { return false }
    return [index - 1, index + 1].contains { neighbour in
      guard block.marks.contains(neighbour) else { return false }
      let other = document.marks[neighbour]
      let (first, second) = neighbour < index ? (other, mark) : (mark, other)
      return other.glyph == mark.glyph && other.partner != nil
        && article.tokens[first.lastToken].end == article.tokens[second.token].start
    }
  }

  /// Returns one fault for a speech that opens in one paragraph and closes in a later one, where
  /// none between has a double mark and nobody else says anything.
  func joined(_ first: QuoteFault, with second: QuoteFault) -> QuoteFault? {
    guard first.kind == .unclosed, second.kind == .unopened else { return nil }
    let marks = document.marks
    guard marks[first.mark].glyph.isDouble, marks[second.mark].glyph.isDouble,
      marks[first.mark + 1..<second.mark].allSatisfy({ !$0.glyph.isDouble })
    else { return nil }
    let start = document.block(ofToken: marks[first.mark].token)
    let end = document.block(ofToken: marks[second.mark].token)
    guard end > start, end - start < Self.longestQuotation else { return nil }
    let between = document.blocks[start + 1...end].filter(\.isProse)
    guard isSpeech(from: first.mark, in: document.blocks[start], to: second.mark),
      between.dropLast().allSatisfy({ !isAttributed($0, until: $0.tokens.upperBound) })
    else { return nil }
    // The items of a list inside a quotation need not open it again, nor do lines of verse.
    let isList =
      between.contains { $0.kind == .listItem } || (start...end).allSatisfy(rows.contains)
    return QuoteFault(
      mark: first.mark, kind: .notReopened(closing: second.mark),
      places: isList ? [] : between.map(\.range.start))
  }

  /// Tells whether somebody says something in a paragraph up to a token.
  private func isAttributed(_ block: Block, until end: Int) -> Bool {
    QuotePlaces(article: article, block: block, grammar: grammar)
      .swallowedAttribution(in: block.tokens.lowerBound..<end) != nil
  }

  /// Tells whether a mark starts a speech and another one ends what can be the same.
  private func isSpeech(from first: Int, in block: Block, to last: Int) -> Bool {
    let places = QuotePlaces(article: article, block: block, grammar: grammar)
    guard places.isSpeech(document.marks[first]) else { return false }
    let closing = document.marks[last]
    let end = document.blocks[document.block(ofToken: closing.token)]
    guard closing.token > end.tokens.lowerBound else { return false }
    let after = closing.lastToken + 1
    let neighbours = [closing.token - 1] + (after < end.tokens.upperBound ? [after] : [])
    return neighbours.contains { article.tokens[$0].kind == .punctuation }
      && !isAttributed(end, until: closing.token)
  }
}

// MARK: - Rivals

extension QuoteFaultFinder {
  /// Returns the faults, of two that one mark explains the first only.
  func withoutRivals(_ faults: [QuoteFault]) -> [QuoteFault] {
    var result: [QuoteFault] = []
    for fault in faults {
      if let last = result.last, last.rival == nil, mayClose(fault, last) {
        result[result.count - 1].rival = fault.mark
      } else {
        result.append(fault)
      }
    }
    for index in result.indices where result[index].kind == .unclosed {
      if let next = superfluous(behind: result[index]) { result[index].rival = next }
    }
    return result
  }

  /// Tells whether the mark of a quotation that is not closed may be the end of the one before it.
  ///
  /// It then stands on the wrong side of its space: `It rains. "The pier is old.`
  private func mayClose(_ fault: QuoteFault, _ last: QuoteFault) -> Bool {
    let (mark, opening) = (document.marks[fault.mark], document.marks[last.mark])
    let block = document.blocks[document.block(ofToken: mark.token)]
    guard fault.mark > last.mark, opening.token >= block.tokens.lowerBound,
      mark.glyph == opening.glyph, article.tokens[mark.token - 1].kind == .punctuation,
      document.movingEdit(ofClosing: fault.mark, to: "") != nil,
      document.marks[last.mark + 1..<fault.mark].allSatisfy({ !$0.glyph.isDouble })
    else { return false }
    let places = QuotePlaces(article: article, block: block, grammar: grammar)
    let inner = opening.lastToken + 1..<mark.token
    switch (last.kind, fault.kind) {
    case (.unclosed, .unclosed): return true
    case (.unclosedBefore(let speaker), .unclosed):
      let end = min(speaker.tokens.upperBound, mark.token)
      return !grammar.isCircumstance(end..<mark.token, of: article)
    case (.unclosed, .unclosedBefore(let speaker)):
      // Of the first only a few words are quoted, or it alone is what somebody says of himself.
      return !places.isSpeech(opening)
        || places.isInPerson(inner)
          && !places.isInPerson(mark.lastToken + 1..<speaker.tokens.lowerBound)
    default: return false
    }
  }

  /// Returns the mark that opens a quotation where the one before it is most likely closed: nobody
  /// speaks between them, so that the first may as well go on.
  private func superfluous(behind fault: QuoteFault) -> Int? {
    let marks = document.marks
    let block = document.blocks[document.block(ofToken: marks[fault.mark].token)]
    let next = (fault.mark + 1..<block.marks.upperBound).prefix(Self.nearMarks).first {
      marks[$0].glyph.isDouble
    }
    guard let next, marks[next].role == .opening, marks[next].partner != nil,
      article.tokens[marks[next].token - 1].end == fault.places.first,
      !article.tokens[marks[next].token - 1].isMark(",")
    else { return nil }
    let places = QuotePlaces(article: article, block: block, grammar: grammar)
    return places.isSpeech(marks[fault.mark]) && places.isSpeech(marks[next]) ? next : nil
  }
}
