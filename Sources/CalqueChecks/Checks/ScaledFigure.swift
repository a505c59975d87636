internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Thousands of millions: `16,000 million`, which English calls 16 billion.
struct ScaledFigure: Check {
  private static let million = WordHash.of("million")

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.numbers.compactMap { index in
      guard let next = article.tokenAfter(index), article.tokens[next].hash == Self.million,
        let value = Figure(article.string(article.tokens[index].range)).wholeValue, value >= 1000,
        let scaled = Self.scaled(value)
      else { return nil }
      let range = article.document.range(of: index..<next + 1)
      return Fault(
        range, values: ["written": article.string(range), "scaled": scaled],
        fixes: [
          Fix(
            summary: "write “\(scaled)”", edits: [Edit(range: range, replacement: scaled)],
            safety: .review)
        ])
    }
  }

  /// Returns so many millions in billions or trillions; nil where the number makes no sense.
  private static func scaled(_ millions: Int) -> String? {
    guard millions < 1_000_000_000 else { return nil }
    let (unit, name) = millions < 1_000_000 ? (1000, "billion") : (1_000_000, "trillion")
    let rest = String(millions % unit + unit).dropFirst()
    let decimals = rest.prefix(rest.count - rest.reversed().prefix { $0 == "0" }.count)
    return "\(millions / unit)" + (decimals.isEmpty ? "" : ".\(decimals)") + " \(name)"
  }
}
