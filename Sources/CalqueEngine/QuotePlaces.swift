internal import CalqueText

/// Where in a paragraph the missing end of a quotation may have stood.
struct QuotePlaces {
  /// Marks and tokens that are looked at on one side of a mark, at most: more than a paragraph has,
  /// so that the time for a text of marks alone stays linear.
  static let mostMarks = 200
  static let mostTokens = 2000

  let article: Article
  let block: Block
  let grammar: AttributionGrammar

  var document: Document { article.document }
  var tokens: [Token] { article.document.tokens }

  // MARK: Closing marks

  /// Returns where a quotation must have ended: the next mark that opens beside it or closes the
  /// quotation around it, or the end of the block.
  func endOfReach(of index: Int) -> Int {
    let mark = document.marks[index]
    let next = (index + 1..<block.marks.upperBound).prefix(Self.mostMarks).first {
      let other = document.marks[$0]
      return switch other.role {
      case .opening: other.depth <= mark.depth && other.glyph.isDouble
      case .closing: other.depth < mark.depth
      case .apostrophe, .prime: false
      }
    }
    let end = next.map { document.marks[$0].token } ?? block.tokens.upperBound
    return min(end, mark.lastToken + Self.mostTokens)
  }

  /// Returns the offsets at which a quotation without attribution may end: a speech at the end of
  /// its last sentence or its first, quoted words at the end of their sentence or its first part.
  func closings(after index: Int) -> [UInt32] {
    let mark = document.marks[index]
    let end = endOfReach(of: index)
    guard end > mark.lastToken + 1 else { return [tokens[mark.lastToken].end] }
    let sentence = document.sentences[document.sentence(ofToken: mark.lastToken + 1)].tokens
    let sentenceEnd = tokens[min(sentence.upperBound, end) - 1].end
    let reachEnd = tokens[end - 1].end
    guard isSpeech(mark) else {
      let range = mark.lastToken + 1..<min(sentence.upperBound, end)
      let comma = range.dropFirst().first { tokens[$0].isMark(",") }
      return distinct([sentenceEnd, comma.map { tokens[$0].start }, reachEnd])
    }
    return distinct([
      end < block.tokens.upperBound ? endBefore(end, behind: mark) : nil, reachEnd, sentenceEnd,
    ])
  }

  /// Returns the end of the sentence before the one that introduces the next quotation: `She
  /// added:`.
  private func endBefore(_ next: Int, behind mark: QuoteMark) -> UInt32? {
    guard tokens[next - 1].isMark(":") || tokens[next - 1].isMark(",") else { return nil }
    let sentence = document.sentences[document.sentence(ofToken: next - 1)].tokens
    return sentence.lowerBound > mark.lastToken + 1 ? tokens[sentence.lowerBound - 1].end : nil
  }

  /// Returns the offsets at which a quotation may end that an attribution follows: before that one,
  /// or with the sentence of the quoted words, where that ends sooner and they are no speech.
  func closings(before attribution: Attribution, after index: Int) -> [UInt32] {
    let mark = document.marks[index]
    let place = tokens[attribution.tokens.lowerBound - 1].end
    let sentence = document.sentences[document.sentence(ofToken: mark.lastToken + 1)].tokens
    let ends = sentence.upperBound < attribution.tokens.lowerBound && !isSpeech(mark)
    return distinct(ends ? [tokens[sentence.upperBound - 1].end, place] : [place])
  }

  /// Tells whether a quotation starts as a whole sentence does rather than with quoted words.
  func isSpeech(_ mark: QuoteMark) -> Bool {
    guard tokens[mark.lastToken + 1].flags.contains(.capitalized) else { return false }
    guard mark.token > block.tokens.lowerBound else { return true }
    let before = tokens[mark.token - 1]
    return before.kind == .punctuation || before.kind == .quote
  }

  /// Returns the attribution that ends the block after a comma or a sentence's mark, if one does.
  func finalAttribution(after mark: QuoteMark) -> Attribution? {
    guard let last = block.sentences.last else { return nil }
    let sentence = document.sentences[last].tokens
    let start = max(sentence.lowerBound, mark.lastToken + 1)
    for token in start..<sentence.upperBound where token > mark.lastToken + 1 {
      let range = start..<sentence.upperBound
      guard followsBreak(token),
        let attribution = grammar.attribution(at: token, in: range, of: article)
          ?? namedAttribution(at: token, in: range)
      else { continue }
      let rest = attribution.tokens.upperBound..<sentence.upperBound
      if grammar.isCircumstance(rest, of: article) { return attribution }
    }
    return nil
  }

  func distinct(_ places: [UInt32?]) -> [UInt32] {
    var result: [UInt32] = []
    for case .some(let place) in places where !result.contains(place) { result.append(place) }
    return result
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
