internal import CalqueText

/// A value of a YAML file with its place.
indirect enum YAMLValue {
  /// A text; numbers and booleans are texts as well, since a rule's words may be `on` or `1,500`.
  case scalar(LocatedText)
  /// Nothing, or a lone `~`.
  case null(TextRange)
  case sequence([YAMLValue], TextRange)
  case mapping([YAMLPair], TextRange)

  /// The bytes of the value; of a collection, its first.
  var range: TextRange {
    switch self {
    case .scalar(let text): text.range
    case .null(let range), .sequence(_, let range), .mapping(_, let range): range
    }
  }

  /// What the value is, for a message: `a list`.
  var kindName: String {
    switch self {
    case .scalar: "a text"
    case .null: "nothing"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A key of a mapping and what it stands for.
struct YAMLPair {
  let key: LocatedText
  let value: YAMLValue
}
