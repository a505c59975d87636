internal import CalqueText

/// Writes JSON (RFC 8259) into bytes as it is told, without building a tree.
///
/// Members stand in the order of the calls, so a document is the same on every run. Text that acts
/// on what shows it (controls, U+2028, marks of direction) is written as an escape, so that a
/// report may be printed on a terminal or cut into lines by anything that knows lines.
package struct JSONWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []
  /// Whether the next key or element follows another one.
  private var needsComma = false

  /// Creates a writer that has written nothing.
  package init() {}

  /// Writes an object whose members `content` writes.
  package mutating func object(_ content: (inout JSONWriter) -> Void) {
    openObject()
    content(&self)
    closeObject()
  }

  /// Writes an array whose elements `content` writes.
  package mutating func array(_ content: (inout JSONWriter) -> Void) {
    openArray()
    content(&self)
    closeArray()
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    startValue()
    quote(text)
    needsComma = true
  }

  /// Writes an integer.
  package mutating func integer(_ number: some BinaryInteger) {
    startValue()
    append(String(number))
    needsComma = true
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    startValue()
    append(value ? "true" : "false")
    needsComma = true
  }

  /// Writes the name of a member; its value comes next.
  package mutating func key(_ name: String) {
    startValue()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Starts an object that another writer may close: a report is written in parts.
  package mutating func openObject() { open(UInt8(ascii: "{")) }

  /// Ends an object.
  package mutating func closeObject() { close(UInt8(ascii: "}")) }

  /// Starts an array that another writer may close.
  package mutating func openArray() { open(UInt8(ascii: "[")) }

  /// Ends an array.
  package mutating func closeArray() { close(UInt8(ascii: "]")) }

  /// Breaks the line before the next element; one record a line makes reports comparable.
  package mutating func lineBreak() {
    // A comma that is due stands at the end of its line.
    startValue()
    bytes.append(0x0A)
  }

  /// Breaks the line behind the last element or the document.
  package mutating func endLine() { bytes.append(0x0A) }
}

extension JSONWriter {
  /// Writes a member whose value is a string.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a member whose value is an integer.
  package mutating func member(_ name: String, _ number: some BinaryInteger) {
    key(name)
    integer(number)
  }

  /// Writes a member whose value is `true` or `false`.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes a member whose value is an array of strings.
  package mutating func array(_ name: String, of texts: some Sequence<String>) {
    array(name) { array in
      for text in texts { array.string(text) }
    }
  }

  /// Writes a member whose value is an object.
  package mutating func object(_ name: String, _ content: (inout JSONWriter) -> Void) {
    key(name)
    object(content)
  }

  /// Writes a member whose value is an array.
  package mutating func array(_ name: String, _ content: (inout JSONWriter) -> Void) {
    key(name)
    array(content)
  }
}

extension JSONWriter {
  private mutating func startValue() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    startValue()
    bytes.append(bracket)
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Names of members and most values are as they are.
    if Self.printableEnd(in: text.utf8.span, from: 0) == text.utf8.count,
      !text.utf8.contains(UInt8(ascii: "["))
    {
      append(text)
    } else {
      appendEscaped(text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Returns where the first byte stands that is no printable ASCII or a mark of JSON's, or the
  /// end.
  private static func printableEnd(in utf8: Span<UInt8>, from start: Int) -> Int {
    ByteSearch.firstUnprintable(
      or: UInt8(ascii: "\""), UInt8(ascii: "\\"), in: utf8, from: start)
  }

  private mutating func appendEscaped(_ text: String) {
    let utf8 = Array(text.utf8)
    var index = 0
    while index < utf8.count {
      let end = Self.printableEnd(in: utf8.span, from: index)
      appendPrintable(utf8[index..<end])
      index = end
      var rest = utf8[index...].makeIterator()
      var parser = UTF8.ForwardParser()
      // A string holds nothing but scalars.
      guard case .valid(let encoded) = parser.parseScalar(from: &rest) else { break }
      write(UTF8.decode(encoded))
      index += encoded.count
    }
  }

  /// Writes printable ASCII; `##[` starts a command in whatever line of a GitHub log it stands.
  private mutating func appendPrintable(_ text: ArraySlice<UInt8>) {
    var rest = text
    while let bracket = rest.firstIndex(of: UInt8(ascii: "[")) {
      bytes += rest[..<bracket]
      if bytes.endsLikeCommand { escape("[") } else { bytes.append(rest[bracket]) }
      rest = rest[(bracket + 1)...]
    }
    bytes += rest
  }

  /// Writes a scalar that is no printable ASCII, or a mark of JSON's.
  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\u{8}": append("\\b")
    case "\t": append("\\t")
    case "\n": append("\\n")
    case "\u{C}": append("\\f")
    case "\r": append("\\r")
    case _ where scalar.isHidden: escape(scalar)
    default: append(String(scalar))
    }
  }

  /// Writes `\u` and four digits for each UTF-16 unit of a scalar.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
