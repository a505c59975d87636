/// Turns byte offsets of one text into lines and columns, when something is printed.
///
/// Lines end at LF, CRLF or CR. A long line has checkpoints, so that a look-up stays short even
/// when a text is one line of a gigabyte: making the map takes one pass, a look-up O(log lines) and
/// one short walk.
public struct LineMap: Sendable {
  /// What a column counts.
  ///
  /// SARIF must state it, editors differ.
  public enum ColumnUnit: String, Sendable, Hashable, CaseIterable {
    /// Unicode scalars: what Emacs and VS Code's matchers count.
    case scalar
    /// Bytes: what Vim counts.
    case utf8
    /// UTF-16 code units: what LSP counts by default.
    case utf16
  }

  /// A line and a column, both counted from one.
  public struct Position: Sendable, Hashable {
    /// Line, from one.
    public let line: Int
    /// Column in the unit asked for, from one.
    public let column: Int

    /// Creates a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// A place inside a long line with what stands before it in that line.
  private struct Checkpoint {
    let offset: UInt32
    let scalars: UInt32
    let utf16: UInt32
  }

  /// Bytes between checkpoints; a line without any is shorter than twice that.
  private static let checkpointDistance = 4096

  private let text: [UInt8]
  private let lineStarts: [UInt32]
  private let checkpoints: [Checkpoint]
  /// Number of lines of the file before those of the text.
  private let linesBefore: Int

  /// Makes the map of a source; its positions are those of the file.
  ///
  /// A byte order mark counts for no column.
  public init(_ source: Source) {
    self.init(source.bytes, source.lineStarts, linesBefore: source.origin.lines)
  }

  /// Makes the map of a text.
  ///
  /// A byte order mark counts for no column.
  public init(_ text: [UInt8]) {
    self.init(text, LineStarts(of: text, from: Source.markLength(of: text)), linesBefore: 0)
  }

  private init(_ text: [UInt8], _ lineStarts: LineStarts, linesBefore: Int) {
    self.text = text
    self.linesBefore = linesBefore
    self.lineStarts = lineStarts.offsets
    checkpoints = Self.checkpoints(of: lineStarts.offsets, in: text)
  }

  private static func checkpoints(of lineStarts: [UInt32], in text: [UInt8]) -> [Checkpoint] {
    var result: [Checkpoint] = []
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : text.count
      guard end - Int(start) >= 2 * checkpointDistance else { continue }
      var (scalars, utf16, last) = (UInt32(0), UInt32(0), Int(start))
      for offset in Int(start)..<end where text[offset] & 0xC0 != 0x80 {
        if offset - last >= checkpointDistance {
          result.append(Checkpoint(offset: UInt32(offset), scalars: scalars, utf16: utf16))
          last = offset
        }
        scalars += 1
        utf16 += text[offset] >= 0xF0 ? 2 : 1
      }
    }
    return result
  }

  /// Number of lines of the text; one that ends in a line end has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// Returns the line of the file, and the column, of a byte offset.
  ///
  /// O(log lines), of the lines between where the place is behind `near`, a line of the file.
  public func position(of offset: UInt32, in unit: ColumnUnit, near: Int = 1) -> Position {
    let line = line(of: offset, near: near - linesBefore - 1)
    let start = lineStarts[line]
    guard unit != .utf8 else {
      return Position(
        line: linesBefore + line + 1, column: max(0, Int(offset) - Int(start)) + 1)
    }
    var column = 0
    var index = Int(start)
    if let checkpoint = checkpoint(atOrBefore: offset), checkpoint.offset > start {
      column = Int(unit == .scalar ? checkpoint.scalars : checkpoint.utf16)
      index = Int(checkpoint.offset)
    }
    let length = ByteSearch.length(of: index..<max(index, min(Int(offset), text.count)), in: text)
    column += unit == .scalar ? length.scalars : length.utf16
    return Position(line: linesBefore + line + 1, column: column + 1)
  }

  /// Returns the index of the line that holds an offset, which is looked for behind another one
  /// first.
  private func line(of offset: UInt32, near index: Int) -> Int {
    var first = lineStarts.indices.contains(index) && lineStarts[index] <= offset ? index : 0
    var step = 1
    while first + step < lineStarts.count, lineStarts[first + step] <= offset {
      first += step
      step *= 2
    }
    let count = min(step, lineStarts.count - first)
    return first + lastIndex(atOrBefore: offset, of: count) { lineStarts[first + $0] }
  }

  private func checkpoint(atOrBefore offset: UInt32) -> Checkpoint? {
    guard let first = checkpoints.first, first.offset <= offset else { return nil }
    return checkpoints[
      lastIndex(atOrBefore: offset, of: checkpoints.count) { checkpoints[$0].offset }]
  }

  /// Returns the bytes of the line, counted from one, that holds `offset`, without its line end.
  public func line(at offset: UInt32) -> TextRange {
    range(ofLine: lastIndex(atOrBefore: offset, of: lineStarts.count) { lineStarts[$0] } + 1)
  }

  /// Returns the bytes of a line of the text, counted from one, without its line end.
  public func range(ofLine line: Int) -> TextRange {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : text.count
    if line < lineStarts.count {
      end -= 1
      if end > start, text[end] == 0x0A, text[end - 1] == 0x0D { end -= 1 }
    }
    return TextRange(UInt32(start), UInt32(max(start, end)))
  }

  /// Finds the last of `count` sorted offsets that is not after `offset`; the first if all are.
  private func lastIndex(
    atOrBefore offset: UInt32, of count: Int, offsetAt: (Int) -> UInt32
  ) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsetAt(middle) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
