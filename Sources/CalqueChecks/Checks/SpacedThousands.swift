internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// White space between the thousands of a number: `80 000 people`.
struct SpacedThousands: Check {
  private let months: WordList
  private let currencies: WordList

  init(_ setup: CheckSetup) {
    months = setup.lexicon.list("month")
    currencies = setup.lexicon.list("currency-code")
  }

  func faults(in article: Article) -> [Fault] {
    var faults: [Fault] = []
    var end = 0
    for second in article.rare.numbersBehindNumbers where second > end {
      let first = second - 1
      guard let last = lastGroup(from: first, article) else { continue }
      end = last + 1
      faults.append(describe(first...last, article))
    }
    return faults
  }

  /// Returns the last group of the number that starts at a token, if it has more than one.
  private func lastGroup(from first: Int, _ article: Article) -> Int? {
    guard let second = article.tokenAfter(first), isGroup(second, behind: first, article),
      let digits = digits(first, article), (1...3).contains(digits.count), digits.first != 0x30,
      !followsDate(first, article), !followsCurrency(first, article)
    else { return nil }
    var last = second
    while let next = article.tokenAfter(last), isGroup(next, behind: last, article) { last = next }
    guard let after = article.tokenAfter(last) else { return nil }
    // What is counted follows: `80 000 people`, `80 000 CZK`. Else the numbers may be two.
    let word = article.tokens[after]
    let isCounted =
      word.flags.contains(.capitalized)
      ? word.flags.contains(.allCapitals) && article.token(after, isIn: currencies)
      : word.end - word.start >= 3
    return word.kind == .word && isCounted ? last : nil
  }

  private func digits(_ index: Int, _ article: Article) -> ArraySlice<UInt8>? {
    guard article.tokens[index].kind == .number else { return nil }
    let bytes = article.document.text[article.tokens[index].range.indices]
    return bytes.allSatisfy { (0x30...0x39).contains($0) } ? bytes : nil
  }

  /// Tells whether a token is a group of three digits with one space before it.
  private func isGroup(_ index: Int, behind last: Int, _ article: Article) -> Bool {
    guard article.tokens[index].kind == .number else { return false }
    let gap = article.tokens[index].start - article.tokens[last].end
    // A space, a no-break space of two bytes or a thin one of three.
    return (1...3).contains(gap) && article.tokens[index].flags.contains(.spaceBefore)
      && digits(index, article)?.count == 3
  }

  /// Tells whether a number is a day, or the last of a list: `on May 10 250 people came`.
  private func followsDate(_ index: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(index) else { return false }
    let token = article.tokens[before]
    return article.token(before, isIn: months) || token.kind == .number || token.isMark(",")
      || token.isMark(".") || token.isMark("-")
  }

  /// Tells whether a sign of a currency stands close before a number: papers of southern Africa and
  /// the Caribbean write `$5 000` and no comma.
  private func followsCurrency(_ index: Int, _ article: Article) -> Bool {
    index > 0 && article.tokens[index - 1].kind == .symbol
      && !article.tokens[index].flags.contains(.spaceBefore)
  }

  private func describe(_ tokens: ClosedRange<Int>, _ article: Article) -> Fault {
    let groups = tokens.map { article.string(article.tokens[$0].range) }
    let english = groups.joined(separator: ",")
    let range = article.document.range(of: tokens.lowerBound..<tokens.upperBound + 1)
    return Fault(
      range, values: ["written": article.string(range), "english": english],
      fixes: [.writing(english, at: range)])
  }
}
