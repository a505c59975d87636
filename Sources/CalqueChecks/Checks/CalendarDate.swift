internal import CalqueEngine
internal import CalqueRules
internal import CalqueText

/// A date that no calendar has, or that was another day of the week.
struct CalendarDate: Check {
  static let options = [CheckOption("kind", .oneOf(Kind.allCases.map(\.rawValue)))]

  /// What the rule looks for.
  private enum Kind: String, CaseIterable {
    case impossible, weekday
  }

  private static let weekdays = WordNumbers([
    ["monday"], ["tuesday"], ["wednesday"], ["thursday"], ["friday"], ["saturday"], ["sunday"],
  ])
  private static let monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  private static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private let kind: Kind

  init(_ setup: CheckSetup) {
    kind = setup.options["kind"]?.first.flatMap(Kind.init) ?? .impossible
  }

  /// A date with the tokens that it takes.
  private struct Written {
    let month: Int
    let day: Int
    var year: Int?
    var tokens: Range<Int>
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.maybeDays.compactMap { fault(at: $0, article) }
  }

  private func fault(at day: Int, _ article: Article) -> Fault? {
    guard let date = date(at: day, article) else { return nil }
    return switch kind {
    case .impossible: impossible(date, article)
    case .weekday: wrongWeekday(date, article)
    }
  }

  /// Reads the date whose day is a number: `May 5`, `May 5, 2020`, `5 May 2020`.
  ///
  /// A day between two months is one of the first.
  private func date(at index: Int, _ article: Article) -> Written? {
    if let (month, place) = monthBefore(index, article) {
      guard let day = value(index, article), day > 0 else { return nil }
      var date = Written(month: month, day: day, tokens: place..<index + 1)
      if let next = article.tokenAfter(index), article.tokens[next].isMark(",") {
        readYear(after: next, &date, article)
      } else {
        readYear(after: index, &date, article)
      }
      return date
    }
    guard let place = article.tokenAfter(index), let month = Self.month(article.tokens[place]),
      let day = value(index, article), day > 0
    else { return nil }
    var date = Written(month: month, day: day, tokens: index..<place + 1)
    readYear(after: place, &date, article)
    return date
  }

  /// Returns the month that stands before a number, and its token: `May 5`, `Jan. 5`.
  private func monthBefore(_ index: Int, _ article: Article) -> (month: Int, token: Int)? {
    guard var place = article.tokenBefore(index) else { return nil }
    if article.tokens[place].isMark(".") {
      guard let before = article.tokenBefore(place) else { return nil }
      place = before
    }
    return Self.month(article.tokens[place]).map { ($0, place) }
  }

  private static func month(_ token: Token) -> Int? {
    token.kind == .word ? WordNumbers.months[token.hash] : nil
  }

  private func value(_ number: Int, _ article: Article) -> Int? {
    let figure = Figure(article.document.text[article.tokens[number].range.indices])
    return figure.shape == .plain ? figure.wholeValue : nil
  }

  private func readYear(after last: Int, _ date: inout Written, _ article: Article) {
    guard let place = article.tokenAfter(last), article.tokens[place].kind == .number,
      article.tokens[place].end - article.tokens[place].start == 4,
      let year = value(place, article), (1600...2200).contains(year)
    else { return }
    date.year = year
    date.tokens = date.tokens.lowerBound..<place + 1
  }

  private func impossible(_ date: Written, _ article: Article) -> Fault? {
    let isLeap = date.year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let length = date.month == 1 && !isLeap ? 28 : Self.monthLengths[date.month]
    // Without a year a number behind “in June” may count what follows.
    guard date.day > length, date.year != nil || date.day <= 31 && !countsNext(date, article) else {
      return nil
    }
    let range = article.document.range(of: date.tokens)
    return Fault(range, values: ["date": article.string(range), "length": "\(length)"])
  }

  private func countsNext(_ date: Written, _ article: Article) -> Bool {
    guard WordNumbers.months[article.tokens[date.tokens.lowerBound].hash] != nil,
      let next = article.tokenAfter(date.tokens.upperBound - 1)
    else { return false }
    return article.tokens[next].kind == .word
  }

  private func wrongWeekday(_ date: Written, _ article: Article) -> Fault? {
    guard let year = date.year, date.day <= Self.monthLengths[date.month],
      var place = article.tokenBefore(date.tokens.lowerBound)
    else { return nil }
    if article.tokens[place].isMark(",") {
      guard let before = article.tokenBefore(place) else { return nil }
      place = before
    }
    guard let written = Self.weekdays[article.tokens[place].hash] else { return nil }
    let right = Self.weekday(year: year, month: date.month + 1, day: date.day)
    guard right != written else { return nil }
    let range = article.document.range(of: place..<date.tokens.upperBound)
    return Fault(
      range, values: ["date": article.string(range), "weekday": Self.weekdayNames[right]])
  }

  /// Returns the day of the week, Monday as 0, by Sakamoto's rule for the Gregorian calendar.
  private static func weekday(year: Int, month: Int, day: Int) -> Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    let fromSunday = (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
    return (fromSunday + 6) % 7
  }
}
