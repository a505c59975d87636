internal import CalqueText
internal import Yams

/// Reads a file of rules into values that know their places.
///
/// A list is read item by item, so that a fault of YAML in one rule leaves the others standing.
struct YAMLReader {
  private let source: RuleSource
  /// Offset of the first byte after a byte order mark.
  private let start: Int
  private var remainingValues = 0
  /// Where a value starts with a mark of YAML's that a rule file has no use for.
  private var markOffset: Int?

  /// Returns the items of a file that is one list.
  static func items(of source: RuleSource, log: inout ProblemLog) -> [YAMLValue] {
    var reader = YAMLReader(source)
    guard reader.checkEncoding(log: &log) else { return [] }
    var items: [YAMLValue] = []
    for chunk in reader.chunks() {
      switch reader.value(of: chunk, log: &log) {
      case .sequence(let values, _): items += values
      case .null, nil: continue
      case .some(let other):
        let message = "a rule file is a list, so a rule starts with “- id:”; this is "
        log.report(.wrongType, message + other.kindName, at: other.range, in: source.path)
      }
    }
    return items
  }

  /// Returns the pairs of a file that is one mapping.
  static func mapping(of source: RuleSource, log: inout ProblemLog) -> [YAMLPair] {
    var reader = YAMLReader(source)
    guard reader.checkEncoding(log: &log) else { return [] }
    switch reader.value(of: reader.start..<source.text.count, log: &log) {
    case .mapping(let pairs, _): return pairs
    case .null, nil: return []
    case .some(let other):
      let message = "this file is a mapping, “key: value” on each line; here is \(other.kindName)"
      log.report(.wrongType, message, at: other.range, in: source.path)
      return []
    }
  }

  private init(_ source: RuleSource) {
    self.source = source
    start = source.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Notes the first byte that is not UTF-8.
  private func checkEncoding(log: inout ProblemLog) -> Bool {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = source.text.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return true
      case .error(let length):
        let range = TextRange(UInt32(offset), UInt32(min(source.text.count, offset + length)))
        log.report(
          .syntax, "not UTF-8; save the file in that encoding", at: range, in: source.path)
        return false
      }
    }
  }

  /// Splits the file before each line that starts with `- `, what comes first apart.
  private func chunks() -> [Range<Int>] {
    let text = source.text
    var starts: [Int] = []
    var lineStart = start
    while lineStart < text.count {
      let next = lineStart + 1 < text.count ? text[lineStart + 1] : 0x0A
      if text[lineStart] == 0x2D, next == 0x20 || next == 0x0A || next == 0x0D {
        starts.append(lineStart)
      }
      lineStart = text[lineStart...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
    }
    guard !starts.isEmpty else { return [start..<text.count] }
    starts[0] = start
    return zip(starts, starts.dropFirst() + [text.count]).map { $0..<$1 }
  }

  /// Parses a part of the file; nil, with a problem noted, where it is not YAML.
  private mutating func value(of chunk: Range<Int>, log: inout ProblemLog) -> YAMLValue? {
    let places = YAMLPlaces(source.text, from: chunk.lowerBound, to: chunk.upperBound)
    guard isShallow(chunk, log: &log) else { return nil }
    // Only an alias lets a file hold more values than bytes.
    remainingValues = 2 * chunk.count + 8
    markOffset = nil
    do {
      let yaml = String(decoding: source.text[chunk], as: UTF8.self)
      guard let node = try compose(yaml: yaml, .default, .default, .utf8) else { return nil }
      let value = value(node, places: places)
      if let markOffset {
        let mark = UnquotedMark.leading(at: markOffset, of: source.text)
        let range = TextRange(UInt32(markOffset), UInt32(markOffset + 1))
        log.report(.syntax, mark.message, at: range, in: source.path)
        return nil
      }
      guard remainingValues > 0 else {
        let message = "aliases make more of this part than can be read; write the values out"
        log.report(.syntax, message, at: value.range, in: source.path)
        return nil
      }
      return value
    } catch let error as YamlError {
      let fault = YAMLFault(error, chunk: chunk, text: source.text, places: places)
      log.report(fault.kind, fault.message, at: fault.range, in: source.path)
    } catch {
      let range = TextRange(UInt32(chunk.lowerBound), UInt32(chunk.lowerBound))
      log.report(.syntax, "not YAML: \(error)", at: range, in: source.path)
    }
    return nil
  }

  /// Refuses brackets nested deeper than any rule's, which the parser would follow one by one.
  private func isShallow(_ chunk: Range<Int>, log: inout ProblemLog) -> Bool {
    var depth = 0
    for index in chunk {
      switch source.text[index] {
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D: depth = max(0, depth - 1)
      default: continue
      }
      guard depth <= 100 else {
        let range = TextRange(UInt32(index), UInt32(index + 1))
        log.report(.syntax, "brackets are nested too deeply", at: range, in: source.path)
        return false
      }
    }
    return true
  }

  private mutating func value(_ node: Node, places: YAMLPlaces) -> YAMLValue {
    let offset = places.offset(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let place = TextRange(UInt32(offset), UInt32(min(offset + 1, source.text.count)))
    remainingValues -= 1
    guard remainingValues > 0 else { return .null(place) }
    // A tag or an anchor would silently take its word away from a pattern.
    let isMarked = offset < source.text.count && [0x21, 0x26].contains(source.text[offset])
    if isMarked, markOffset == nil { markOffset = offset }
    switch node {
    case .scalar(let scalar):
      let text = scalar.string
      if scalar.style == .plain, text.isEmpty || text == "~" { return .null(place) }
      return .scalar(
        ScalarAlignment.locate(text, in: source.text, at: offset, as: style(of: scalar)))
    case .sequence(let sequence):
      return .sequence(sequence.map { value($0, places: places) }, place)
    case .mapping(let mapping):
      let pairs = mapping.map { pair in
        let key =
          if case .scalar(let text) = value(pair.key, places: places) { text } else {
            LocatedText("", range: place)
          }
        return YAMLPair(key: key, value: value(pair.value, places: places))
      }
      return .mapping(pairs, place)
    case .alias: return .null(place)
    }
  }

  private func style(of scalar: Node.Scalar) -> ScalarAlignment.Style {
    switch scalar.style {
    case .any, .plain: .plain
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal, .folded: .block
    }
  }
}
