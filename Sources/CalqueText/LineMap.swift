/// Turns byte offsets of one text into lines and columns, when something is printed.
///
/// Lines end at LF, CRLF or CR. A checkpoint every few kilobytes keeps a look-up short even when a
/// text is one line of a gigabyte: making the map takes one pass, a look-up O(log lines) and one
/// short walk.
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

  /// Where the columns of a stretch of text start to be counted.
  private struct Checkpoint {
    let offset: UInt32
    let line: UInt32
    /// Units before the checkpoint in its line, by unit.
    let scalars: UInt32
    let utf16: UInt32
    let bytes: UInt32
  }

  private static let checkpointDistance = 4096

  private let text: [UInt8]
  private let checkpoints: [Checkpoint]
  private let lineStarts: [UInt32]

  /// Reads `text` once and notes where its lines start.
  ///
  /// A byte order mark counts for no column.
  public init(_ text: [UInt8]) {
    self.text = text
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lineStarts = [UInt32(start)]
    var checkpoints = [
      Checkpoint(offset: UInt32(start), line: 0, scalars: 0, utf16: 0, bytes: 0)
    ]
    var scalars: UInt32 = 0
    var utf16: UInt32 = 0
    var lineStart = start
    var lastCheckpoint = start
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte & 0xC0 != 0x80 {
        if index - lastCheckpoint >= Self.checkpointDistance {
          checkpoints.append(
            Checkpoint(
              offset: UInt32(index), line: UInt32(lineStarts.count - 1), scalars: scalars,
              utf16: utf16, bytes: UInt32(index - lineStart)))
          lastCheckpoint = index
        }
        scalars &+= 1
        utf16 &+= byte >= 0xF0 ? 2 : 1
      }
      index += 1
      let isLineEnd =
        byte == 0x0A || (byte == 0x0D && !(index < text.count && text[index] == 0x0A))
      if isLineEnd {
        lineStarts.append(UInt32(index))
        checkpoints.append(
          Checkpoint(
            offset: UInt32(index), line: UInt32(lineStarts.count - 1), scalars: 0, utf16: 0,
            bytes: 0))
        (scalars, utf16, lineStart, lastCheckpoint) = (0, 0, index, index)
      }
    }
    self.checkpoints = checkpoints
    self.lineStarts = lineStarts
  }

  /// Number of lines; a text that ends in a line end has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// Returns the line and column of a byte offset.
  public func position(of offset: UInt32, in unit: ColumnUnit) -> Position {
    let checkpoint = checkpoints[
      lastIndex(atOrBefore: offset, of: checkpoints.count) {
        checkpoints[$0].offset
      }]
    var column: Int
    switch unit {
    case .utf8:
      column = Int(checkpoint.bytes) + max(0, Int(offset) - Int(checkpoint.offset))
    case .scalar, .utf16:
      column = Int(unit == .scalar ? checkpoint.scalars : checkpoint.utf16)
      var index = Int(checkpoint.offset)
      while index < Int(offset), index < text.count {
        let byte = text[index]
        if byte & 0xC0 != 0x80 { column += unit == .utf16 && byte >= 0xF0 ? 2 : 1 }
        index += 1
      }
    }
    return Position(line: Int(checkpoint.line) + 1, column: column + 1)
  }

  /// Returns the bytes of the line, counted from one, that holds `offset`, without its line end.
  public func line(at offset: UInt32) -> TextRange {
    range(ofLine: lastIndex(atOrBefore: offset, of: lineStarts.count) { lineStarts[$0] } + 1)
  }

  /// Returns the bytes of a line, counted from one, without its line end.
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
