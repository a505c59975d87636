internal import CalqueEngine
internal import CalqueText

/// A date that no calendar has, or that was another day of the week.
struct CalendarDate: Check {
  /// What the rule looks for.
  private enum Kind: String {
    case impossible, weekday
  }

  private static let months: [UInt64: Int] = table([
    ["january", "jan"], ["february", "feb"], ["march"], ["april", "apr"], ["may"], ["june"],
    ["july"], ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"],
    ["november", "nov"], ["december", "dec"],
  ])
  private static let weekdays: [UInt64: Int] = table([
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

  private static func table(_ names: [[String]]) -> [UInt64: Int] {
    let pairs = names.enumerated().flatMap { index, names in
      names.map { (WordHash.of($0), index) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// A date with the tokens that it takes.
  private struct Written {
    let month: Int
    let day: Int
    var year: Int?
    var tokens: Range<Int>
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.numbers.compactMap { index in
      guard let date = date(at: index, article) else { return nil }
      return switch kind {
      case .impossible: impossible(date, article)
      case .weekday: wrongWeekday(date, article)
      }
    }
  }

  /// Reads the date whose day is a number: `May 5`, `May 5, 2020`, `5 May 2020`.
  private func date(at index: Int, _ article: Article) -> Written? {
    let token = article.tokens[index]
    guard token.end - token.start <= 2, let day = Int(article.string(token.range)), day > 0 else {
      return nil
    }
    let block = article.document.blocks[article.document.block(ofToken: index)].tokens
    func month(_ place: Int) -> Int? {
      block.contains(place) ? Self.months[article.tokens[place].hash] : nil
    }
    let monthBefore =
      index - 1 >= block.lowerBound && article.tokens[index - 1].isMark(".")
      ? month(index - 2).map { ($0, index - 2) } : month(index - 1).map { ($0, index - 1) }
    if let (month, place) = monthBefore {
      var date = Written(month: month, day: day, tokens: place..<index + 1)
      let year =
        block.contains(index + 1) && article.tokens[index + 1].isMark(",") ? index + 2 : index + 1
      readYear(year, in: block, &date, article)
      return date
    }
    guard let month = month(index + 1) else { return nil }
    var date = Written(month: month, day: day, tokens: index..<index + 2)
    readYear(index + 2, in: block, &date, article)
    return date
  }

  private func readYear(
    _ place: Int, in block: Range<Int>, _ date: inout Written, _ article: Article
  ) {
    guard block.contains(place), article.tokens[place].kind == .number,
      article.tokens[place].end - article.tokens[place].start == 4,
      let year = Int(article.string(article.tokens[place].range)), (1600...2200).contains(year)
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
    guard Self.months[article.tokens[date.tokens.lowerBound].hash] != nil,
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
