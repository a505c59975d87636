internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// An hour above twelve beside a word of the clock that has twelve: `15 o'clock`, `15:30 p.m.`,
/// `20pm`.
struct HourAboveTwelve: Check {
  private static let clock = WordHash.of("o'clock")
  private static let afternoon = [WordHash.of("p.m."), WordHash.of("pm")]
  private static let morning = [WordHash.of("a.m."), WordHash.of("am")]
  private static let units = [clock] + afternoon + morning
  /// Words between which and `PM` a number counts no prime ministers.
  private static let beforeTimes = WordSet("at from until till")

  /// A time in digits, as far as it goes beyond twelve.
  private struct Time {
    let hour: Int
    /// A mark and two digits, or nothing.
    let minutes: ArraySlice<UInt8>

    /// Reads a time, of two with a hyphen the second; nil for an hour up to twelve, and for 24:00,
    /// which is midnight.
    init?(_ written: ArraySlice<UInt8>) {
      let last = written.lastIndex(of: 0x2D).map { written[($0 + 1)...] } ?? written
      let digits = last.prefix { (0x30...0x39).contains($0) }
      guard digits.count == 2, let hour = Int(String(decoding: digits, as: UTF8.self)),
        (13...24).contains(hour)
      else { return nil }
      minutes = last.dropFirst(digits.count)
      self.hour = hour
      guard minutes.isEmpty || areMinutes, hour < 24 || !minutes.elementsEqual(":00".utf8) else {
        return nil
      }
    }

    private var areMinutes: Bool {
      let digits = minutes.dropFirst()
      return (minutes.first == 0x3A || minutes.first == 0x2E) && digits.count == 2
        && digits.allSatisfy { (0x30...0x39).contains($0) } && (digits.first ?? 0) < 0x36
    }

    /// The time by the clock of twelve hours, in the afternoon.
    var twelve: String {
      let isFull = minutes.dropFirst().elementsEqual("00".utf8)
      return "\(hour - 12)" + (isFull ? "" : String(decoding: minutes, as: UTF8.self))
    }
  }

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.tokens(of: Self.units).compactMap { fault(before: $0, article) }
      + article.rare.figureWords.compactMap { fault(inWord: $0, article) }
  }

  /// Reads the number before a word of the clock: `15 o'clock`, `15:30 p.m.`.
  private func fault(before unit: Int, _ article: Article) -> Fault? {
    guard let number = article.tokenBefore(unit), article.tokens[number].kind == .number,
      let time = Time(article.document.text[article.tokens[number].range.indices]),
      startsTime(number, article),
      !time.minutes.isEmpty || isPlainUnit(unit, behind: number, article)
    else { return nil }
    let (range, hash) = (article.document.range(of: number..<unit + 1), article.tokens[unit].hash)
    let isWhole = article.tokens[number].range.length == 2 + time.minutes.count
    guard isWhole, time.hour < 24, !Self.morning.contains(hash) else {
      return Fault(range, values: ["written": article.string(range)])
    }
    // The stop of a sentence is that of `p.m.`, too.
    let endsSentence = article.joinedToken(unit + 1)?.isMark(".") ?? false
    let word =
      hash == Self.clock
      ? endsSentence ? "p.m" : "p.m." : article.string(article.tokens[unit].range)
    return Self.fault(range, article, writing: "\(time.twelve) \(word)")
  }

  /// Reads `20pm`.
  private func fault(inWord index: Int, _ article: Article) -> Fault? {
    let range = article.tokens[index].range
    let word = article.document.text[range.indices]
    let unit = String(decoding: word.suffix(2), as: UTF8.self).lowercased()
    guard unit == "am" || unit == "pm", let time = Time(word.dropLast(2)) else { return nil }
    guard unit == "pm", time.hour < 24, Int(range.length) == 4 + time.minutes.count else {
      return Fault(range, values: ["written": article.string(range)])
    }
    return Self.fault(range, article, writing: time.twelve + unit)
  }

  /// Tells whether a number stands behind nothing that makes it the minutes of a time: `7: 30 pm`.
  private func startsTime(_ number: Int, _ article: Article) -> Bool {
    guard let before = article.tokenBefore(number) else { return true }
    return !article.tokens[before].isMark(":") && !article.tokens[before].isMark(".")
  }

  /// Tells whether a unit can be nothing else: `PM` is a prime minister, `AM` a kind of radio.
  private func isPlainUnit(_ unit: Int, behind number: Int, _ article: Article) -> Bool {
    let flags = article.tokens[unit].flags
    guard flags.contains(.allCapitals), !flags.contains(.initialism) else { return true }
    return article.tokenBefore(number).map {
      Self.beforeTimes.contains(article.tokens[$0].hash)
    } ?? false
  }

  private static func fault(_ range: TextRange, _ article: Article, writing time: String) -> Fault {
    Fault(
      range, values: ["written": article.string(range)],
      fixes: [.writing(time, at: range)])
  }
}
