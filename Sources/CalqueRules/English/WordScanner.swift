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
      } else if joins(in: places, at: index, after: start) {
        index += 2
      } else {
        break
      }
    }
    return index
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

  /// Tells whether an apostrophe or hyphen stands inside a word, a point or comma in a number.
  private static func joins(in places: [Place], at index: Int, after start: Int) -> Bool {
    guard index > start, index + 1 < places.count else { return false }
    let before = places[index - 1].scalar
    let after = places[index + 1].scalar
    switch places[index].scalar {
    case "'", "\u{2019}", "\u{02BC}", "-", "\u{2010}", "\u{2011}":
      return (isWordScalar(before) || isMark(before)) && isWordScalar(after)
    case ",", ".": return isDigit(before) && isDigit(after)
    default: return false
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
    return groups >= 2 ? index : start
  }

  private static func groupEnd(in places: [Place], at index: Int) -> Int? {
    func isLetter(_ place: Int) -> Bool {
      place < places.count && isWordScalar(places[place].scalar) && !isDigit(places[place].scalar)
    }
    func isCapital(_ place: Int) -> Bool {
      isLetter(place) && places[place].scalar.properties.isUppercase
    }
    func isStop(_ place: Int) -> Bool { place < places.count && places[place].scalar == "." }
    if isLetter(index), isStop(index + 1) { return index + 2 }
    if isCapital(index), isCapital(index + 1), isStop(index + 2) { return index + 3 }
    return nil
  }
}
