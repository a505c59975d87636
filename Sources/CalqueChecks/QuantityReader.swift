internal import CalqueEngine
internal import CalqueText

/// Reads whole numbers however they are written: `30,000`, `30 thousand`, `fifteen`, the 15 of `15-year-old`.
struct QuantityReader {
  private static let small = WordNumbers(
    [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
      "twenty",
    ].map { [$0] })
  private static let tens = WordNumbers(
    ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
      .map { [$0] })
  /// Words for powers of a thousand.
  private static let scales = WordNumbers(
    [["unit"], ["thousand", "thousands"], ["million", "millions"], ["billion", "billions"]])

  /// Returns the number that starts at a token, with the word for its scale behind it; nil where none does, or
  /// one with decimals, a date, a range.
  static func value(_ index: Int, _ article: Article) -> Int? {
    guard let number = number(article.tokens[index], article) else { return nil }
    guard let next = article.tokenAfter(index), let power = scales[article.tokens[next].hash] else {
      return number
    }
    return (0..<power).reduce(number) { value, _ in
      value.multipliedReportingOverflow(by: 1000).partialValue
    }
  }

  /// Tells whether a number is what another one comes to when it is rounded as the first one is: 65,490 to 65,000.
  static func isRounded(_ number: Int, from exact: Int) -> Bool {
    guard number != exact else { return true }
    var unit = 1
    while number > 0, number % (unit * 10) == 0 { unit *= 10 }
    // A hundred is as good as exact.
    return unit >= 1000 && number / unit >= 10 && abs(number - exact) < unit
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
    return small[token.hash] ?? tens[token.hash].map { 10 * $0 }
  }
}
