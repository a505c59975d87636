internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A time of day as Spanish, French or German writes it: `15h30`, `22:30h`, `15,54hs`, `15.30 hs`.
struct ForeignClock: Check {
  private static let hours = WordHash.of("hs")
  /// Words before which the figures are a duration: `it lasts 2h45`.
  private static let durationWords = WordSet(
    "for in last lasted lasting lasts take takes took within")

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.figureWords.compactMap { index in
      guard let fault = fault(article.tokens[index].range, article), !isDuration(index, article)
      else { return nil }
      return fault
    }
      + article.wordIndex.places(of: Self.hours).compactMap { index in
        guard !article.tokens[index].flags.contains(.capitalized) else { return nil }
        let first = timeStart(before: index, article)
        guard !isDuration(first, article) else { return nil }
        return fault(article.document.range(of: first..<index + 1), article)
      }
  }

  private func isDuration(_ first: Int, _ article: Article) -> Bool {
    article.tokenBefore(first).map { Self.durationWords.contains(article.tokens[$0].hash) } ?? false
  }

  /// Returns the first token of the figures before a unit: `15.30 hs`, `15:30 hs`.
  private func timeStart(before unit: Int, _ article: Article) -> Int {
    var first = unit
    while unit - first < 3, let before = article.tokenBefore(first),
      article.tokens[before].kind == .number || article.tokens[before].isMark(":")
    {
      first = before
    }
    return first
  }

  private func fault(_ range: TextRange, _ article: Article) -> Fault? {
    guard range.length <= 9, Self.isDigit(article.document.text[Int(range.start)]) else {
      return nil
    }
    let written = article.document.text[range.indices].filter { $0 != 0x20 }
    guard let time = Self.time(written[...]) else { return nil }
    return Fault(
      range, values: ["written": article.string(range), "time": time],
      fixes: [.writing(time, at: range)])
  }

  /// Returns the time in English; nil for a word that is none.
  private static func time(_ word: ArraySlice<UInt8>) -> String? {
    let hours = word.prefix { isDigit($0) }
    let separator = word.dropFirst(hours.count).prefix { !isDigit($0) }
    let rest = word.dropFirst(hours.count + separator.count)
    let minutes = rest.prefix { isDigit($0) }
    guard (1...2).contains(hours.count), minutes.count == 2, let hour = value(hours), hour < 25,
      let minute = value(minutes), minute < 60
    else { return nil }
    let unit = String(decoding: rest.dropFirst(minutes.count), as: UTF8.self).lowercased()
    let mark = String(decoding: separator, as: UTF8.self).lowercased()
    let isTime =
      mark == "h" && ["", "h", "hs", "m", "min"].contains(unit)
      || [":", ".", ","].contains(mark) && ["h", "hs", "hrs"].contains(unit)
    guard isTime else { return nil }
    let half = hour % 24 < 12 ? "a.m." : "p.m."
    let shown = hour % 12 == 0 ? 12 : hour % 12
    return "\(shown)" + (minute == 0 ? "" : ":" + String(decoding: minutes, as: UTF8.self))
      + " \(half)"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }
}
