internal import CalqueEngine
internal import CalqueText

/// Reads numbers however they are written: `30,000`, `30 thousand`, `3.5 million`, `15-year-old`,
/// `Twenty-five`, `two hundred and six thousand`.
///
/// As floating point, which no number of a text overflows: whole ones are exact up to 2^53.
enum QuantityReader {
  private static let and = WordHash.of("and")
  private static let articles = WordSet("a an")
  private static let hundred = 0
  /// Words by which a number is multiplied, and how often.
  private static let scales = WordNumbers([
    ["hundred"], ["thousand", "thousands"], ["million", "millions"], ["billion", "billions"],
    ["trillion", "trillions"], ["dozen"],
  ])
  private static let factors = [1e2, 1e3, 1e6, 1e9, 1e12, 12]

  /// Returns the number that starts at a token, with the words for its scale behind it; nil where
  /// none does, and for a date or a range.
  ///
  /// O(words of the number).
  static func value(_ index: Int, _ article: Article) -> Double? {
    guard var value = number(index, article) else { return nil }
    var last = index
    while let next = article.tokenAfter(last), let scale = scales[article.tokens[next].hash] {
      // `4.7 million` is whole, though 4.7 is not in binary digits.
      value = (value * factors[scale]).rounded()
      last = next
      if scale == hundred, let (rest, end) = restOfHundred(after: next, article) {
        (value, last) = (value + rest, end)
      }
    }
    return value
  }

  /// Returns the numbers that a headline may say of one: itself, and from ten thousand on all that
  /// are less than one unit of its last thousand, or of a higher digit, away: 65,490 for 65,000.
  static func stated(by number: Double) -> ClosedRange<Double> {
    var (unit, head) = (1.0, number)
    while head > 0, head.truncatingRemainder(dividingBy: 10) == 0 {
      (head, unit) = (head / 10, unit * 10)
    }
    guard unit >= 1000, head >= 10 else { return number...number }
    return number - (unit - 1)...number + (unit - 1)
  }

  /// Reads `and six` behind `two hundred`.
  private static func restOfHundred(
    after hundred: Int, _ article: Article
  ) -> (value: Double, last: Int)? {
    guard let and = article.tokenAfter(hundred), article.tokens[and].hash == Self.and,
      let last = article.tokenAfter(and),
      let rest = WordNumbers.cardinals[article.tokens[last].hash]
    else { return nil }
    return (Double(rest), last)
  }

  /// Returns the number that a token is, or starts with; `a` is one before a scale.
  private static func number(_ index: Int, _ article: Article) -> Double? {
    let token = article.tokens[index]
    let bytes = article.document.text[token.range.indices]
    if token.kind == .number { return Figure(bytes).value }
    guard token.kind == .word else { return nil }
    if token.flags.contains(.hasDigit) { return leadingFigure(bytes) }
    if articles.contains(token.hash) {
      return article.tokenAfter(index).flatMap { scales[article.tokens[$0].hash] }.map { _ in 1 }
    }
    return WordNumbers.cardinals[token.hash].map(Double.init)
  }

  /// Reads the figure that a word starts with: `1.6-litre`, `30km`, `3.5m` as three and a half
  /// million.
  private static func leadingFigure(_ word: ArraySlice<UInt8>) -> Double? {
    let figure = word.prefix { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
    guard let value = Figure(figure).value else { return nil }
    let factor: Double =
      switch String(decoding: word.dropFirst(figure.count), as: UTF8.self) {
      case "m": 1e6
      case "bn": 1e9
      case "k": 1e3
      default: 1
      }
    return (value * factor * 1000).rounded() / 1000
  }
}
