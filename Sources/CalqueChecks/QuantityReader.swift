internal import CalqueEngine
internal import CalqueText

/// Reads whole numbers however they are written: `30,000`, `30 thousand`, `fifteen`, `15-year-old`.
enum QuantityReader {
  private static let small = WordNumbers(CountReader.names.map { [$0] })
  private static let tens = WordNumbers(
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map { [$0] })
  /// Words for the powers of a thousand, from the first on.
  private static let scales = WordNumbers([
    ["thousand", "thousands"], ["million", "millions"], ["billion", "billions"],
  ])

  /// Returns the number that starts at a token, with the word for its scale behind it; nil where none
  /// does, and for one with decimals, a date, a range or one beyond 2^63.
  static func value(_ index: Int, _ article: Article) -> Int? {
    guard var value = number(article.tokens[index], article) else { return nil }
    guard let next = article.tokenAfter(index), let power = scales[article.tokens[next].hash] else {
      return value
    }
    for _ in 0...power {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 1000)
      guard !isTooLarge else { return nil }
      value = product
    }
    return value
  }

  /// Returns the numbers that a headline may say of one: itself, and from ten thousand on all that are
  /// less than one unit of its last thousand, or of a higher digit, away: 65,490 for 65,000.
  static func stated(by number: Int) -> ClosedRange<Int> {
    var (unit, head) = (1, number)
    while head > 0, head.isMultiple(of: 10) { (head, unit) = (head / 10, unit * 10) }
    guard unit >= 1000, head >= 10 else { return number...number }
    let (most, isTooLarge) = number.addingReportingOverflow(unit - 1)
    return number - (unit - 1)...(isTooLarge ? number : most)
  }

  private static func number(_ token: Token, _ article: Article) -> Int? {
    let bytes = article.document.text[token.range.indices]
    if token.kind == .number { return Figure(bytes).wholeValue }
    guard token.kind == .word else { return nil }
    if token.flags.contains(.hasDigit) {
      let digits = bytes.prefix { (0x30...0x39).contains($0) || $0 == 0x2C }
      return digits.endIndex < bytes.endIndex && bytes[digits.endIndex] == 0x2D
        ? Figure(digits).wholeValue : nil
    }
    return small[token.hash].map { $0 + 1 } ?? tens[token.hash].map { 10 * ($0 + 2) }
  }
}
