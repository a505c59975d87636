internal import CalqueText

/// Who says something: a reporting verb and its speaker, in either order.
public struct Attribution: Sendable, Hashable {
  /// Index of the reporting verb's token.
  public let verb: Int
  /// Indices of the speaker's tokens.
  public let speaker: Range<Int>

  /// Indices of both, from the first token to the last.
  public var tokens: Range<Int> {
    min(verb, speaker.lowerBound)..<max(verb + 1, speaker.upperBound)
  }
}

/// Recognises attributions: `Stano said`, `said the minister`, `she also added`.
///
/// A small grammar by word lists and capitals; no parser. It tells a swallowed attribution from
/// quoted words.
///
/// A class, though it never changes: a dozen checks have it, and a copy of the value would retain
/// its lists each time.
public final class AttributionGrammar: Sendable {
  /// Words between the first of a speaker and the verb, at most.
  private static let longestSpeaker = 8
  /// Letters of a word that a pronoun has run into, at least.
  private static let leastFusedWord = 2
  /// Words after an attribution that end its sentence, at most.
  private static let longestCircumstance = 8
  /// Words between a fused article and the verb, at most.
  private static let longestFusedSpeaker = 8

  private let verbs: WordLists
  private let pronouns: WordList
  private let determiners: WordList
  private let circumstances: WordLists
  private static let fusing = ["they", "she", "the", "he"]
  private static let adverbs = WordSet("also then later further once has had have")
  private static let particles = WordSet(
    "de del la las los da dos van von der den di el al bin of the")

  /// Creates the grammar with the words of a lexicon.
  public init(_ lexicon: Lexicon) {
    verbs = lexicon.lists(["reporting-verb", "calqued-reporting-verb"])
    pronouns = lexicon.list("pronoun")
    determiners = lexicon.list("determiner")
    circumstances = lexicon.lists(["preposition", "weekday"])
  }

  /// Returns the attribution that starts at a token, inside a run of tokens.
  public func attribution(
    at token: Int, in range: Range<Int>, of article: Article
  ) -> Attribution? {
    guard range.contains(token) else { return nil }
    if isVerb(token, article) {
      return speaker(at: token + 1, in: range, of: article).map {
        Attribution(verb: token, speaker: $0)
      }
    }
    guard let speaker = speaker(at: token, in: range, of: article) else { return nil }
    var verb = speaker.upperBound
    while verb < range.upperBound, Self.adverbs.contains(article.tokens[verb].hash) { verb += 1 }
    guard verb < range.upperBound, isVerb(verb, article) else { return nil }
    return Attribution(verb: verb, speaker: speaker)
  }

  /// Returns where a speaker without a capital runs into the word before: `the regionhe said`,
  /// `the regionthe mayor said`.
  func fusedPronoun(at token: Int, in range: Range<Int>, of article: Article) -> UInt32? {
    let word = article.tokens[token].range
    let text = article.document.text
    let end = Int(word.end)
    // Most words end neither as `they` does nor as the others do.
    guard word.length > Self.leastFusedWord else { return nil }
    let isHe = text[end - 2] == UInt8(ascii: "h") && text[end - 1] == UInt8(ascii: "e")
    let isThey = text[end - 2] == UInt8(ascii: "e") && text[end - 1] == UInt8(ascii: "y")
    guard isHe || isThey else { return nil }
    let isName = article.tokens[token].flags.contains(.capitalized)
    for tail in Self.fusing
    where Int(word.length) >= tail.utf8.count + Self.leastFusedWord
      && text[end - tail.utf8.count..<end].elementsEqual(tail.utf8)
    {
      // Goethe said.
      guard !isName || tail != "he",
        let verb = tail == "the" ? verb(ofFused: token, in: range, article) : token + 1,
        verb < range.upperBound, isVerb(verb, article)
      else { continue }
      return word.end - UInt32(tail.utf8.count)
    }
    return nil
  }

  /// Returns the verb behind the words that an article which has run into the word before stands
  /// with; nil where none is.
  private func verb(ofFused token: Int, in range: Range<Int>, _ article: Article) -> Int? {
    var verb = token + 1
    while verb < range.upperBound, verb - token <= Self.longestFusedSpeaker,
      !isVerb(verb, article)
    {
      let word = article.tokens[verb]
      let isTitleStop = word.isMark(".") && article.tokens[verb - 1].flags.contains(.capitalized)
      guard word.kind == .word || isTitleStop || word.isMark(",") else { return nil }
      verb += 1
    }
    return verb > token + 1 ? verb : nil
  }

  /// Tells whether a run of tokens to the end of a sentence says nothing but when, where or to whom
  /// somebody spoke: `on Monday.`, `in a statement.`, or no word at all.
  func isCircumstance(_ range: Range<Int>, of article: Article) -> Bool {
    let words = range.filter { article.tokens[$0].isWordLike }
    guard let first = words.first else { return true }
    let isClause = range.dropLast().contains { article.tokens[$0].kind != .word }
    return first == range.lowerBound && !isClause && words.count <= Self.longestCircumstance
      && article.token(first, isInOneOf: circumstances)
  }

  /// Tells whether a token is a reporting verb.
  public func isVerb(_ token: Int, _ article: Article) -> Bool {
    article.token(token, isInOneOf: verbs)
  }

  /// Returns the speaker that starts at a token: a pronoun, a name, or a determiner with its noun
  /// phrase, which ends before a verb or at the first mark.
  private func speaker(at token: Int, in range: Range<Int>, of article: Article) -> Range<Int>? {
    guard token < range.upperBound, article.tokens[token].kind == .word else { return nil }
    if article.token(token, isIn: pronouns) { return token..<token + 1 }
    let isPhrase = article.token(token, isIn: determiners)
    guard isPhrase || article.tokens[token].flags.contains(.capitalized) else { return nil }
    var end = token + 1
    while end < range.upperBound, end - token < Self.longestSpeaker {
      let word = article.tokens[end]
      guard word.kind == .word, !isVerb(end, article), !Self.adverbs.contains(word.hash) else {
        break
      }
      guard isPhrase || word.flags.contains(.capitalized) || Self.particles.contains(word.hash)
      else {
        break
      }
      end += 1
    }
    return isPhrase && end == token + 1 ? nil : token..<end
  }
}
