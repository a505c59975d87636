public import CalqueText

/// How text is written in a source, so that an edit of the text can be written there.
public enum TextNotation: Sendable, Hashable {
  /// As it is.
  case plain
  /// As the content of an element of HTML.
  case html
  /// As a paragraph of Markdown.
  case markdown
  /// Inside a string of JSON.
  case json
}

extension ExtractedText {
  /// Returns an edit of the text as an edit of the source; nil where none can be told that does
  /// exactly that.
  ///
  /// Not offered is an edit across markup or across the gap between two blocks, one that cuts an
  /// entity in two, and one that would make markup of text around it. O(log segments + edit).
  public func edit(
    _ range: TextRange, _ replacement: String, in source: Source
  ) -> (range: TextRange, replacement: String)? {
    guard let place = offsets.editable(range) else { return nil }
    let edit = PlacedEdit(
      replacement: replacement, place: place.indices, source: source.bytes,
      isBesideMarkup: (offsets.hasGap(at: range.start), offsets.hasGap(at: range.end)))
    return edit.written(notation).map { (place, $0) }
  }
}

/// An edit with what stands around its place in the source.
private struct PlacedEdit {
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
  private var endsInEntity: Bool {
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

// MARK: - Markdown

/// What a byte is to the marks of Markdown beside it.
private enum ByteKind: Hashable {
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

extension PlacedEdit {
  /// Bytes that may be markup of their own, by what follows or precedes them.
  private static let special = Set("\\`*_[]<>&~|".utf8)

  private var markdown: String? {
    guard !replacement.utf8.contains(where: { $0 < 0x20 }), !endsInEntity else { return nil }
    let before = place.lowerBound > 0 ? source[place.lowerBound - 1] : 0x0A
    let after = place.upperBound < source.count ? source[place.upperBound] : 0x0A
    let new = Array(replacement.utf8)
    // An emphasis mark means what it means by the characters beside it.
    if isBesideMarkup.before || Self.special.contains(before) {
      guard keepsKind(of: source[place.lowerBound...], as: new + [after]) else { return nil }
    }
    if isBesideMarkup.after || Self.special.contains(after) {
      guard keepsKind(of: source[..<place.upperBound].reversed(), as: new.reversed() + [before])
      else { return nil }
    }
    // At the start of a line a digit or a mark may begin a list, a heading, a quotation.
    if startsLine {
      guard let first = new.first ?? Optional(after), first >= 0x80 || isLetter(first) else {
        return nil
      }
    }
    return new.isEmpty ? "" : Self.escaped(replacement)
  }

  /// Tells whether the first of what comes is of the kind of the first of what was.
  private func keepsKind(of old: some Sequence<UInt8>, as new: some Sequence<UInt8>) -> Bool {
    var old = old.makeIterator()
    var new = new.makeIterator()
    guard let was = old.next(), let becomes = new.next() else { return false }
    guard was < 0x80, becomes < 0x80 else { return was == becomes }
    return ByteKind(was) == ByteKind(becomes) && !Self.special.contains(becomes)
  }

  private var startsLine: Bool {
    var index = place.lowerBound
    while index > 0, source[index - 1] == 0x20 || source[index - 1] == 0x09 { index -= 1 }
    return index == 0 || source[index - 1] == 0x0A || source[index - 1] == 0x0D
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    ByteKind(byte) == .word && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII, special.contains(UInt8(scalar.value)) || scalar == "#" {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
    }
  }
}
