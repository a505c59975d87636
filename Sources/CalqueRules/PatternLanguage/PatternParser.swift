/// Parses the pattern language: `pattern = element+`, `element = atom "?"?`, brackets nest.
struct PatternParser {
  /// Longest gap that a pattern may leave, in words.
  static let longestGap = 8
  /// Deepest nesting of brackets; a limit on what hostile rules may cost.
  private static let deepestNesting = 16

  private let places: [WordScanner.Place]
  private let byteCount: Int
  private var index = 0
  private var depth = 0
  private var pattern = ParsedPattern()
  private var reportRange: Range<Int>?

  /// Parses a pattern, to the first fault.
  static func parse(_ text: String) throws(PatternFault) -> ParsedPattern {
    var parser = PatternParser(text)
    return try parser.parse()
  }

  private init(_ text: String) {
    places = WordScanner.places(of: text)
    byteCount = text.utf8.count
  }

  private mutating func parse() throws(PatternFault) -> ParsedPattern {
    pattern.nodes = try sequence()
    if let scalar = current {
      let what = scalar == ")" ? "no “(” is open" : "“|” stands only between “(” and “)”"
      throw fault(what + "; write “\\\(scalar)” for the mark itself", from: index, to: index + 1)
    }
    guard pattern.nodes.contains(where: \.matchesText) else {
      throw PatternFault(kind: .pattern, message: "the pattern is empty", range: 0..<byteCount)
    }
    try checkReport()
    return pattern
  }

  // MARK: Elements

  /// Parses elements up to the end, a `|` or a `)`.
  private mutating func sequence() throws(PatternFault) -> [PatternNode] {
    var nodes: [PatternNode] = []
    while true {
      skipSpaces()
      guard let scalar = current, scalar != ")", scalar != "|" else { return nodes }
      nodes.append(try element())
    }
  }

  private mutating func element() throws(PatternFault) -> PatternNode {
    let start = index
    let kind = try atom()
    var node = PatternNode(kind: kind, range: offset(start)..<offset(index))
    if current == "?", node.matchesText {
      if case .gap = kind {
        throw fault("a gap may be empty as it is; remove “?”", from: index, to: index + 1)
      }
      index += 1
      node.isOptional = true
      node.range = node.range.lowerBound..<offset(index)
    }
    return node
  }

  private mutating func atom() throws(PatternFault) -> PatternNode.Kind {
    guard let scalar = current else { return .sentenceEnd }
    switch scalar {
    case "(": return try group()
    case "<": return try wordClass()
    case "~": return try inflected()
    case "=": return .exact(try word(after: "="))
    case "^": return take(.sentenceStart)
    case "$": return take(.sentenceEnd)
    case "⟦": return try reportStart()
    case "⟧": return try reportEnd()
    case "“": return take(.quote(0))
    case "”": return take(.quote(1))
    case "\"": return take(.quote(2))
    case ".": return try pointOrGap()
    case "\\": return try escaped()
    default: break
    }
    let end = WordScanner.wordEnd(in: places, at: index)
    guard end > index else { return try punctuation() }
    let word = WordScanner.word(places[index..<end])
    index = end
    // The apostrophe of `employers’ association` is one of the marks that matching skips.
    if current == "'" || current == "’" { index += 1 }
    guard current != "(" else {
      throw fault(
        "a group stands for whole words; put a space before it", from: index, to: index + 1)
    }
    return .word(word)
  }

  private mutating func group() throws(PatternFault) -> PatternNode.Kind {
    let start = index
    guard depth < Self.deepestNesting else {
      throw fault("brackets are nested too deeply", from: index, to: index + 1)
    }
    depth += 1
    pattern.captureCount += 1
    let capture = pattern.captureCount
    var alternatives: [[PatternNode]] = []
    repeat {
      index += 1
      alternatives.append(try sequence())
    } while current == "|"
    guard current == ")" else {
      throw fault("“(” is never closed; add “)”", from: start, to: start + 1)
    }
    index += 1
    depth -= 1
    guard alternatives.contains(where: { $0.contains(where: \.matchesText) }) else {
      throw fault("the brackets hold no word", from: start, to: index)
    }
    if let scalar = current, WordScanner.isWordScalar(scalar) {
      throw fault(
        "a group stands for whole words; put a space after it", from: index, to: index + 1)
    }
    return .group(alternatives, capture: capture)
  }

  private mutating func wordClass() throws(PatternFault) -> PatternNode.Kind {
    let start = index
    index += 1
    while let scalar = current, WordScanner.isWordScalar(scalar) || scalar == "-" { index += 1 }
    guard current == ">", index > start + 1 else {
      throw fault(
        "“<” starts the name of a word list; close it with “>”, or write “\\<” for the mark",
        from: start, to: start + 1)
    }
    index += 1
    pattern.captureCount += 1
    return .wordClass(text(start + 1, index - 1), capture: pattern.captureCount)
  }

