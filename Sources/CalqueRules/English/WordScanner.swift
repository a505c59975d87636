internal import CalqueText

/// Splits the words of patterns and fixes exactly as those of an article are split.
enum WordScanner {
  /// A scalar and where it starts in its text.
  struct Place {
    let scalar: Unicode.Scalar
    let offset: Int
  }

  /// Returns the scalars of a text with their byte offsets.
  static func places(of text: String) -> [Place] {
    var offset = 0
    return text.unicodeScalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return Place(scalar: scalar, offset: offset)
    }
  }

  /// Returns the index after the word or number that starts at `start`; `start` where none does.
  static func wordEnd(in places: [Place], at start: Int) -> Int {
    let initialism = initialismEnd(in: places, at: start)
    if initialism > start { return initialism }
    var index = start
    while index < places.count {
      let scalar = places[index].scalar
      if isWordScalar(scalar) || (index > start && isMark(scalar)) {
        index += 1
      } else {
        let length = joinLength(in: places, at: index, after: start)
        guard length > 0 else { break }
        index += length
      }
    }
    return index
  }

  /// Returns the text of some places.
  static func text(_ places: some Sequence<Place>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: places.lazy.map(\.scalar))
    return String(text)
  }

  /// Returns a word as it is compared: with plain hyphens and without invisible characters.
  static func word(_ places: some Sequence<Place>) -> String {
    var word = String.UnicodeScalarView()
    for place in places {
      switch place.scalar {
      case "\u{2010}", "\u{2011}": word.append("-")
      case "\u{AD}", "\u{200B}"..."\u{200D}", "\u{2060}": continue
      default: word.append(place.scalar)
      }
    }
    return String(word)
  }

  /// Tells whether a scalar is a letter or a digit.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
    }
    switch Scalars.kind(of: scalar.value) {
    case .uppercase, .lowercase, .letter, .digit: return true
    case .mark, .space, .punctuation, .symbol, .control: return false
    }
  }

  /// Tells whether a scalar separates tokens and is none.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    let kind = Scalars.kind(of: scalar.value)
    return kind == .space || kind == .control
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && Scalars.kind(of: scalar.value) == .mark
  }

  /// Returns how many scalars join a word to its next part; zero where the word ends here.
  private static func joinLength(in places: [Place], at index: Int, after start: Int) -> Int {
    guard index > start else { return 0 }
    switch places[index].scalar {
    case "'", "\u{2019}", "\u{02BC}":
      return startsPart(in: places, at: index + 1, allowsDigit: false) ? 1 : 0
    case "-", "\u{2010}", "\u{2011}", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{2060}":
      return startsPart(in: places, at: index + 1, allowsDigit: true) ? 1 : 0
    case ",", ".", ":":
      let isNumber = places[start..<index].allSatisfy { !isLetter($0.scalar) }
      let isFollowed = index + 1 < places.count && isDigit(places[index + 1].scalar)
      return isNumber && isFollowed ? 1 : 0
    default: return 0
    }
  }

  private static func startsPart(in places: [Place], at index: Int, allowsDigit: Bool) -> Bool {
    guard index < places.count else { return false }
    let scalar = places[index].scalar
    return isLetter(scalar) || allowsDigit && isWordScalar(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
    switch Scalars.kind(of: scalar.value) {
    case .uppercase, .lowercase, .letter: return true
    case .mark, .digit, .space, .punctuation, .symbol, .control: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// Returns the index after two or more groups, each a letter or two capitals and a full stop:
  /// `U.S.`, `a.m.`, `EE.UU.`.
  private static func initialismEnd(in places: [Place], at start: Int) -> Int {
    var index = start
    var groups = 0
    while let end = groupEnd(in: places, at: index) {
      index = end
      groups += 1
    }
    // `it.is.` is no initialism, `J.K.Rowling` is one before a name.
    let isBeforeSmallLetter = index < places.count && isSmall(places[index].scalar)
    return groups >= 2 && !isBeforeSmallLetter ? index : start
  }

  private static func groupEnd(in places: [Place], at index: Int) -> Int? {
    func scalar(_ place: Int) -> Unicode.Scalar? {
      place < places.count ? places[place].scalar : nil
    }
    guard let first = scalar(index), isSmall(first) || isCapital(first) else { return nil }
    if scalar(index + 1) == "." { return index + 2 }
    guard isCapital(first), let second = scalar(index + 1), isCapital(second) else { return nil }
    return scalar(index + 2) == "." ? index + 3 : nil
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value)
  }

  private static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value)
  }
}
