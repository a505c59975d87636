internal import CalqueText

/// Who speaks behind the end of a quotation whose mark is lost.
///
/// More freely than ``AttributionGrammar``, which decides whether there is a fault: here one is
/// certain, and only its place is guessed.
extension QuotePlaces {
  /// Tokens from a fused name to the verb, at most: name, office, commas.
  private static let longestSpeaker = 14
  /// Words before the first capital of a speaker, at most: `tribal chairman`.
  private static let longestOffice = 3
  /// Tokens between the commas that say who a speaker is, at most.
  private static let longestApposition = 25
  private static let openers = WordSet(
    """
    after although and as because before but if it or since so than that though to until when where \
    whether which while who
    """)
  /// Words that start sentences and end no name that has a capital inside.
  private static let starters = WordSet(
    """
    after also although and because but for he her his however meanwhile she that the their there \
    these they this those when while
    """)
  /// Bytes of a word that a sentence has run into, at least.
  private static let leastBeforeSentence = 3
  private static let firstPerson = WordSet("i we")
  private static let according = WordHash.of("according")
  private static let articles = WordSet("a an one the")
  private static let and = WordHash.of("and")
  private static let adverbs = WordSet("also has have had later then further")
  private static let titles = WordSet(
    "adm capt col dr gen gov hon jr lt maj mr mrs ms prof rep rev sen sgt sr st supt")

  // MARK: Fused

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
  /// Names such as `SoftBank` have seams, too: after one that starts with a capital the verb must
  /// be near, and after one as short as `usVega` beside it.
  private func speaks(after token: Int, seam: UInt32, in range: Range<Int>) -> Bool {
    let isName = tokens[token].flags.contains(.capitalized)
    let length = seam - tokens[token].start
    guard length > 1 else { return false }
    let most = length == 2 ? 1 : isName ? 4 : Self.longestSpeaker
    let isTitle = Self.titles.contains(
      WordHash.of(document.string(TextRange(seam, tokens[token].end)).lowercased()))
    for verb in token + 1..<max(token + 1, min(range.upperBound, token + 1 + most)) {
      if grammar.isVerb(verb, article) { return true }
      let followsTitle =
        verb == token + 1 ? isTitle : Self.titles.contains(tokens[verb - 1].hash)
      if isName, !tokens[verb].flags.contains(.capitalized), !followsTitle { return false }
      if tokens[verb].isMark("."), !followsTitle, !endsAbbreviation(verb, in: range) {
        return false
      }
    }
    return false
  }

  /// Tells whether a stop has a comma behind it, which no stop of a sentence has: `(R., Vega)`.
  private func endsAbbreviation(_ stop: Int, in range: Range<Int>) -> Bool {
    stop + 1 < range.upperBound && tokens[stop + 1].isMark(",")
  }

  /// Returns the word in which the quotation's end and the start of the next sentence have run
  /// together, and the offset of the seam.
  func seamOfSentence(in range: Range<Int>) -> (token: Int, place: UInt32)? {
    for token in range where tokens[token].flags.contains(.hasSeam) {
      guard let place = article.lastSeam(of: token),
        place - tokens[token].start >= Self.leastBeforeSentence
      else { continue }
      let word = document.string(TextRange(place, tokens[token].end)).lowercased()
      if Self.starters.contains(WordHash.of(word)) { return (token, place) }
    }
    return nil
  }

  // MARK: Swallowed

  /// Returns the first words that say who speaks behind a comma or a sentence's mark.
  func swallowedAttribution(in range: Range<Int>) -> Attribution? {
    for token in range.dropFirst(2) where followsBreak(token) {
      if let attribution = grammar.attribution(at: token, in: range, of: article),
        isOfAnother(attribution, in: range)
      {
        return attribution
      }
      if let attribution = likelyAttribution(at: token, in: range) { return attribution }
    }
    return nil
  }

  /// Tells whether a token follows a comma or a sentence's mark, or an inner quotation's end there.
  func followsBreak(_ token: Int) -> Bool {
    let isInnerEnd = tokens[token - 1].kind == .quote && token - 2 >= block.tokens.lowerBound
    let before = tokens[isInnerEnd ? token - 2 : token - 1]
    return before.isMark(",") || before.isMark("?") || before.isMark("!")
  }