  private mutating func inflected() throws(PatternFault) -> PatternNode.Kind {
    let word = try InflectedWordParser.parse(places, at: &index, byteCount: byteCount)
    pattern.inflected.append(word)
    return .inflected(word, number: pattern.inflected.count - 1)
  }

  private mutating func word(after sign: Character) throws(PatternFault) -> String {
    let start = index
    index += 1
    let end = WordScanner.wordEnd(in: places, at: index)
    guard end > index else {
      throw fault(
        "“\(sign)” stands right before a word; write “\\\(sign)” for the mark",
        from: start, to: start + 1)
    }
    defer { index = end }
    return text(index, end)
  }

  private mutating func punctuation() throws(PatternFault) -> PatternNode.Kind {
    // Articles' quotation marks are told apart by what they do, not by their glyph, and any that a
    // pattern does not name is skipped: as punctuation these would never match.
    if let scalar = current, "'`´‘’‚‛„‟«»‹›".unicodeScalars.contains(scalar) {
      throw fault(
        "quotation marks of every kind are written “ to open, ” to close, \" for either",
        from: index, to: index + 1)
    }
    return current.map { take(.punctuation($0)) } ?? .sentenceEnd
  }

  private mutating func pointOrGap() throws(PatternFault) -> PatternNode.Kind {
    let start = index
    index += 1
    guard current == "." else { return .punctuation(".") }
    index += 1
    guard current != "." else {
      throw fault("write “…” for three dots; it stands for both", from: start, to: index + 1)
    }
    let digits = index
    while let scalar = current, (0x30...0x39).contains(scalar.value) { index += 1 }
    guard index > digits else {
      throw fault(
        "“..” needs the greatest number of words that may stand here, “..3”",
        from: start, to: index)
    }
    guard let count = Int(text(digits, index)), (1...Self.longestGap).contains(count) else {
      throw fault(
        "a gap has one to \(Self.longestGap) words, not \(text(digits, index))",
        from: start, to: index)
    }
    pattern.captureCount += 1
    return .gap(count, capture: pattern.captureCount)
  }

  private mutating func escaped() throws(PatternFault) -> PatternNode.Kind {
    let start = index
    index += 1
    guard let scalar = current, !WordScanner.isWordScalar(scalar), !WordScanner.isSpace(scalar)
    else {
      throw fault("“\\” stands right before a mark", from: start, to: start + 1)
    }
    return take(.punctuation(scalar))
  }

  // MARK: The part to report

  private mutating func reportStart() throws(PatternFault) -> PatternNode.Kind {
    guard depth == 0 else {
      throw fault("“⟦” cannot stand inside brackets", from: index, to: index + 1)
    }
    guard !pattern.marksReport else {
      throw fault("a pattern has one part to report", from: index, to: index + 1)
    }
    pattern.marksReport = true
    reportRange = offset(index)..<offset(index + 1)
    return take(.reportStart)
  }

  private mutating func reportEnd() throws(PatternFault) -> PatternNode.Kind {
    guard depth == 0 else {
      throw fault("“⟧” cannot stand inside brackets", from: index, to: index + 1)
    }
    guard reportRange != nil else {
      throw fault("no “⟦” is open before this “⟧”", from: index, to: index + 1)
    }
    reportRange = nil
    return take(.reportEnd)
  }

  private func checkReport() throws(PatternFault) {
    if let reportRange {
      throw PatternFault(
        kind: .pattern, message: "“⟦” is never closed; add “⟧”", range: reportRange)
    }
  }

  // MARK: Text

  private var current: Unicode.Scalar? { index < places.count ? places[index].scalar : nil }

  private mutating func take(_ kind: PatternNode.Kind) -> PatternNode.Kind {
    index += 1
    return kind
  }

  private mutating func skipSpaces() {
    while let scalar = current, WordScanner.isSpace(scalar) { index += 1 }
  }

  private func offset(_ index: Int) -> Int {
    index < places.count ? places[index].offset : byteCount
  }

  private func text(_ start: Int, _ end: Int) -> String { WordScanner.text(places[start..<end]) }

  private func fault(_ message: String, from start: Int, to end: Int) -> PatternFault {
    PatternFault(kind: .pattern, message: message, range: offset(start)..<offset(end))
  }
}

extension PatternNode {
  /// Whether the element can take a token, rather than only look at its place.
  var matchesText: Bool {
    switch kind {
    case .word, .exact, .inflected, .group, .wordClass, .gap, .punctuation, .quote: true
    case .sentenceStart, .sentenceEnd, .reportStart, .reportEnd: false
    }
  }
}
