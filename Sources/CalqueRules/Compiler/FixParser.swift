/// A fix as its author wrote it, in pieces.
struct ParsedFix {
  /// A piece of a fix.
  struct Piece {
    let kind: Kind
    let hasSpaceBefore: Bool
  }

  /// What a piece is made of.
  enum Kind {
    /// One word or one mark.
    case literal(String)
    /// What a capture holds; zero is the text reported.
    case capture(Int)
    /// A lemma in the form of the pattern's inflected word of this number.
    case agreeing(String, Int)
    /// A lemma in a form of its own.
    case form(String, WordForm)
  }

  var pieces: [Piece] = []
}

/// Parses fixes: words, marks, `$1`, `~lemma` and `~lemma:form`.
struct FixParser {
  /// What all patterns of the rule have in common, for a fix to refer to.
  struct Limits {
    let captureCount: Int
    let inflectedCount: Int
  }

  private let places: [WordScanner.Place]
  private let byteCount: Int
  private let limits: Limits
  private var index = 0
  private var agreeingCount = 0

  /// Parses a fix, to the first fault.
  static func parse(_ text: String, within limits: Limits) throws(PatternFault) -> ParsedFix {
    var parser = FixParser(
      places: WordScanner.places(of: text), byteCount: text.utf8.count, limits: limits)
    return try parser.parse()
  }

  private init(places: [WordScanner.Place], byteCount: Int, limits: Limits) {
    self.places = places
    self.byteCount = byteCount
    self.limits = limits
  }

  private mutating func parse() throws(PatternFault) -> ParsedFix {
    var fix = ParsedFix()
    var hasSpace = false
    while index < places.count {
      if WordScanner.isSpace(places[index].scalar) {
        hasSpace = true
        index += 1
        continue
      }
      fix.pieces.append(ParsedFix.Piece(kind: try piece(), hasSpaceBefore: hasSpace))
      hasSpace = false
    }
    return fix
  }

  private mutating func piece() throws(PatternFault) -> ParsedFix.Kind {
    let start = index
    switch places[index].scalar {
    case "~": return try inflected()
    case "$":
      if let capture = CaptureReference.parse(places, at: &index) {
        try CaptureReference.check(
          capture, count: limits.captureCount, range: offset(start)..<offset(index))
        return .capture(capture)
      }
    case "\\" where index + 1 < places.count: index += 1
    default:
      let end = WordScanner.wordEnd(in: places, at: index)
      if end > index {
        index = end
        return .literal(WordScanner.text(places[start..<end]))
      }
    }
    index += 1
    return .literal(WordScanner.text(places[(index - 1)..<index]))
  }

  private mutating func inflected() throws(PatternFault) -> ParsedFix.Kind {
    let start = index
    let word = try InflectedWordParser.parse(places, at: &index, byteCount: byteCount)
    let range = offset(start)..<offset(index)
    if let selector = word.selector {
      if let form = selector.singleForm { return .form(word.lemma, form) }
      let message =
        "“:\(selector.rawValue)” stands for several forms, and a fix writes one; "
        + "name it, or leave it out to follow the pattern’s word"
      throw PatternFault(kind: .fix, message: message, range: range)
    }
    guard limits.inflectedCount > 0 else {
      let message =
        "“~\(word.lemma)” follows an inflected word, and not every pattern has one; "
        + "name the form, “~\(word.lemma):past”"
      throw PatternFault(kind: .fix, message: message, range: range)
    }
    defer { agreeingCount += 1 }
    return .agreeing(word.lemma, min(agreeingCount, limits.inflectedCount - 1))
  }

  private func offset(_ index: Int) -> Int {
    index < places.count ? places[index].offset : byteCount
  }
}

/// The mark `$1` in messages and fixes.
enum CaptureReference {
  /// Parses a reference at `index`, which is left after it; nil where the `$` is only a dollar.
  static func parse(_ places: [WordScanner.Place], at index: inout Int) -> Int? {
    var end = index + 1
    var number = 0
    while end < places.count, (0x30...0x39).contains(places[end].scalar.value), number < 1000 {
      number = 10 * number + Int(places[end].scalar.value - 0x30)
      end += 1
    }
    guard end > index + 1 else { return nil }
    index = end
    return number
  }

  /// Throws where not every pattern has the capture.
  static func check(_ number: Int, count: Int, range: Range<Int>) throws(PatternFault) {
    guard number > count else { return }
    let known =
      switch count {
      case 0: "no group, “<class>” or “..n” in every pattern to refer to"
      case 1: "only “$1” in every pattern"
      default: "only “$1” to “$\(count)” in every pattern"
      }
    throw PatternFault(
      kind: .unknownCapture, message: "there is no “$\(number)”, \(known)", range: range)
  }

  /// Throws at the first reference of a message that not every pattern has.
  static func checkMessage(_ text: String, count: Int) throws(PatternFault) {
    let places = WordScanner.places(of: text)
    func offset(_ index: Int) -> Int {
      index < places.count ? places[index].offset : text.utf8.count
    }
    var index = 0
    while index < places.count {
      let start = index
      if places[index].scalar == "$", let number = parse(places, at: &index) {
        try check(number, count: count, range: offset(start)..<offset(index))
      } else {
        index += 1
      }
    }
  }
}
