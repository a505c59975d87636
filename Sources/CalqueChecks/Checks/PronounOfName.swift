internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A pronoun of the other gender for the speaker of the sentence before, whose first name tells it:
/// `“…,” said Olga Ruiz. He added …`.
///
/// Languages that leave the subject out, and those that write one pronoun for all, leave the engine
/// to guess. The check speaks only where the sentence before has one speaker, named beside a verb
/// of saying, and no one else who could be meant, and where the pronoun goes on with such a verb.
struct PronounOfName: Check {
  /// Tokens behind a name among which its verb stands: an adverb may come first.
  private static let reach = 2

  /// Verbs that have their speaker behind them as well as before.
  private static let saying = WordSet(
    """
    said says added adds explained explains noted notes stressed stresses recalled recalls insisted \
    insists admitted admits argued argues commented comments declared declares concluded concludes
    """)

  private let genders: [Gender]
  private let reportingVerbs: WordLists

  init(_ setup: CheckSetup) {
    genders = Gender.both(setup.lexicon)
    reportingVerbs = setup.lexicon.lists(["reporting-verb", "calqued-reporting-verb"])
  }

  func faults(in article: Article) -> [Fault] {
    Gender.faults(of: genders, in: article) { fault(at: $0, $1, $2, article) }
  }

  private func fault(
    at pronoun: Int, _ own: Gender, _ other: Gender, _ article: Article
  ) -> Fault? {
    let tokens = article.tokens
    guard tokens[pronoun].flags.contains(.sentenceStart), let verb = article.tokenAfter(pronoun),
      article.token(verb, isInOneOf: reportingVerbs), let end = article.tokenBefore(pronoun),
      article.document.blocks[article.document.block(ofToken: pronoun)].isProse
    else { return nil }
    let before = article.sentenceStart(of: end)..<pronoun
    guard let name = speaker(in: before, other, article),
      !before.contains(where: { article.token($0, isInOneOf: own.words) })
    else { return nil }
    return Fault(
      tokens[pronoun].range,
      values: [
        "pronoun": article.string(tokens[pronoun].range),
        "name": article.string(tokens[name].range),
      ],
      related: [.init(range: tokens[name].range, note: "the speaker is named here")])
  }

  /// Returns the first name of the one person of a gender who is named in a sentence, beside a verb
  /// of saying and with a surname.
  private func speaker(in sentence: Range<Int>, _ gender: Gender, _ article: Article) -> Int? {
    let tokens = article.tokens
    let names = sentence.filter { index in
      tokens[index].flags.contains(.capitalized) && article.token(index, isIn: gender.givenNames)
    }
    guard names.count == 1, let name = names.first, name + 1 < sentence.upperBound,
      tokens[name + 1].kind == .word, tokens[name + 1].flags.contains(.capitalized)
    else { return nil }
    var last = name + 1
    while last + 1 < sentence.upperBound, tokens[last + 1].kind == .word,
      tokens[last + 1].flags.contains(.capitalized)
    {
      last += 1
    }
    return isSubject(last, in: sentence, article) || followsVerb(name, in: sentence, article)
      ? name : nil
  }

  /// Tells whether a name has a verb of saying behind it, or an adverb and such a verb.
  private func isSubject(_ last: Int, in sentence: Range<Int>, _ article: Article) -> Bool {
    (last + 1...last + Self.reach).contains { index in
      sentence.contains(index) && article.token(index, isInOneOf: reportingVerbs)
    }
  }

  /// Tells whether a name stands behind a verb that has its speaker there, with a title at most:
  /// whoever was told or asked is no speaker.
  private func followsVerb(_ name: Int, in sentence: Range<Int>, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(name), sentence.contains(before) else { return false }
    if Self.saying.contains(article.tokens[before].hash) { return true }
    guard article.tokens[before].flags.contains(.capitalized),
      let verb = article.tokenBefore(before), sentence.contains(verb)
    else { return false }
    return Self.saying.contains(article.tokens[verb].hash)
  }
}
