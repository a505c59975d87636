internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Dates in two orders in one article: `17 November` and `November 17`.
struct DateOrderMix: Check {
  /// What comes first.
  private enum Order {
    case day, month
  }

  /// Days that are names in one of the two orders, month by month: `September 11`, `4 July`.
  private static let namedDays = [106, 308, 501, 509, 604, 606, 704, 707, 911, 1007]
  /// Tokens of the longest line that has a date of the page.
  private static let longestLine = 12
  private static let may = WordHash.of("may")
  private static let joints = WordSet("and or to until till through")

  private let functionWords: WordLists
  private let plainVerbs: WordList

  init(_ setup: CheckSetup) {
    functionWords = setup.lexicon.lists([
      "determiner", "possessive", "preposition", "conjunction", "pronoun", "be-form", "have-form",
      "do-form", "modal",
    ])
    plainVerbs = setup.lexicon.list("plain-verb")
  }

  /// A date with its day and month.
  private struct Written {
    let order: Order
    /// Index of the first token and of the last one.
    let first, last: Int
    let day: Int
  }

  func faults(in article: Article) -> [Fault] {
    guard article.rare.maybeDays.count > 1 else { return [] }
    let dates = article.rare.maybeDays.compactMap { date(at: $0, article) }
    guard let first = dates.first, let other = dates.first(where: { $0.order != first.order })
    else { return [] }
    let count = dates.count { $0.order == first.order }
    let isFirstUsual = count * 2 >= dates.count
    let usual = isFirstUsual ? first : other
    return dates.filter { $0.order != usual.order }.map { describe($0, as: usual, article) }
  }

  /// Reads a date with its day in figures, in running text of the article's own.
  private func date(at index: Int, _ article: Article) -> Written? {
    guard let day = Self.day(article.document.text[article.tokens[index].range.indices]),
      !article.tokens[index].flags.contains(.insideQuotation), isText(index, article)
    else { return nil }
    let before = monthBefore(index, article)
    let after = article.tokenAfter(index).flatMap { Self.month($0, article) }
    let date: (order: Order, first: Int, last: Int, month: Int)
    switch (before, after) {
    case (let before?, nil):
      date = (.month, before.token, index, before.month)
    case (nil, let after?):
      date = (.day, index, index + 1, after)
    case (nil, nil), (.some, .some):
      return nil
    }
    guard !Self.namedDays.contains((date.month + 1) * 100 + day),
      mayEnd(at: date.last, date.order, article)
    else { return nil }
    return Written(order: date.order, first: date.first, last: date.last, day: index)
  }

  /// Returns a day of the month; nil for a larger number or one with a mark.
  private static func day(_ bytes: ArraySlice<UInt8>) -> Int? {
    let figure = Figure(bytes)
    guard figure.shape == .plain, let value = figure.wholeValue, (1...31).contains(value) else {
      return nil
    }
    return value
  }

  private static func month(_ index: Int, _ article: Article) -> Int? {
    let token = article.tokens[index]
    guard token.kind == .word, token.flags.contains(.capitalized) else { return nil }
    return WordNumbers.months[token.hash]
  }

  private func monthBefore(_ index: Int, _ article: Article) -> (month: Int, token: Int)? {
    guard var place = article.tokenBefore(index) else { return nil }
    if article.tokens[place].isMark("."), !article.tokens[place].flags.contains(.spaceBefore) {
      guard let before = article.tokenBefore(place) else { return nil }
      place = before
    }
    return Self.month(place, article).map { ($0, place) }
  }

  /// Tells whether a token stands in prose, and neither in a short line nor in the head of a
  /// report.
  private func isText(_ index: Int, _ article: Article) -> Bool {
    let block = article.document.blocks[article.document.block(ofToken: index)]
    guard block.isProse, block.tokens.count > Self.longestLine else { return false }
    guard index - block.tokens.lowerBound < Self.longestLine else { return true }
    // `OSLO, July 26 (Agency) –`
    let next = article.tokens[min(index + 2, article.tokens.count - 1)]
    return ![index + 1, index + 2].contains {
      $0 < article.tokens.count && (article.tokens[$0].isMark("(") || article.tokens[$0].isDash)
    } && !next.isMark(":")
  }

  /// Tells whether what follows lets a date end: no noun that the number counts or that the date
  /// names, as in “in March 15 people” and “the March 23 Movement”.
  private func mayEnd(at last: Int, _ order: Order, _ article: Article) -> Bool {
    guard let next = article.tokenAfter(last), article.tokens[next].kind == .word,
      !article.tokens[next].flags.contains(.sentenceStart)
    else { return true }
    guard order == .month else {
      return !article.tokens[next].flags.contains(.capitalized)
        && (article.tokens[last].hash != Self.may || !article.token(next, isIn: plainVerbs))
    }
    return article.token(next, isInOneOf: functionWords)
  }

  private func describe(_ date: Written, as usual: Written, _ article: Article) -> Fault {
    let range = article.document.range(of: date.first..<date.last + 1)
    let example = article.document.range(of: usual.first..<usual.last + 1)
    return Fault(
      range,
      values: ["date": article.string(range), "usual": article.string(example)],
      related: [.init(range: example, note: "as here, “\(article.string(example))”")],
      fixes: turned(date, article).map { [.writing($0.replacement, at: $0.range)] } ?? [])
  }

  /// Returns the date in the other order; nil for a part of a range such as `4 and 5 May`.
  private func turned(_ date: Written, _ article: Article) -> Edit? {
    guard !isJoined(date, article) else { return nil }
    let day = article.string(article.tokens[date.day].range)
    switch date.order {
    case .day:
      let month = article.string(article.tokens[date.last].range)
      let range = article.document.range(of: date.first..<date.last + 1)
      let isYearNext = year(behind: date.last, article) == date.last + 1
      return Edit(range: range, replacement: "\(month) \(day)" + (isYearNext ? "," : ""))
    case .month:
      let month = article.string(date.first..<date.day)
      let last = year(behind: date.last, article).map { $0 - 1 } ?? date.last
      let range = article.document.range(of: date.first..<last + 1)
      return Edit(range: range, replacement: "\(day) \(month)")
    }
  }

  private func isJoined(_ date: Written, _ article: Article) -> Bool {
    let neighbours = [
      article.tokenBefore(date.first).flatMap { place in
        article.tokenBefore(place).map { (joint: place, number: $0) }
      },
      article.tokenAfter(date.last).flatMap { place in
        article.tokenAfter(place).map { (joint: place, number: $0) }
      },
    ]
    return neighbours.contains { neighbour in
      guard let (joint, number) = neighbour, article.tokens[number].kind == .number else {
        return false
      }
      let token = article.tokens[joint]
      return token.isDash || Self.joints.contains(token.hash)
    }
  }

  /// Returns the token of the year behind a date, with or without a comma before it.
  private func year(behind last: Int, _ article: Article) -> Int? {
    guard var place = article.tokenAfter(last) else { return nil }
    if article.tokens[place].isMark(",") {
      guard let next = article.tokenAfter(place) else { return nil }
      place = next
    }
    let token = article.tokens[place]
    return token.kind == .number && token.end - token.start == 4 ? place : nil
  }
}
