internal import CalqueText

/// Text of others made fit to be printed: what it says can be seen, and nothing in it acts.
///
/// Controls become `\u{1B}`, bytes that are no UTF-8 become `\xFF`, a tab four spaces. Two things
/// in plain characters are broken up as well: `##[`, by which GitHub's runner takes a command out
/// of any line of a log, and `:3:14: `, by which an editor takes a line for a finding.
package struct VisibleText {
  /// One scalar, or one byte that is none, as it is shown.
  struct Cell {
    /// What is printed.
    let shown: String
    /// Columns that it takes on a terminal (UAX #11).
    let width: Int
    /// Whether a line may be cut here without cutting a word.
    let isSpace: Bool
  }

  /// Columns of a tab, which has no tab stops: the place of the text on the screen is not its own.
  private static let tabWidth = 4

  /// The cells, in the order of the text.
  let cells: [Cell]

  /// Makes the bytes of `range` visible; a neighbour outside it still counts as context.
  ///
  /// O(length of the range).
  init(_ bytes: [UInt8], in range: Range<Int>) {
    var cells: [Cell] = []
    var input = bytes[range].makeIterator()
    var parser = UTF8.ForwardParser()
    var index = range.lowerBound
    scan: while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let encoded):
        cells.append(Self.cell(UTF8.decode(encoded), at: index, of: bytes))
        index += encoded.count
      case .error(let length):
        cells += bytes[index..<index + length].map(Self.cell(invalidByte:))
        index += length
      case .emptyInput:
        break scan
      }
    }
    self.cells = cells
  }

  /// Makes a whole text visible.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, in: bytes.indices)
  }

  /// What is printed.
  var shown: String {
    var result = ""
    for cell in cells { result += cell.shown }
    return result
  }

  /// Returns a whole text made visible: most are as they are, and are given back so.
  ///
  /// O(length).
  package static func shown(_ text: String) -> String {
    isPlain(text.utf8.span) ? text : VisibleText(text).shown
  }

  /// Returns a path made visible that stands at the start of a line, where `::` is a command to
  /// GitHub.
  ///
  /// O(length).
  package static func shown(path: String) -> String {
    let shown = shown(path)
    // Most paths have no colon.
    guard shown.utf8.contains(UInt8(ascii: ":")) else { return shown }
    let start = shown.prefix { $0.isWhitespace }
    let rest = shown.dropFirst(start.count)
    return rest.hasPrefix("::") ? start + "\\u{3A}" + rest.dropFirst() : shown
  }

  /// Tells whether nothing in a text needs a change, where that is quickly seen: in ASCII, letters
  /// of Latin-1, guillemets, dashes, curly quotation marks and ellipses.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while true {
      index = ByteSearch.firstUnprintable(
        or: UInt8(ascii: "["), UInt8(ascii: ":"), in: bytes, from: index)
      guard index < bytes.count else { return true }
      guard let length = plainLength(at: index, of: bytes) else { return false }
      index += length
    }
  }

  /// Returns the length of the character at a place that is no letter or common mark of ASCII; nil
  /// where it may need a change.
  private static func plainLength(at index: Int, of bytes: Span<UInt8>) -> Int? {
    func byte(_ distance: Int) -> UInt8 {
      bytes.indices.contains(index + distance) ? bytes[index + distance] : 0
    }
    switch bytes[index] {
    case UInt8(ascii: "["): return byte(-1) == UInt8(ascii: "#") ? nil : 1
    case UInt8(ascii: ":"):
      return byte(1) == UInt8(ascii: " ") && (0x30...0x39).contains(byte(-1)) ? nil : 1
    case 0xC2: return (0xA1...0xBF).contains(byte(1)) && byte(1) != 0xAD ? 2 : nil
    case 0xC3: return 2
    case 0xE2: return byte(1) == 0x80 && (0x93...0xA6).contains(byte(2)) ? 3 : nil
    default: return nil
    }
  }
}

extension VisibleText {
  private static func cell(
    _ scalar: Unicode.Scalar, at index: Int, of bytes: [UInt8]
  ) -> Cell {
    switch scalar {
    case "\t":
      Cell(shown: String(repeating: " ", count: tabWidth), width: tabWidth, isSpace: true)
    case "[" where bytes[..<index].endsLikeCommand: escaped(scalar)
    case ":" where endsPosition(at: index, of: bytes): escaped(scalar)
    case _ where scalar.isHidden: escaped(scalar)
    default:
      Cell(
        shown: String(scalar), width: Scalars.width(of: scalar.value), isSpace: scalar == " ")
    }
  }

  private static func cell(invalidByte byte: UInt8) -> Cell {
    // The byte is 0x80 or more, so it has two digits.
    let shown = "\\x" + String(byte, radix: 16, uppercase: true)
    return Cell(shown: shown, width: shown.utf8.count, isSpace: false)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> Cell {
    let shown = "\\u{\(scalar.hexadecimal)}"
    return Cell(shown: shown, width: shown.utf8.count, isSpace: false)
  }

  /// Tells whether the colon at `index` is the last one of `:LINE:COLUMN: `.
  private static func endsPosition(at index: Int, of bytes: [UInt8]) -> Bool {
    guard index + 1 < bytes.count, bytes[index + 1] == 0x20 else { return false }
    var colon = index
    for _ in 1...2 {
      let digits = bytes[..<colon].reversed().prefix { 0x30...0x39 ~= $0 }.count
      colon -= digits + 1
      guard digits > 0, colon >= 0, bytes[colon] == UInt8(ascii: ":") else { return false }
    }
    return true
  }
}
