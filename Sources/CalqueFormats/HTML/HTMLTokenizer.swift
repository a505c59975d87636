internal import CalqueText

/// Cuts HTML into text and tags, as browsers do (WHATWG HTML, section 13.2.5).
///
/// Left out is what text does not need: values of attributes, doctypes, and that a script may hold
/// a comment which holds the end of a script.
struct HTMLTokenizer {
  /// A piece of a page; comments and their like are passed over.
  enum Token: Hashable {
    /// Characters, in which references are still to be read.
    case text(Range<Int>)
    /// A tag with its name in small letters; the bytes from `<` to `>`.
    case startTag(String, Range<Int>, isSelfClosing: Bool)
    case endTag(String, Range<Int>)
  }

  private let bytes: [UInt8]
  private let end: Int
  private(set) var offset: Int
  /// What runs to the end of the page because it is not closed, and where it starts.
  private(set) var unclosed: (name: String, offset: Int)?

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Returns the next piece; nil at the end.
  mutating func next() -> Token? {
    while offset < end {
      let start = offset
      if bytes[offset] == UInt8(ascii: "<") {
        switch markup() {
        case .token(let token): return token
        case .passedOver: continue
        case .bracket: offset = start + 1
        }
      }
      while offset < end, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
      return .text(start..<offset)
    }
    return nil
  }

  /// Passes over text up to the end tag of an element in which nothing else is a tag, and returns
  /// it.
  mutating func rawText(of name: String) -> Range<Int> {
    let start = offset
    while offset < end {
      if bytes[offset] == UInt8(ascii: "<"), isEndTag(of: name, at: offset) {
        return start..<offset
      }
      offset += 1
    }
    unclosed = ("the element <\(name)>", start)
    return start..<end
  }

  /// Passes over all that is left.
  mutating func skipRest() { offset = end }

  private func isEndTag(of name: String, at index: Int) -> Bool {
    let nameStart = index + 2
    let nameEnd = nameStart + name.utf8.count
    guard nameEnd < end, bytes[index + 1] == UInt8(ascii: "/") else { return false }
    return zip(bytes[nameStart..<nameEnd], name.utf8).allSatisfy { $0 | 0x20 == $1 }
      && (Self.isSpace(bytes[nameEnd]) || bytes[nameEnd] == UInt8(ascii: ">")
        || bytes[nameEnd] == UInt8(ascii: "/"))
  }

  /// What starts with an angle bracket.
  private enum Markup {
    case token(Token)
    /// A comment or the like.
    case passedOver
    /// Nothing: the bracket is text.
    case bracket
  }

  private mutating func markup() -> Markup {
    let start = offset
    guard start + 1 < end else { return .bracket }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      if bytes[start..<end].starts(with: "<!--".utf8) { skipComment() } else { skipDeclaration() }
      return .passedOver
    case UInt8(ascii: "?"):
      skipDeclaration()
      return .passedOver
    case UInt8(ascii: "/"):
      guard start + 2 < end else { return .bracket }
      guard Self.isLetter(bytes[start + 2]) else {
        skipDeclaration()
        return .passedOver
      }
      offset = start + 2
      let name = name()
      guard skipAttributes(from: start) != nil else { return .passedOver }
      return .token(.endTag(name, start..<offset))
    case let byte where Self.isLetter(byte):
      offset = start + 1
      let name = name()
      guard let isSelfClosing = skipAttributes(from: start) else { return .passedOver }
      return .token(.startTag(name, start..<offset, isSelfClosing: isSelfClosing))
    default: return .bracket
    }
  }

  private mutating func skipComment() {
    let start = offset
    offset += 4
    // `<!-->` and `<!--->` are comments without content.
    if bytes[offset..<end].starts(with: ">".utf8) || bytes[offset..<end].starts(with: "->".utf8) {
      offset -= 2
    }
    while offset < end {
      if bytes[offset] == UInt8(ascii: "-") {
        let rest = bytes[offset..<end]
        if rest.starts(with: "-->".utf8) || rest.starts(with: "--!>".utf8) {
          offset += bytes[offset + 2] == UInt8(ascii: ">") ? 3 : 4
          return
        }
      }
      offset += 1
    }
    unclosed = ("the comment", start)
  }

  /// Skips a doctype or what browsers take for a comment, up to the next bracket.
  private mutating func skipDeclaration() {
    while offset < end {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: ">") { return }
    }
  }

  private mutating func name() -> String {
    let start = offset
    while offset < end, !Self.isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: "/"),
      bytes[offset] != UInt8(ascii: ">")
    {
      offset += 1
    }
    // No element that matters has a longer name, and a short string takes no memory.
    guard offset - start <= 15 else { return "" }
    return String(decoding: bytes[start..<offset].lazy.map(\.smallLetter), as: UTF8.self)
  }

  /// Skips the attributes and the closing bracket of a tag and returns whether it ends in `/>`; nil
  /// for a tag that never ends, which takes the rest of the page with it.
  private mutating func skipAttributes(from start: Int) -> Bool? {
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: ">") { return bytes[offset - 2] == UInt8(ascii: "/") }
      guard byte == UInt8(ascii: "=") else { continue }
      while offset < end, Self.isSpace(bytes[offset]) { offset += 1 }
      guard offset < end else { break }
      let quote = bytes[offset]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        offset += 1
        while offset < end, bytes[offset] != quote { offset += 1 }
        offset += 1
      } else {
        while offset < end, !Self.isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: ">") {
          offset += 1
        }
        if offset < end, bytes[offset] == UInt8(ascii: ">") {
          offset += 1
          return false
        }
      }
    }
    offset = end
    unclosed = ("the tag", start)
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Tells whether a byte is white space of HTML.
  static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, 0x0D, 0x09, 0x0C: true
    default: false
    }
  }
}
