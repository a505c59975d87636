import CalqueReporters
import CalqueText

/// Places of texts one below the other, each in the middle of what stands around it.
struct Concordance: Sendable {
  /// One place.
  struct Line: Sendable, Hashable {
    /// `path:line:column:`, fit to be printed.
    let place: String
    let left: String
    let hit: String
    let right: String
  }

  /// Columns of the text on each side.
  private static let width = 60

  /// The lines, in the order of the texts.
  let lines: [Line]

  /// Shows places of one text.
  init(_ ranges: [TextRange], in source: Source, path: String) {
    guard !ranges.isEmpty else {
      lines = []
      return
    }
    let positions = LineMap(source)
    let path = VisibleText.shown(path: path)
    lines = ranges.map { range in
      let position = positions.position(of: range.start, in: .scalar)
      let bytes = source.bytes
      // A scalar has four bytes at most; what is cut off in front is cut again by its width.
      let reach = Self.width * 4
      let start = max(0, Int(range.start) - reach)
      let end = min(bytes.count, Int(range.end) + reach)
      return Line(
        place: "\(path):\(position.line):\(position.column):",
        left: Self.end(of: Self.shown(bytes[start..<Int(range.start)])),
        hit: Self.shown(bytes[range.indices]),
        right: Self.start(of: Self.shown(bytes[Int(range.end)..<end])))
    }
  }

  /// Puts several one below the other.
  init(_ parts: [Concordance]) { lines = parts.flatMap(\.lines) }

  /// The lines, aligned at the hits.
  var text: [UInt8] {
    let placeWidth = lines.map { Self.columns($0.place) }.max() ?? 0
    var text: [UInt8] = []
    for line in lines {
      text += Array(line.place.utf8)
      let gap = placeWidth - Self.columns(line.place) + Self.width - Self.columns(line.left) + 1
      text += Array(repeating: UInt8(ascii: " "), count: max(1, gap))
      // At the end of a text a line end is left over, as a space that nobody needs.
      let right = line.right.hasSuffix(" ") ? line.right.dropLast() : line.right[...]
      text += Array("\(line.left)⟦\(line.hit)⟧\(right)\n".utf8)
    }
    return text
  }

  /// Makes text visible in one line: line ends and runs of spaces are one space.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    // The start of a slice may be inside of a scalar.
    let whole = bytes.drop { $0 & 0xC0 == 0x80 }
    var result: [UInt8] = []
    for byte in whole {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace { result.append(byte) } else if result.last != 0x20 { result.append(0x20) }
    }
    return VisibleText.shown(String(decoding: result, as: UTF8.self))
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + Scalars.width(of: $1.value) }
  }

  private static func start(of text: String) -> String {
    var taken = 0
    let end = text.firstIndex { character in
      taken += columns(String(character))
      return taken > width
    }
    return end.map { String(text[..<$0]) + "…" } ?? text
  }

  private static func end(of text: String) -> String {
    guard columns(text) > width else { return text }
    // One column is for the dots.
    var taken = 1
    let kept = text.reversed().prefix { character in
      taken += columns(String(character))
      return taken <= width
    }
    return "…" + String(kept.reversed())
  }
}