  /// Tells whether an attribution is the newspaper's, not `I said that …` of the speaker.
  private func isOfAnother(_ attribution: Attribution, in range: Range<Int>) -> Bool {
    let next = attribution.tokens.upperBound
    return !Self.firstPerson.contains(tokens[attribution.speaker.lowerBound].hash)
      && (next >= range.upperBound || !Self.openers.contains(tokens[next].hash))
  }

  /// Returns the attribution that most likely starts at a token: a verb and anybody behind it,
  /// “according to”, or a name with its office, what is said of it between commas, and a verb.
  private func likelyAttribution(at token: Int, in range: Range<Int>) -> Attribution? {
    if grammar.isVerb(token, article) {
      let next = token + 1
      guard next < range.upperBound, tokens[next].kind == .word,
        !Self.openers.contains(tokens[next].hash), !Self.firstPerson.contains(tokens[next].hash)
      else { return nil }
      return Attribution(verb: token, speaker: next..<next + 1)
    }
    if tokens[token].hash == Self.according, token + 2 < range.upperBound {
      return Attribution(verb: token, speaker: token + 2..<token + 3)
    }
    guard !Self.firstPerson.contains(tokens[token].hash) else { return nil }
    if let verb = verbOfPhrase(from: token, in: range) {
      return Attribution(verb: verb, speaker: token..<verb)
    }
    return namedAttribution(at: token, in: range)
  }

  /// Returns the attribution of a name with its office, what is said of it between commas, and a
  /// verb.
  func namedAttribution(at token: Int, in range: Range<Int>) -> Attribution? {
    guard let end = endOfName(from: token, in: range) else { return nil }
    if let verb = verb(at: end, in: range) { return Attribution(verb: verb, speaker: token..<end) }
    guard end < range.upperBound, tokens[end].isMark(",") else { return nil }
    let apposition = end + 1..<min(range.upperBound, end + 1 + Self.longestApposition)
    for comma in apposition where tokens[comma].isMark(",") {
      if let verb = verb(at: comma + 1, in: range) {
        return Attribution(verb: verb, speaker: token..<comma)
      }
    }
    return nil
  }

  /// Returns the reporting verb behind words without a mark that start with an article: `the movie
  /// star and former host of a show told the crowd`.
  private func verbOfPhrase(from start: Int, in range: Range<Int>) -> Int? {
    guard Self.articles.contains(tokens[start].hash) else { return nil }
    let words = (start + 1..<range.upperBound).prefix(Self.longestSpeaker).prefix {
      tokens[$0].kind == .word && !Self.openers.contains(tokens[$0].hash)
        || tokens[$0].hash == Self.and
    }
    return words.first { grammar.isVerb($0, article) }
  }

  /// Returns the reporting verb at a token, or behind an adverb there.
  private func verb(at token: Int, in range: Range<Int>) -> Int? {
    var verb = token
    while verb < range.upperBound, Self.adverbs.contains(tokens[verb].hash) { verb += 1 }
    return verb < range.upperBound && grammar.isVerb(verb, article) ? verb : nil
  }

  /// Returns where a name ends that starts at a token, or a few words behind it.
  private func endOfName(from start: Int, in range: Range<Int>) -> Int? {
    var token = start
    while token < range.upperBound, token - start < Self.longestOffice,
      tokens[token].kind == .word, !tokens[token].flags.contains(.capitalized),
      !Self.openers.contains(tokens[token].hash)
    {
      token += 1
    }
    let name = token
    while token < range.upperBound, token - start < Self.longestSpeaker {
      let isTitleStop =
        tokens[token].isMark(".") && token > name && Self.titles.contains(tokens[token - 1].hash)
      let isPart = tokens[token].kind == .word && tokens[token].flags.contains(.capitalized)
      guard isPart || isTitleStop else { break }
      token += 1
    }
    return token > name ? token : nil
  }
}
