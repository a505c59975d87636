internal import CalqueText

/// Reads a file of rules into values that know their places.
///
/// A list is read item by item, so that a fault of YAML in one rule leaves the others standing.
struct YAMLReader {
  private let source: RuleSource
  /// Offset of the first byte after a byte order mark.
  private let start: Int

  /// Returns the items of a file that is one list.
  static func items(of source: RuleSource, log: inout ProblemLog) -> [YAMLValue] {
    let reader = YAMLReader(source)
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
    let reader = YAMLReader(source)
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
    start = Source.markLength(of: source.text)
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

  /// Parses a part of the file; nil, with a problem noted, where it is not YAML, or is nothing.
  private func value(of chunk: Range<Int>, log: inout ProblemLog) -> YAMLValue? {
    let places = YAMLPlaces(source.text, from: chunk.lowerBound, to: chunk.upperBound)
    let composer = YAMLComposer(YAMLParser(source.text[chunk]), of: source.text, places)
    let fault: YAMLFault
    do throws(YAMLComposer.Failure) {
      return try composer.document()
    } catch {
      fault = YAMLFault(error, chunk: chunk, text: source.text, places: places)
    }
    log.report(fault.kind, fault.message, at: fault.range, in: source.path)
    return nil
  }
}
