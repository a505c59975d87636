internal import CYAML

/// Reads a text of YAML event by event, by libyaml.
///
/// A class, since libyaml keeps the address of its state and of the text; both are its own, and
/// what it hands out is copied.
@safe final class YAMLParser {
  /// What comes next, and the line and column where it starts, both counted from one.
  struct Event {
    enum Kind {
      case scalar(String, ScalarAlignment.Style)
      case alias
      case sequenceStart, mappingStart
      /// The end of a sequence or mapping.
      case end
      case documentStart, documentEnd
      case streamStart, streamEnd
    }

    let kind: Kind
    let line: Int
    let column: Int
  }

  /// Why a text cannot be read on.
  struct Failure: Error {
    enum Place {
      /// Line and column from one, and the line of what had begun there.
      case mark(line: Int, column: Int, beginLine: Int?)
      /// Bytes from the start of the text.
      case offset(Int)
    }

    let problem: String
    let place: Place
  }

  // libyaml wants both to stay where they are, which no array and no stored property promises.
  private let state: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  /// Starts to read UTF-8.
  init(_ utf8: ArraySlice<UInt8>) {
    unsafe text = .allocate(capacity: utf8.count)
    _ = unsafe text.initialize(from: utf8)
    unsafe state = .allocate(capacity: 1)
    isReady = unsafe yaml_parser_initialize(state) == 1
    guard isReady else { return }
    unsafe yaml_parser_set_encoding(state, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(state, text.baseAddress, text.count)
  }

  deinit {
    if isReady { unsafe yaml_parser_delete(state) }
    unsafe state.deallocate()
    unsafe text.deallocate()
  }

  /// Returns the next event.
  func next() throws(Failure) -> Event {
    guard isReady else { throw Failure(problem: Self.noMemory, place: .offset(0)) }
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(state, &event) == 1 else { throw failure }
    defer { unsafe yaml_event_delete(&event) }
    let mark = unsafe event.start_mark
    return unsafe Event(kind: Self.kind(event), line: mark.line + 1, column: mark.column + 1)
  }

  private static func kind(_ event: yaml_event_t) -> Event.Kind {
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return unsafe .scalar(String(decoding: bytes, as: UTF8.self), style(scalar.style))
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_START_EVENT: return .streamStart
    default: return .streamEnd
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> ScalarAlignment.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static let noMemory = "out of memory"

  private var failure: Failure {
    let parser = unsafe state.pointee
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? Self.noMemory
    guard unsafe parser.error != YAML_READER_ERROR else {
      return unsafe Failure(problem: problem, place: .offset(parser.problem_offset))
    }
    let mark = unsafe parser.problem_mark
    let beginLine = unsafe parser.context == nil ? nil : parser.context_mark.line + 1
    let place = Failure.Place.mark(
      line: mark.line + 1, column: mark.column + 1, beginLine: beginLine)
    return Failure(problem: problem, place: place)
  }
}
