internal import CalqueText

/// A value of a JSON text, with the bytes that it stands in.
struct JSONValue: Sendable, Hashable {
  /// What a value is.
  indirect enum Content: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// A number as it is written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  /// A key of an object with its value.
  struct Member: Sendable, Hashable {
    let key: String
    /// The key with its quotation marks.
    let keyRange: TextRange
    let value: JSONValue
  }

  let content: Content
  let range: TextRange

  /// The kind of value with its article, as messages name it.
  var kind: String {
    switch content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
