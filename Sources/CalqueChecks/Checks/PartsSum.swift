internal import CalqueEngine
internal import CalqueText

/// Parts that do not add up to the total before them: `12 people, 5 men and 6 women`.
///
/// Only where all parts are given and nothing else can be meant: women and men of so many people,
/// or, behind a colon or in brackets, parts with one preposition up to the end.
struct PartsSum: Check {
  /// Words between what is counted and its parts.
  private static let longestGap = 8
  /// Words of one part behind its number.
  private static let longestPart = 6
  /// Tokens from a total to the number behind the mark, at the least: what is counted, and the
  /// mark.
  private static let leastDistance = 3

  private static let and = WordHash.of("and")

  private let counts: CountReader
  private let people: WordLists
  private let men: WordList
  private let women: WordList
  private let others: WordList
  private let prepositions: WordList
  private let furtherParts: WordList

  init(_ setup: CheckSetup) {
    let lexicon = setup.lexicon
    counts = CountReader(lexicon)
    people = lexicon.lists(["counted-people"])
    men = lexicon.list("part-men")
    women = lexicon.list("part-women")
    others = lexicon.list("part-children")
    prepositions = lexicon.list("preposition")
    furtherParts = lexicon.list("further-part")
  }

  /// Parts as they were read.
  private struct Parts {
    /// Their numbers, added up.
    var sum = 0
    /// Index of the token after the last one.
    var end = 0
    /// Index of the mark before the first one.
    let opening: Int

    /// Adds a part that ends before a token; tells whether the sum can be written, as any can that
    /// is meant.
    mutating func add(_ count: Int, end: Int) -> Bool {
      let (sum, isTooLarge) = self.sum.addingReportingOverflow(count)
      (self.sum, self.end) = (sum, end)
      return !isTooLarge
    }
  }

  func faults(in article: Article) -> [Fault] {
    var faults: [Fault] = []
    var last = -1
    for index in totals(in: article).sorted() where index > last {
      last = index
      if let fault = fault(at: index, article) { faults.append(fault) }
    }
    return faults
  }

  /// Returns the numbers behind which parts may stand, some more than once: people are counted
  /// before a mark, or what is counted has a mark before another number behind it.
  private func totals(in article: Article) -> [Int] {
    let tokens = article.tokens
    var totals = article.tokens(in: people).compactMap { noun -> Int? in
      let number = article.tokenBefore(noun)
      guard let number, counts.isCandidate(tokens[number]), let next = article.tokenAfter(noun)
      else { return nil }
      return tokens[next].isMark(",") || article.tokens[next].opensParts ? number : nil
    }
    for number in counts.candidatesBehindOpenings(in: article) {
      let last = max(0, number - Self.leastDistance + 1)
      let reach = max(0, last - Self.longestGap - 1)..<last
      totals += reach.filter { counts.isCandidate(tokens[$0]) }
    }
    return totals
  }

  private func fault(at index: Int, _ article: Article) -> Fault? {
    guard let noun = article.tokenAfter(index), article.tokens[noun].kind == .word,
      !article.tokens[noun].flags.contains(.capitalized),
      let parts = parts(behind: noun, article), let total = counts.value(index, article),
      parts.sum != total, counts.isExact(index, article)
    else { return nil }
    return Fault(
      article.document.range(of: index..<parts.end),
      values: [
        "whole": article.string(index..<parts.opening), "sum": "\(parts.sum)",
        "total": "\(total)",
      ])
  }

  private func parts(behind noun: Int, _ article: Article) -> Parts? {
    guard let next = article.tokenAfter(noun) else { return nil }
    if article.token(noun, isInOneOf: people),
      article.tokens[next].isMark(",") || article.tokens[next].opensParts,
      let parts = groups(from: next + 1, closing: article.tokens[next].isMark("("), article)
    {
      return parts
    }
    guard let opening = opening(behind: noun, article),
      let parts = shares(
        from: opening + 1, closing: article.tokens[opening].isMark("("), article)
    else { return nil }
    return isFirstNumber(noun - 1, article) ? parts : nil
  }

  // MARK: Men and women

