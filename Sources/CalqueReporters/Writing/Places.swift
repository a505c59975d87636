internal import CalqueText

/// The lines and columns of one text in the unit of the run.
struct Places {
  /// A range as lines and columns; the end is the place behind its last character.
  struct Place {
    let start: LineMap.Position
    let end: LineMap.Position
  }

  private let lines: LineMap
  private let bytesBefore: Int
  private let unit: LineMap.ColumnUnit

  /// Reads the text once.
  init(_ source: Source, unit: LineMap.ColumnUnit) {
    lines = LineMap(source)
    bytesBefore = source.origin.bytes
    self.unit = unit
  }

  /// Returns the bytes of the file that a range covers.
  func bytes(of range: TextRange) -> Range<Int> {
    bytesBefore + Int(range.start)..<bytesBefore + Int(range.end)
  }

  /// Returns the lines and columns of a range.
  func place(of range: TextRange) -> Place {
    Place(start: start(of: range), end: lines.position(of: range.end, in: unit))
  }

  /// Returns the line and column in which a range starts.
  func start(of range: TextRange) -> LineMap.Position {
    lines.position(of: range.start, in: unit)
  }
}
