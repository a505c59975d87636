internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A phrase that stands twice or more in a row: `for two years for two years`.
struct RepeatedPhrase: Check {
  static let options = [CheckOption("least", .count), CheckOption("most", .count)]

  /// Tokens before the verb of a subject clause among which it opens, and before what is called by
  /// its name.
  private static let subjectReach = 16
  /// How often nobody says a thing, not even in a quotation: a word, two words, three or more.
  private static let loops = [10, 6, 4]
  private static let conjunctions = WordSet("and or")
  private static let calling = WordSet("call called calling calls")
  private static let toHave = [WordHash.of("to"), WordHash.of("have")]

  /// How often a phrase stands at least, and at most, to be reported.
  private let counts: ClosedRange<Int>
  /// Words that join a word to itself: `more and more and`, `side by side by`.
  private let joints: WordList
  private let pronouns: WordList
  private let articles: WordList
  private let beForms: WordList
  private let clauseOpeners: WordList

  init(_ setup: CheckSetup) {
    let least = max(2, setup.number("least", default: 2))
    counts = least...max(least, setup.number("most", default: .max))
    joints = setup.lexicon.list("joint")
    pronouns = setup.lexicon.list("pronoun")
    articles = setup.lexicon.list("article")
    beForms = setup.lexicon.list("be-form")
    clauseOpeners = setup.lexicon.list("clause-opener")
  }

  func faults(in article: Article) -> [Fault] {
    article.repetitions.compactMap { run in
      counts.contains(run.count) && isFault(run, article)
        ? describe(run.first, run.again, run.count, article) : nil
    } + loopsOfWords(in: article)
  }

  /// Returns the loops of one word: `bye bye bye …`.
  private func loopsOfWords(in article: Article) -> [Fault] {
    let doubles = article.wordIndex.doubles.filter {
      !article.tokens[$0].flags.contains(.blockStart)
    }
    var faults: [Fault] = []
    var next = 0
    while next < doubles.count {
      let first = next
      while next < doubles.count, doubles[next] == doubles[first] + next - first { next += 1 }
      let count = next - first + 1
      guard count >= Self.loops[0], counts.contains(count),
        article.tokens[doubles[first]].kind == .word
      else { continue }
      let again = doubles[first]..<doubles[next - 1] + 1
      faults.append(describe(again.lowerBound - 1..<again.lowerBound, again, count, article))
    }
    return faults
  }

  /// Tells whether a token is quoted, or may be, since a mark of its paragraph has no other end.
  private func isMaybeQuoted(_ token: Int, _ article: Article) -> Bool {
    let document = article.document
    return article.tokens[token].flags.contains(.insideQuotation)
      || document.hasLoneMark(in: document.blocks[document.block(ofToken: token)])
  }

  private func isFault(_ run: Repetition, _ article: Article) -> Bool {
    let tokens = article.tokens
    let words = run.first.filter { tokens[$0].kind == .word }
    // Sentences are another rule's; figures repeat in results and tables.
    guard let first = words.first,
      words.contains(where: { tokens[$0].end - tokens[$0].start > 1 }),
      !run.first.contains(where: { endsSentence(tokens[$0]) }),
      !tokens[run.again.lowerBound].flags.contains(.sentenceStart)
    else { return false }
    if run.count >= Self.loops[min(words.count, 3) - 1] { return true }
    let hasComma = run.first.contains { tokens[$0].isMark(",") }
    if hasComma || run.first.upperBound < run.again.lowerBound {
      // Speakers say a thing again behind a comma, and places have the names of their counties.
      guard !isMaybeQuoted(first, article) else { return false }
      let isName = tokens[first].flags.contains(.capitalized)
      return words.count > 2 || run.count > 3 && isName
    }
    guard !endsClause(run, article), !startsWithCapital(run, article) else { return false }
    guard run.first.count == 2 else { return words.count > 1 }
    let last = run.first.upperBound - 1
    return tokens[last].isWordLike && !article.token(last, isIn: joints)
      && !Self.conjunctions.contains(tokens[first].hash)
      // `They are going to have to have it.`
      && words.map { tokens[$0].hash } != Self.toHave
      && !isCalledByName(run, article)
  }

  /// Tells whether the second time has a capital that the first has not: another sentence starts
  /// there.
  private func startsWithCapital(_ run: Repetition, _ article: Article) -> Bool {
    article.tokens[run.again.lowerBound].flags.contains(.capitalized)
      && !article.tokens[run.first.lowerBound].flags.contains(.capitalized)
  }

  /// Tells whether a clause ends with the phrase and another starts with it.
  ///
  /// `What he did he did for money.` `Anyone who says so is unfit is unfit.`
  private func endsClause(_ run: Repetition, _ article: Article) -> Bool {
    let first = run.first.lowerBound
    guard run.count == 2 else { return false }
    if run.first.count > 3, article.token(first, isIn: beForms) {
      return (max(0, first - Self.subjectReach)..<first).contains {
        article.token($0, isIn: clauseOpeners)
      }
    }
    // “Who” is a pronoun and opens a clause of its own.
    guard article.token(first, isIn: pronouns), !article.token(first, isIn: clauseOpeners),
      let before = article.tokenBefore(first)
    else { return false }
    return article.token(before, isIn: clauseOpeners)
  }

  /// Tells whether somebody calls a thing what it is: `call a spade a spade, and a loan a loan`.
  private func isCalledByName(_ run: Repetition, _ article: Article) -> Bool {
    let first = run.first.lowerBound
    return article.token(first, isIn: articles)
      && (max(0, first - Self.subjectReach)..<first).contains {
        Self.calling.contains(article.tokens[$0].hash)
      }
  }

  private func endsSentence(_ token: Token) -> Bool {
    token.isMark(".") || token.isMark("!") || token.isMark("?") || token.isMark("…")
  }

  /// Returns what is said again, without a comma at its ends and without quotation marks, which
  /// would end those of a message.
  private func phrase(_ run: Range<Int>, _ article: Article) -> String {
    let isComma = { (index: Int) in article.tokens[index].isMark(",") }
    let first = run.first { !isComma($0) } ?? run.lowerBound
    let last = run.last { !isComma($0) } ?? first
    let tokens = first..<last + 1
    guard tokens.contains(where: { article.tokens[$0].kind == .quote }) else {
      return article.string(tokens)
    }
    return tokens.filter { article.tokens[$0].isWordLike }
      .map { article.string(article.tokens[$0].range) }.joined(separator: " ")
  }

  private func describe(
    _ tokens: Range<Int>, _ others: Range<Int>, _ count: Int, _ article: Article
  ) -> Fault {
    let first = article.document.range(of: tokens)
    let again = article.document.range(of: others)
    return Fault(
      again, values: ["phrase": phrase(tokens, article), "count": "\(count)"],
      related: [.init(range: first, note: "it stands here first")],
      fixes: [
        Fix(
          summary: "keep it once",
          edits: [Edit(range: TextRange(first.end, again.end), replacement: "")],
          safety: .review)
      ])
  }
}
