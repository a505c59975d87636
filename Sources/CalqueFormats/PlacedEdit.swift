internal import CalqueText

/// An edit with what stands around its place in the source.
struct PlacedEdit {
  let replacement: String
  let place: Range<Int>
  let source: [UInt8]
  let isBesideMarkup: (before: Bool, after: Bool)

  /// Returns what is written at the place; nil where it would read as something else.
  func written(_ notation: TextNotation) -> String? {
    switch notation {
    case .plain: replacement
    case .html: endsInEntity ? nil : Self.html(replacement)
    case .json: Self.json(replacement)
    case .markdown: markdown
    }
  }

  /// Tells whether an ampersand or angle bracket that is text stands before the place, which a
  /// change behind it could turn into an entity or a tag.
  var endsInEntity: Bool {
    var index = place.lowerBound
    while index > 0, place.lowerBound - index < Self.longestEntity,
      ByteKind(source[index - 1]) == .word || source[index - 1] == UInt8(ascii: "#")
    {
      index -= 1
    }
    guard index > 0 else { return false }
    if source[index - 1] == UInt8(ascii: "&") { return true }
    let before = source[..<place.lowerBound].suffix(2)
    return before.last == UInt8(ascii: "<") || before.elementsEqual("</".utf8)
      || before.elementsEqual("<!".utf8)
  }

  /// Bytes of the longest name of an entity, and some more.
  private static let longestEntity = 40

  private static func html(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func json(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

/// What a byte is to the marks of Markdown beside it.
enum ByteKind: Hashable {
  case space, punctuation, word

  /// Bytes beyond ASCII are taken for letters but for those of spaces and of general punctuation.
  init(_ byte: UInt8) {
    switch byte {
    case 0...0x20: self = .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
      self = .word
    default: self = .punctuation
    }
  }
}