  /// Reads `5 men and 6 women`, with children if there are any.
  private func groups(from first: Int, closing: Bool, _ article: Article) -> Parts? {
    let tokens = article.tokens
    var parts = Parts(opening: first - 1)
    var (hasMen, hasWomen, isLast) = (false, false, false)
    var index = first
    while index + 1 < tokens.count, let count = counts.value(index, article) {
      let noun = index + 1
      if article.token(noun, isIn: men) {
        hasMen = true
      } else if article.token(noun, isIn: women) {
        hasWomen = true
      } else if !article.token(noun, isIn: others) {
        return nil
      }
      guard parts.add(count, end: noun + 1) else { return nil }
      guard !isLast, let joint = joint(noun + 1, article) else { break }
      (index, isLast) = (joint.next, joint.isLast)
    }
    guard isLast, hasMen, hasWomen, !crossesBlock(first, parts.end, article),
      isEnd(parts.end, closing: closing, article)
    else { return nil }
    if closing { parts.end += 1 }
    return parts
  }

  /// Reads `,`, `and` or both before a further number.
  private func joint(_ index: Int, _ article: Article) -> (next: Int, isLast: Bool)? {
    var next = index
    if next < article.tokens.count, article.tokens[next].isMark(",") { next += 1 }
    var isLast = false
    if next < article.tokens.count, article.tokens[next].hash == Self.and {
      (next, isLast) = (next + 1, true)
    }
    guard next > index, next < article.tokens.count, counts.value(next, article) != nil else {
      return nil
    }
    return (next, isLast)
  }

  /// Tells whether nothing more is counted behind the last part.
  private func isEnd(_ index: Int, closing: Bool, _ article: Article) -> Bool {
    guard let last = article.tokenAfter(index - 1) else { return true }
    let token = article.tokens[last]
    if closing { return token.isMark(")") }
    if token.isMark(".") || token.isMark(";") { return true }
    guard token.isMark(","), let after = article.tokenAfter(last) else { return false }
    return article.tokens[after].kind == .word && !counts.isNumber(after, article)
      && !article.token(after, isIn: furtherParts)
  }

  // MARK: Shares

  /// Tells whether a number is the first of its sentence.
  private func isFirstNumber(_ index: Int, _ article: Article) -> Bool {
    let sentence = article.document.sentences[article.document.sentence(ofToken: index)]
    return !(sentence.tokens.lowerBound..<index).contains { counts.isNumber($0, article) }
  }

  /// Returns the colon or bracket behind a noun and the words that belong to it.
  private func opening(behind noun: Int, _ article: Article) -> Int? {
    var index = noun
    for _ in 0...Self.longestGap {
      guard let next = article.tokenAfter(index) else { return nil }
      guard article.tokens[next].kind == .word else {
        return article.tokens[next].opensParts ? next : nil
      }
      guard !counts.isNumber(next, article) else { return nil }
      index = next
    }
    return nil
  }

  /// Reads `4 from Oslo, 3 from Bergen and 2 from Molde`, up to a stop or a bracket.
  private func shares(from first: Int, closing: Bool, _ article: Article) -> Parts? {
    let tokens = article.tokens
    var parts = Parts(opening: first - 1)
    var (index, isLast) = (first, false)
    while index + 1 < tokens.count, article.token(index + 1, isIn: prepositions),
      tokens[index + 1].hash == tokens[first + 1].hash, let count = counts.value(index, article)
    {
      var end = index + 2
      while end < tokens.count, end - index <= Self.longestPart, tokens[end].kind == .word,
        tokens[end].hash != Self.and, !counts.isNumber(end, article)
      {
        end += 1
      }
      guard parts.add(count, end: end) else { return nil }
      if isLast { break }
      guard let joint = joint(end, article) else { return nil }
      (index, isLast) = (joint.next, joint.isLast)
    }
    guard isLast, index + 1 < parts.end, !crossesBlock(first, parts.end, article),
      parts.end < tokens.count, tokens[parts.end].isMark(closing ? ")" : ".")
    else { return nil }
    if closing { parts.end += 1 }
    return parts
  }

  private func crossesBlock(_ first: Int, _ end: Int, _ article: Article) -> Bool {
    article.document.block(ofToken: first) != article.document.block(ofToken: end - 1)
  }
}
