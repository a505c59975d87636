internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A word that stands twice in a row.
struct DoubledWord: Check {
  /// Words that English may say twice: `had had`, `very very`.
  private let allowed: WordList
  /// Words that may end one part of a sentence and start the next.
  private let particle: OwnedParticle
  /// Words that speakers say twice.
  private let emphatic: WordList
  private let clauseEnd: ClauseEnd
  private let dictionary: WordTable

  init(_ setup: CheckSetup) {
    dictionary = setup.lexicon.words
    allowed = setup.lexicon.list("repeatable")
    let bareClause = BareClause(setup.lexicon)
    particle = OwnedParticle(setup.lexicon, bareClause)
    emphatic = setup.lexicon.list("said-in-haste")
    clauseEnd = ClauseEnd(setup.lexicon, bareClause)
  }

  func faults(in article: Article) -> [Fault] {
    article.wordIndex.doubles.compactMap { index in
      guard isFault(index, article), let before = article.tokenBefore(index) else { return nil }
      let (first, second) = (article.tokens[before], article.tokens[index])
      return Fault(
        TextRange(first.start, second.end), values: ["word": article.string(second.range)],
        fixes: [
          Fix(
            summary: "remove one",
            edits: [Edit(range: TextRange(first.end, second.end), replacement: "")],
            safety: .safe)
        ])
    }
  }

  private func isFault(_ index: Int, _ article: Article) -> Bool {
    let word = article.tokens[index]
    // A capital makes a name of it: Yang Yang, Pago Pago.
    guard word.kind == .word, !word.flags.contains(.capitalized), !word.flags.contains(.hasDigit),
      article.document.block(ofToken: index) == article.document.block(ofToken: index - 1),
      word.end - word.start > 1 || word.hash == Self.article
    else { return false }
    guard !article.token(index, isIn: allowed), !isSpecies(index, article) else { return false }
    // Three and more are a loop or a way of speaking.
    let neighbours = [index - 2, index + 1].filter(article.tokens.indices.contains)
    guard !neighbours.contains(where: { article.tokens[$0].hash == word.hash }) else {
      return false
    }
    if Self.copulas.contains(word.hash) { return !clauseEnd.mayBe(index - 1, article) }
    guard !isSpeech(index, article), !clauseEnd.mayBeVerb(index - 1, article) else { return false }
    return !particle.mayBeOwned(index - 1, article)
  }

  /// Tells whether a genus and its species have one name: `Pica pica`.
  private func isSpecies(_ index: Int, _ article: Article) -> Bool {
    let genus = article.tokens[index - 1]
    guard genus.flags.contains(.capitalized), article.word(index) == 0 else { return false }
    let rank = dictionary.rank(of: genus.hash)
    return rank == nil || rank == .name
  }

  /// Tells whether speakers say a word twice in a quotation, out of haste or for emphasis: `just
  /// just`, `a lovely lovely goal`.
  private func isSpeech(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].flags.contains(.insideQuotation)
      && article.token(index, isIn: emphatic)
  }

  private static let article = WordHash.of("a")
  private static let copulas = [WordHash.of("is"), WordHash.of("was")]
}

/// Judges whether the first of two verbs ends a clause: `what this is is an attempt`, `those who
/// stayed stayed long`.
private struct ClauseEnd {
  /// How many words before a verb the clause that it ends may open.
  private static let longestClause = 2

  private let openings: WordList
  private let relatives: WordLists
  private let verbs: WordLists
  private let bareClause: BareClause

  init(_ lexicon: Lexicon, _ bareClause: BareClause) {
    openings = lexicon.list("clause-before-is")
    relatives = lexicon.lists(["question-word", "clause-before-is"])
    verbs = lexicon.lists(["past-verb", "plain-verb", "be-form", "have-form"])
    self.bareClause = bareClause
  }

  /// Tells whether a form of “be” may end a clause that another one goes on with.
  func mayBe(_ index: Int, _ article: Article) -> Bool {
    let sentence = article.document.sentences[article.document.sentence(ofToken: index)].tokens
    return (sentence.lowerBound..<index).contains { article.token($0, isIn: openings) }
      || bareClause.ends(with: index, in: sentence, article)
  }

  /// Tells whether a verb may end a clause about the subject of the next one.
  func mayBeVerb(_ index: Int, _ article: Article) -> Bool {
    guard article.token(index, isInOneOf: verbs) || article.token(index, endsWith: "ed")
    else { return false }
    let sentence = article.document.sentences[article.document.sentence(ofToken: index)].tokens
    let clause = max(sentence.lowerBound, index - Self.longestClause)..<index
    // Behind a comma, `, who stayed stayed long`, the clause is no subject.
    return clause.contains {
      article.token($0, isInOneOf: relatives)
        && ($0 == sentence.lowerBound || article.tokens[$0 - 1].kind == .word)
    }
      || bareClause.ends(with: index, in: sentence, article)
  }
}

