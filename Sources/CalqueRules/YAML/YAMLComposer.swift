internal import CalqueText

/// Puts the events of a parser together to values that know their places.
struct YAMLComposer {
  /// Why there is no value.
  enum Failure: Error {
    case parser(YAMLParser.Failure)
    /// A key of a mapping is there already.
    case duplicateKey(LocatedText)
    /// A tag, an anchor or an alias at this offset, which would silently take its word away from a
    /// pattern: a rule file has no use for them.
    case mark(Int)
    /// What starts at this offset lies deeper inside of others than anything of a rule.
    case depth(Int)
  }

  private static let deepest = 100

  private let parser: YAMLParser
  private let text: [UInt8]
  private let places: YAMLPlaces

  /// Creates a composer of what a parser reads, a part of `text` whose lines and columns `places`
  /// knows.
  init(_ parser: YAMLParser, of text: [UInt8], _ places: YAMLPlaces) {
    self.parser = parser
    self.text = text
    self.places = places
  }

  /// Returns the value of a text of one document; nil where there is none.
  func document() throws(Failure) -> YAMLValue? {
    _ = try next()
    guard case .documentStart = try next().kind else { return nil }
    let value = try value(from: next(), depth: 0)
    _ = try next()
    let last = try next()
    guard case .streamEnd = last.kind else {
      let problem = "but found another document"
      throw .parser(
        YAMLParser.Failure(
          problem: problem, place: .mark(line: last.line, column: last.column, beginLine: 1)))
    }
    return value
  }

  private func next() throws(Failure) -> YAMLParser.Event {
    do {
      return try parser.next()
    } catch {
      throw .parser(error)
    }
  }

  private func value(
    from event: YAMLParser.Event, depth: Int
  ) throws(Failure) -> YAMLValue {
    let offset = places.offset(line: event.line, column: event.column)
    let place = TextRange(UInt32(offset), UInt32(min(offset + 1, text.count)))
    if offset < text.count, [0x21, 0x26, 0x2A].contains(text[offset]) { throw .mark(offset) }
    guard depth < Self.deepest else { throw .depth(offset) }
    switch event.kind {
    case .scalar(let scalar, let style):
      if style == .plain, scalar.isEmpty || scalar == "~" { return .null(place) }
      return .scalar(ScalarAlignment.locate(scalar, in: text, at: offset, as: style))
    case .sequenceStart: return .sequence(try items(depth: depth + 1), place)
    case .mappingStart: return .mapping(try pairs(depth: depth + 1), place)
    case .alias, .end, .documentStart, .documentEnd, .streamStart, .streamEnd:
      return .null(place)
    }
  }

  private func items(depth: Int) throws(Failure) -> [YAMLValue] {
    var items: [YAMLValue] = []
    while true {
      let event = try next()
      if case .end = event.kind { return items }
      items.append(try value(from: event, depth: depth))
    }
  }

  private func pairs(depth: Int) throws(Failure) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    var keys: Set<String> = []
    while true {
      let event = try next()
      if case .end = event.kind { return pairs }
      let key = try key(from: value(from: event, depth: depth))
      let value = try value(from: next(), depth: depth)
      guard keys.insert(key.text).inserted else { throw .duplicateKey(key) }
      pairs.append(YAMLPair(key: key, value: value))
    }
  }

  /// Returns what stands for a value as a key; of what is no text, nothing at its place.
  private func key(from value: YAMLValue) -> LocatedText {
    if case .scalar(let text) = value { text } else { LocatedText("", range: value.range) }
  }
}
