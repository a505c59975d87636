internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Thousands of millions: `16,000 million`, which English calls 16 billion; or, with the option
/// `twice`, so many that the number was scaled before it was written out.
struct ScaledFigure: Check {
  static let options = [CheckOption("twice", .flag)]

  /// Millions of millions of which no newspaper tells: a thousand trillion.
  private static let limit = 1_000_000_000

  /// Words for a scale: behind `3 billion` no number of millions is one of its own.
  private static let scales = WordSet("thousand million billion trillion")

  private let isTwice: Bool
  /// Bytes of the shortest number that can be meant.
  private let leastLength: Int

  init(_ setup: CheckSetup) {
    isTwice = setup.options["twice"]?.first == "true"
    leastLength = isTwice ? "\(Self.limit)".utf8.count : 4
  }

  func faults(in article: Article) -> [Fault] {
    article.rare.numbersOfMillions.compactMap { number in
      guard article.tokens[number].range.length >= leastLength,
        let million = article.tokenAfter(number),
        let value = Figure(article.document.text[article.tokens[number].range.indices]).wholeValue,
        value >= 1000, (value >= Self.limit) == isTwice
      else { return nil }
      let range = article.document.range(of: number..<million + 1)
      let written = article.string(range)
      guard let scaled = Self.scaled(value), !followsScale(number, article) else {
        return Fault(range, values: ["written": written])
      }
      return Fault(
        range, values: ["written": written],
        fixes: [.writing(scaled, at: range)])
    }
  }

  private func followsScale(_ number: Int, _ article: Article) -> Bool {
    article.tokenBefore(number).map { Self.scales.contains(article.tokens[$0].hash) } ?? false
  }

  /// Returns so many millions in billions or trillions; nil where the number makes no sense.
  private static func scaled(_ millions: Int) -> String? {
    guard millions < limit else { return nil }
    let (unit, name) = millions < 1_000_000 ? (1000, "billion") : (1_000_000, "trillion")
    let rest = String(millions % unit + unit).dropFirst()
    let decimals = rest.prefix(rest.count - rest.reversed().prefix { $0 == "0" }.count)
    return "\(millions / unit)" + (decimals.isEmpty ? "" : ".\(decimals)") + " \(name)"
  }
}