/// Recognises clauses that stand behind their noun without a word that opens them: `the man he
/// was`, `the team she plays for`.
private struct BareClause {
  private let pronouns: WordList
  /// Words behind which a pronoun opens another clause; `as` and `than` open one of this kind.
  private let joints: WordLists
  private static let comparisons = WordSet("as than")

  init(_ lexicon: Lexicon) {
    pronouns = lexicon.list("pronoun-before-is")
    joints = lexicon.lists(["reporting-verb", "conjunction", "preposition"])
  }

  /// Tells whether the verb at an index stands behind a pronoun, and that behind what may be a
  /// noun.
  func ends(with verb: Int, in sentence: Range<Int>, _ article: Article) -> Bool {
    guard verb - 2 >= sentence.lowerBound, article.token(verb - 1, isIn: pronouns) else {
      return false
    }
    let noun = article.tokens[verb - 2]
    return noun.kind == .word
      && (Self.comparisons.contains(noun.hash) || !article.token(verb - 2, isInOneOf: joints))
  }
}

/// Judges whether the first of two particles belongs to the verb before it: `came in in May`.
private struct OwnedParticle {
  private let particles: WordList
  private let stranded: WordList
  private let clauseOpenings: WordLists
  private let timeOpenings: WordLists
  private let verbs: WordLists
  private let beForms: WordList
  private let verbsWithTo: WordList
  private let bareClause: BareClause
  /// Particles with the verbs that they belong to.
  private let owners: [(particle: UInt64, verbs: WordList)]
  private static let to = WordHash.of("to")

  init(_ lexicon: Lexicon, _ bareClause: BareClause) {
    particles = lexicon.list("particle")
    stranded = lexicon.list("stranded-particle")
    clauseOpenings = lexicon.lists(["clause-before-is", "question-word"])
    timeOpenings = lexicon.lists(["time-opening", "month", "weekday", "number-words"])
    verbs = lexicon.lists(["past-verb", "past-participle", "plain-verb", "be-form", "have-form"])
    beForms = lexicon.list("be-form")
    verbsWithTo = lexicon.list("verb-with-to")
    self.bareClause = bareClause
    owners = ["in", "on", "by"].map { (WordHash.of($0), lexicon.list("verb-with-" + $0)) }
  }

  /// Tells whether the first of two particles, at `first`, may belong to what stands before it.
  func mayBeOwned(_ first: Int, _ article: Article) -> Bool {
    guard article.token(first, isIn: particles), let before = article.tokenBefore(first),
      article.tokens[before].kind == .word
    else { return false }
    if let next = article.tokenAfter(first + 1), opensTime(next, article) { return true }
    // Of `grew up in in Lugo` nobody can tell whether the verb has both.
    if article.token(before, isIn: particles) { return true }
    // Infinitives follow any clause: only a verb that “to” belongs to has one of its own.
    if article.tokens[first].hash == Self.to, !article.token(before, isIn: verbsWithTo) {
      return false
    }
    if article.token(first, isIn: stranded) {
      return mayLackNoun(before, article) || isPassive(before, article)
    }
    if let owner = owners.first(where: { $0.particle == article.tokens[first].hash }) {
      return article.token(before, isIn: owner.verbs) || article.token(before, isIn: beForms)
        || mayLackNoun(before, article)
    }
    return article.token(before, isInOneOf: verbs) || isInflected(before, article)
  }

  /// Tells whether the noun of a particle behind a verb may stand before it: `the boat that they
  /// asked for`, `something to work with`.
  private func mayLackNoun(_ verb: Int, _ article: Article) -> Bool {
    let isBehindTo = article.tokenBefore(verb).map { article.tokens[$0].hash == Self.to } ?? false
    let sentence = article.document.sentences[article.document.sentence(ofToken: verb)].tokens
    if isBehindTo || bareClause.ends(with: verb, in: sentence, article) { return true }
    return (article.token(verb, isInOneOf: verbs) || isInflected(verb, article))
      && (sentence.lowerBound..<verb).contains { article.token($0, isInOneOf: clauseOpenings) }
  }

  /// Tells whether a participle stands behind a form of “be”: `were looked at`.
  private func isPassive(_ verb: Int, _ article: Article) -> Bool {
    (article.token(verb, isInOneOf: verbs) || article.token(verb, endsWith: "ed"))
      && article.tokenBefore(verb).map { article.token($0, isIn: beForms) } ?? false
  }

  private func opensTime(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].kind == .number || article.token(index, isInOneOf: timeOpenings)
  }

  /// Tells whether a word ends as forms of verbs do: `logged`, `logging`, and names, which may be
  /// anything.
  private func isInflected(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].flags.contains(.capitalized) || article.token(index, endsWith: "ed")
      || article.token(index, endsWith: "ing")
  }
}

extension Article {
  /// Tells whether the letters of a token end as given, in small letters.
  fileprivate func token(_ index: Int, endsWith ending: String) -> Bool {
    let letters = document.text[tokens[index].range.indices]
    return letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
