public import CalqueText

/// An example of a rule: a text, the places in it where the rule fires, and the text mended.
///
/// Written `A ⟦bad⟧ text. → A good text.`; in an example of several lines a line with only `→`
/// stands between text and mended text.
public struct RuleExample: Sendable, Hashable {
  /// The bytes of the text, without marks; `\xNN` in the example is one byte, UTF-8 or not.
  public let bytes: [UInt8]
  /// Bytes of ``bytes`` where the rule fires; none in a good example.
  public let ranges: [TextRange]
  /// The whole text after the fix; nil where the example says nothing of it.
  public let mended: String?

  /// Why an example cannot be read.
  public struct Fault: Error, Sendable, Hashable {
    /// What is wrong.
    public let message: String
    /// Bytes of the example as written.
    public let range: TextRange
  }

  /// Parses an example as a rule file has it.
  ///
  /// O(length).
  public init(parsing example: String) throws(Fault) {
    let bytes = Array(example.utf8)
    let (marked, mended) = try Self.split(bytes)
    var text: [UInt8] = []
    var ranges: [TextRange] = []
    var open: (mark: Int, start: UInt32)?
    var index = 0
    while index < marked.count {
      let isStart = marked[index...].starts(with: Self.opening)
      guard isStart || marked[index...].starts(with: Self.closing) else {
        let byte = Self.escapedByte(marked[index...])
        text.append(byte ?? marked[index])
        index += byte == nil ? 1 : Self.escapeLength
        continue
      }
      if isStart, open == nil {
        open = (index, UInt32(text.count))
      } else if !isStart, let start = open?.start {
        ranges.append(TextRange(start, UInt32(text.count)))
        open = nil
      } else {
        throw Self.unbalanced(isStart ? "⟦" : "⟧", at: index)
      }
      index += Self.opening.count
    }
    if let open { throw Self.unbalanced("⟦", at: open.mark) }
    self.bytes = text
    self.ranges = ranges
    self.mended = mended.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text, bytes that are no UTF-8 repaired.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private static let escapeLength = 4

  /// Returns the byte that `\xNN` stands for, where it stands at the start.
  private static func escapedByte(_ text: ArraySlice<UInt8>) -> UInt8? {
    guard text.starts(with: [0x5C, 0x78]), text.count >= escapeLength else { return nil }
    let digits = String(decoding: text.dropFirst(2).prefix(2), as: UTF8.self)
    return UInt8(digits, radix: 16)
  }

  private static let opening = Array("⟦".utf8)
  private static let closing = Array("⟧".utf8)
  private static let arrow = Array("→".utf8)

  private static func unbalanced(_ mark: String, at index: Int) -> Fault {
    Fault(
      message: "this “\(mark)” has no partner",
      range: TextRange(UInt32(index), UInt32(index + mark.utf8.count)))
  }

  /// Splits an example at its arrow; the line end that closes a block scalar is no text.
  private static func split(_ bytes: [UInt8]) throws(Fault) -> ([UInt8], [UInt8]?) {
    var body = bytes[...]
    if body.last == 0x0A { body.removeLast() }
    var found: Range<Int>?
    var index = 0
    while index < body.count {
      guard body[index] == arrow[0], let separator = separator(at: index, in: body) else {
        index += 1
        continue
      }
      guard found == nil else {
        throw Fault(
          message: "an example has one “→”, before the mended text",
          range: TextRange(UInt32(index), UInt32(index + arrow.count)))
      }
      found = separator
      index = separator.upperBound
    }
    guard let found else { return (Array(body), nil) }
    return (Array(body[..<found.lowerBound]), Array(body[found.upperBound...]))
  }

  /// Returns the arrow at `index` with the spaces or line ends around it; nil where it has none.
  private static func separator(at index: Int, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let end = index + arrow.count
    guard index > 0, bytes[index...].starts(with: arrow) else { return nil }
    let before = bytes[index - 1]
    guard before == 0x20 || before == 0x0A else { return nil }
    guard end == bytes.count || bytes[end] == before else { return nil }
    return (index - 1)..<min(bytes.count, end + 1)
  }
}
