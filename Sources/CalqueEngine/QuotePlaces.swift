internal import CalqueText

/// Where in a paragraph the missing end of a quotation may have stood.
struct QuotePlaces {
  /// Tokens from a fused name to the verb, at most: name, office, commas.
  private static let longestSpeaker = 14
  /// Marks and tokens that are looked at on one side of a mark, at most: more than a paragraph has,
  /// so that the time for a text of marks alone stays linear.
  private static let mostMarks = 200
  private static let mostTokens = 2000
  /// Words that people say and newspapers hardly write in their own name.
  private static let spokenWords = Set(
    """
    ain't can't couldn't didn't doesn't don't gonna he's i i'd i'll i'm i've isn't it's let's me my \
    our she's that's there's they're they've us wasn't we we'd we'll we're we've what's won't \
    wouldn't you you'll you're you've your
    """.split(separator: " ").map { WordHash.of(String($0)) })

  let article: Article
  let block: Block
  let grammar: AttributionGrammar

  private var document: Document { article.document }
  private var tokens: [Token] { article.document.tokens }

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
      return distinct([sentenceEnd, comma.map { tokens[$0].start }])
    }
    return distinct([reachEnd, sentenceEnd])
  }

  /// Tells whether a quotation starts as a whole sentence does rather than with quoted words.
  private func isSpeech(_ mark: QuoteMark) -> Bool {
    guard tokens[mark.lastToken + 1].flags.contains(.capitalized) else { return false }
    guard mark.token > block.tokens.lowerBound else { return true }
    let before = tokens[mark.token - 1]
    return before.kind == .punctuation || before.kind == .quote
  }

  /// Returns the word in which the quotation's end and the speaker have run together, and the
  /// offset of the seam.
  func seam(in range: Range<Int>) -> (token: Int, place: UInt32)? {
    for token in range where tokens[token].kind == .word {
      if tokens[token].flags.contains(.hasSeam), let place = article.lastSeam(of: token),
        speaks(after: token, seam: place, in: range)
      {
        return (token, place)
      }
      if let place = grammar.fusedPronoun(at: token, in: range, of: article) {
        return (token, place)
      }
    }
    return nil
  }

  /// Tells whether the word behind a seam starts the name of somebody who says something.
  ///
  /// Names such as `SoftBank` have seams, too: after one that starts with a capital the verb must be near.
  private func speaks(after token: Int, seam: UInt32, in range: Range<Int>) -> Bool {
    let isName = tokens[token].flags.contains(.capitalized)
    guard isName || seam - tokens[token].start > 2 else { return false }
    let end = min(range.upperBound, token + 1 + (isName ? 4 : Self.longestSpeaker))
    for verb in token + 1..<max(end, token + 1) {
      if grammar.isVerb(verb, article) { return true }
      if isName, !tokens[verb].flags.contains(.capitalized) { return false }
      if tokens[verb].isMark(".") { return false }
    }
    return false
  }

  /// Returns the first attribution that follows a comma or a sentence's mark.
  func swallowedAttribution(in range: Range<Int>) -> Attribution? {
    for token in range.dropFirst(2) where followsBreak(token) {
      if let attribution = grammar.attribution(at: token, in: range, of: article) {
        return attribution
      }
    }
    return nil
  }

  private func followsBreak(_ token: Int) -> Bool {
    let before = tokens[token - 1]
    return before.isMark(",") || before.isMark("?") || before.isMark("!")
  }

  /// Returns the attribution that ends the block after a comma or a sentence's mark, if one does.
  func finalAttribution(after mark: QuoteMark) -> Attribution? {
    guard let last = block.sentences.last else { return nil }
    let sentence = document.sentences[last].tokens
    let start = max(sentence.lowerBound, mark.lastToken + 1)
    for token in start..<sentence.upperBound where token > mark.lastToken + 1 {
      guard followsBreak(token),
        let attribution = grammar.attribution(
          at: token, in: start..<sentence.upperBound, of: article)
      else { continue }
      let rest = attribution.tokens.upperBound..<sentence.upperBound
      if grammar.isCircumstance(rest, of: article) { return attribution }
    }
    return nil
  }

  // MARK: Opening marks

  /// Returns the offsets at which the quotation that a mark closes may open: after a colon or
  /// after who says it, else at the start of its sentence, or of the sentences before it.
  func openings(before index: Int) -> [UInt32] {
    let mark = document.marks[index]
    let start = startOfReach(before: index)
    guard start < mark.token else { return [tokens[mark.token].start] }
    let sentence = document.sentences[document.sentence(ofToken: mark.token - 1)].tokens
    let first = max(sentence.lowerBound, start)
    let introduced = (start..<mark.token).dropFirst().last {
      tokens[$0 - 1].isMark(":") || isAfterVerbAndComma($0)
    }
    let spoken = firstSpokenSentence(from: start, to: mark.token)
    return distinct([introduced, first, spoken, start].map { $0.map { tokens[$0].start } })
  }

  /// Returns the start of the first sentence with a word of spoken English.
  private func firstSpokenSentence(from start: Int, to end: Int) -> Int? {
    guard let word = (start..<end).first(where: { Self.spokenWords.contains(tokens[$0].hash) })
    else { return nil }
    return max(document.sentences[document.sentence(ofToken: word)].tokens.lowerBound, start)
  }

  /// Returns where a quotation may have started: after the sentence of the one before it, or at
  /// the start of the block.
  private func startOfReach(before index: Int) -> Int {
    let marks = document.marks
    let last = (block.marks.lowerBound..<index).suffix(Self.mostMarks).last {
      marks[$0].role == .closing && marks[$0].glyph.isDouble
    }
    let first = max(block.tokens.lowerBound, marks[index].token - Self.mostTokens)
    guard let last, marks[last].token >= first else { return first }
    let sentence = document.sentences[document.sentence(ofToken: marks[last].token)].tokens
    return sentence.upperBound < marks[index].token
      ? sentence.upperBound : marks[last].lastToken + 1
  }

  private func isAfterVerbAndComma(_ token: Int) -> Bool {
    tokens[token - 1].isMark(",") && token - 2 >= block.tokens.lowerBound
      && tokens[token].flags.contains(.capitalized) && grammar.isVerb(token - 2, article)
  }

  private func distinct(_ places: [UInt32?]) -> [UInt32] {
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
