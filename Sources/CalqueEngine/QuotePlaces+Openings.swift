internal import CalqueText

/// Where the quotation may have opened that a mark closes.
extension QuotePlaces {
  /// Places that are named, at most.
  private static let mostPlaces = 4
  /// Tokens from a reporting verb to the “that” which goes with it, at most.
  private static let longestGap = 8
  /// Words that people say and newspapers hardly write in their own name.
  private static let spokenWords = WordSet(
    """
    ain't can't couldn't didn't doesn't don't gonna he's i i'd i'll i'm i've isn't it's let's me my \
    our she's that's there's they're they've us wasn't we we'd we'll we're we've what's won't \
    wouldn't you you'll you're you've your
    """)
  /// Of these, words that nobody but the speaker says of himself.
  private static let firstPerson = WordSet(
    "i i'd i'll i'm i've me my our us we we'd we'll we're we've")
  private static let secondPerson = WordSet("you you'd you'll you're you've your")
  private static let that = WordHash.of("that")

  /// Returns the offsets at which the quotation that a mark closes may open, the likeliest first:
  /// after a colon or after who says it, at the start of its sentence, at a word of speech, or at
  /// the start of the sentences before it.
  func openings(before index: Int) -> [UInt32] {
    let mark = document.marks[index]
    let start = startOfReach(before: index)
    guard start < mark.token else { return [tokens[mark.token].start] }
    let sentence = document.sentences[document.sentence(ofToken: mark.token - 1)].tokens
    let first = max(sentence.lowerBound, start)
    let introduced = introduction(in: startOfGap(before: index)..<mark.token)
    let reported = reported(in: first..<mark.token)
    let spoken = firstSpokenSentence(from: start, to: mark.token)
    let clause = ownClause(in: first..<mark.token)
    let isSpeech = isFollowedByAttribution(mark)
    let told = isSpeech ? firstInPerson(upTo: first, from: start) : nil
    let places =
      isSpeech
      ? [introduced, told, first, spoken, start, reported, clause]
      : [introduced, reported, clause, first, spoken, start]
    return Array(distinct(places.map { $0.map { tokens[$0].start } }).prefix(Self.mostPlaces))
  }

  /// Tells whether words are those of somebody who speaks of himself or to somebody.
  func isInPerson(_ range: Range<Int>) -> Bool {
    range.contains {
      Self.firstPerson.contains(tokens[$0].hash) || Self.secondPerson.contains(tokens[$0].hash)
    }
  }

  /// Returns the start of the first of the sentences right before a token in which somebody speaks
  /// of himself or to somebody, and which do not tell themselves who says something.
  private func firstInPerson(upTo end: Int, from start: Int) -> Int? {
    var first: Int?
    var next = end
    while next > start {
      let sentence = document.sentences[document.sentence(ofToken: next - 1)].tokens
      let isReport = sentence.dropFirst().contains {
        grammar.isVerb($0, article) && !Self.spokenWords.contains(tokens[$0 - 1].hash)
      }
      guard sentence.lowerBound >= start, isInPerson(sentence), !isReport else { break }
      first = sentence.lowerBound
      next = sentence.lowerBound
    }
    return first
  }

  private func isFollowedByAttribution(_ mark: QuoteMark) -> Bool {
    let next = mark.lastToken + 1
    guard next < block.tokens.upperBound else { return false }
    return grammar.attribution(at: next, in: next..<block.tokens.upperBound, of: article) != nil
  }

  /// Returns the token after the colon that a reporting verb stands before, after the comma of one,
  /// or after the last colon.
  private func introduction(in range: Range<Int>) -> Int? {
    let spoken = range.dropFirst().last {
      tokens[$0 - 1].isMark(":") && $0 - 2 >= range.lowerBound && grammar.isVerb($0 - 2, article)
        || isAfterVerbAndComma($0)
    }
    return spoken ?? range.dropFirst().last { tokens[$0 - 1].isMark(":") }
  }

  private func isAfterVerbAndComma(_ token: Int) -> Bool {
    guard tokens[token - 1].isMark(",") else { return false }
    // `said in June, [t]here is`: a letter was changed where the quoted words begin.
    if tokens[token].isMark("[") { return true }
    return token - 2 >= block.tokens.lowerBound && tokens[token].flags.contains(.capitalized)
      && grammar.isVerb(token - 2, article)
  }

  /// Returns the token after “somebody said” or “somebody said that”, where part of a sentence is
  /// quoted.
  private func reported(in range: Range<Int>) -> Int? {
    let verb = range.dropFirst().last {
      grammar.isVerb($0, article) && !Self.spokenWords.contains(tokens[$0 - 1].hash)
    }
    guard let verb, verb + 1 < range.upperBound else {
      // `a statement confirming that |`
      return range.dropFirst().last { tokens[$0 - 1].hash == Self.that }
    }
    let gap = verb + 1..<min(range.upperBound, verb + 1 + Self.longestGap)
    let after = (gap.first { tokens[$0].hash == Self.that } ?? verb) + 1
    return after < range.upperBound ? after : nil
  }

  /// Returns the start of the clause in which the newspaper's sentence becomes that of a speaker:
  /// `he warned that if it rains, |we will not open”`.
  private func ownClause(in range: Range<Int>) -> Int? {
    guard let word = range.dropFirst().first(where: { Self.firstPerson.contains(tokens[$0].hash) })
    else { return nil }
    let isStart = { (token: Int) in
      token == range.lowerBound || tokens[token - 1].isMark(",") || tokens[token - 1].isMark("—")
        || tokens[token - 1].hash == Self.that
    }
    return (range.lowerBound...word).last(where: isStart)
  }

  /// Returns the start of the first sentence with a word of spoken English, or of the one behind it
  /// where the first says itself that somebody said something.
  private func firstSpokenSentence(from start: Int, to end: Int) -> Int? {
    let first = document.sentence(ofToken: start)
    let last = document.sentence(ofToken: end - 1)
    for index in first...max(first, last) {
      let sentence = document.sentences[index].tokens
      let range = max(sentence.lowerBound, start)..<min(sentence.upperBound, end)
      let isReport = range.dropFirst().contains {
        grammar.isVerb($0, article) && !Self.spokenWords.contains(tokens[$0 - 1].hash)
      }
      if isReport, sentence.upperBound < end { return sentence.upperBound }
      if range.contains(where: { Self.spokenWords.contains(tokens[$0].hash) }) {
        return range.lowerBound
      }
    }
    return nil
  }

  /// Returns where a quotation may have started: after the sentence of the one before it, or at
  /// the start of the block.
  private func startOfReach(before index: Int) -> Int {
    let start = startOfGap(before: index)
    guard start > block.tokens.lowerBound, tokens[start - 1].kind == .quote else { return start }
    let sentence = document.sentences[document.sentence(ofToken: start - 1)].tokens
    return sentence.upperBound < document.marks[index].token ? sentence.upperBound : start
  }

  /// Returns the token behind the quotation before a mark, or the start of the block.
  private func startOfGap(before index: Int) -> Int {
    let marks = document.marks
    let last = (block.marks.lowerBound..<index).suffix(Self.mostMarks).last {
      marks[$0].role == .closing && marks[$0].glyph.isDouble
    }
    let first = max(block.tokens.lowerBound, marks[index].token - Self.mostTokens)
    guard let last, marks[last].token >= first else { return first }
    return marks[last].lastToken + 1
  }
}
