internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A sentence, or several, that stand in the text a second time.
struct RepeatedSentence: Check {
  static let options = [CheckOption("least-words", .count)]

  /// Tokens that a quoted sentence has more than, to be repeated by mistake.
  private static let leastQuoted = 8
  /// Tokens of the longest sentence that is said of several people in the same words.
  private static let longestFormula = 14

  /// Words that a sentence has at least; short ones are repeated on purpose.
  private let leastTokens: Int
  private let grammar: WordLists
  private let pronouns: WordList

  init(_ setup: CheckSetup) {
    grammar = setup.lexicon.lists(["determiner", "pronoun", "be-form", "have-form", "modal"])
    pronouns = setup.lexicon.list("pronoun")
    leastTokens = setup.number("least-words", default: 6)
  }

  func faults(in article: Article) -> [Fault] {
    let sentences = article.document.sentences
    let candidates = article.rareSentences.maybeRepeated
    guard candidates.count > 1 else { return [] }
    var seen = FirstPlaces(capacity: candidates.count)
    var runs: [(first: Range<Int>, again: Range<Int>)] = []
    for index in candidates where counts(sentences[index], article) {
      let isQuoted = isQuoted(sentences[index], article)
      if isQuoted, !repeatsNeighbour(index, article) { continue }
      let key = key(of: sentences[index].tokens, article)
      guard let first = isQuoted ? index - 1 : seen.note(index, for: key),
        areSame(sentences[first].tokens, sentences[index].tokens, article),
        // Each post of a network is signed in the same way.
        !sentences[index].tokens.contains(where: { article.tokens[$0].flags.contains(.link) })
      else { continue }
      if let last = runs.last, last.again.upperBound == index, last.first.upperBound == first {
        runs[runs.count - 1] = (
          last.first.lowerBound..<first + 1, last.again.lowerBound..<index + 1
        )
      } else if tellsSomething(sentences[index].tokens, article),
        !mayBeOfAnother(index, first, article)
      {
        runs.append((first..<first + 1, index..<index + 1))
      }
    }
    guard !runs.isEmpty else { return [] }
    let broken = BrokenQuotations(of: article)
    let separators = separators(in: article)
    return runs.filter { run in
      // An article may quote a sentence twice, and lose the marks of one.
      let all = Array(run.first) + Array(run.again)
      return !areUpdates(run.first, run.again, separators, article)
        && !all.contains {
          broken.contains(article.document.range(of: sentences[$0].tokens).start)
        }
    }.map { describe($0.first, $0.again, article) }
  }

  private func counts(_ sentence: Sentence, _ article: Article) -> Bool {
    sentence.tokens.count > leastTokens && article.document.blocks[sentence.block].isProse
  }

  private func isQuoted(_ sentence: Sentence, _ article: Article) -> Bool {
    article.tokens[sentence.tokens.lowerBound].flags.contains(.insideQuotation)
  }

  /// Tells whether a short sentence may be said of two people or things, `He has denied all charges
  /// against him`: it starts with a pronoun, and others stand between.
  private func mayBeOfAnother(_ index: Int, _ first: Int, _ article: Article) -> Bool {
    let tokens = article.document.sentences[index].tokens
    return index > first + 1 && tokens.count <= Self.longestFormula
      && article.token(tokens.lowerBound, isIn: pronouns)
  }

  /// Tells whether a quoted sentence of some length says what the one before it says: an article
  /// may quote a sentence twice, and speakers repeat short ones.
  private func repeatsNeighbour(_ index: Int, _ article: Article) -> Bool {
    let sentences = article.document.sentences
    return index > 0 && sentences[index].tokens.count > Self.leastQuoted
      && sentences[index - 1].block == sentences[index].block
      && areSame(sentences[index - 1].tokens, sentences[index].tokens, article)
  }

  /// Tells whether a sentence has a word of grammar that lists and labels, which are repeated on
  /// purpose, have not: `1 cup of milk, 2 eggs`.
  private func tellsSomething(_ sentence: Range<Int>, _ article: Article) -> Bool {
    sentence.contains { article.token($0, isInOneOf: grammar) }
  }

  /// Returns the blocks that are lines without a word, in order: they set apart the updates of a
  /// story, each of which tells the background anew.
  private func separators(in article: Article) -> [Int] {
    article.rareBlocks.startingWithMark.filter { index in
      !article.document.blocks[index].tokens.contains { article.tokens[$0].isWordLike }
    }
  }

  /// Tells whether a separator stands between two places.
  private func areUpdates(
    _ first: Range<Int>, _ again: Range<Int>, _ separators: [Int], _ article: Article
  ) -> Bool {
    let start = article.document.sentences[first.upperBound - 1].block
    let next = separators.partitioningIndex { $0 > start }
    return next < separators.count
      && separators[next] < article.document.sentences[again.lowerBound].block
  }

  /// Returns a number that is the same for the same sentences.
  private func key(of tokens: Range<Int>, _ article: Article) -> UInt64 {
    tokens.reduce(0) { ($0 &* 0x0000_0100_0000_01B3) ^ article.tokens[$1].hash }
  }

  private func areSame(_ one: Range<Int>, _ other: Range<Int>, _ article: Article) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { article.tokens[$0].hash == article.tokens[$1].hash }
  }

  private func describe(_ first: Range<Int>, _ again: Range<Int>, _ article: Article) -> Fault {
    let document = article.document
    let start = document.range(of: document.sentences[again.lowerBound].tokens).start
    let end = document.range(of: document.sentences[again.upperBound - 1].tokens).end
    let range = TextRange(start, end)
    let original = document.range(of: document.sentences[first.lowerBound].tokens)
    return Fault(
      range,
      values: ["count": again.count == 1 ? "this sentence" : "these \(again.count) sentences"],
      related: [.init(range: original, note: "the first time is here")],
      fixes: [
        Fix(
          summary: "remove the repetition",
          edits: [Edit(range: cut(range, article), replacement: "")], safety: .review)
      ])
  }

  /// Returns the range with the white space in front of it.
  private func cut(_ range: TextRange, _ article: Article) -> TextRange {
    var start = range.start
    while start > 0, article.document.text[Int(start) - 1] <= 0x20 { start -= 1 }
    return TextRange(start, range.end)
  }
}
