internal import CalqueText

/// Finds where in a file the bytes of a scalar were written, by walking over both side by side.
///
/// Indentation and folded lines are white space on either side; a doubled `''` and the escapes
/// `\"` and `\\` are followed. Any other escape makes the places unknown.
struct ScalarAlignment {
  /// How a scalar is written.
  enum Style {
    case plain, singleQuoted, doubleQuoted, block
  }

  private let file: [UInt8]
  private let value: [UInt8]
  private let style: Style
  private var place: Int
  private var places: [UInt32] = []

  /// Returns the scalar that starts at byte `start` of `file`.
  static func locate(_ text: String, in file: [UInt8], at start: Int, as style: Style)
    -> LocatedText
  {
    var alignment = ScalarAlignment(text, in: file, at: start, as: style)
    guard alignment.walk() else {
      return LocatedText(text, range: restOfLine(at: start, in: file))
    }
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    let end = min(file.count, alignment.place + (isQuoted ? 1 : 0))
    return LocatedText(
      text, range: TextRange(UInt32(start), UInt32(end)), places: alignment.places)
  }

  private init(_ text: String, in file: [UInt8], at start: Int, as style: Style) {
    self.file = file
    self.style = style
    value = Array(text.utf8)
    switch style {
    case .plain: place = start
    case .singleQuoted, .doubleQuoted: place = start + 1
    case .block: place = file[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? file.count
    }
    places.reserveCapacity(value.count + 1)
  }

  /// Aligns all bytes; false where they cannot be followed.
  private mutating func walk() -> Bool {
    var index = 0
    while index < value.count {
      guard place < file.count else { return style == .block && appendRest(from: index) }
      if Self.isSpace(value[index]) || Self.isSpace(file[place]) {
        index = alignSpace(from: index)
      } else {
        guard let length = lengthInFile(of: value[index]) else { return false }
        places.append(UInt32(place))
        place += length
        index += 1
      }
    }
    places.append(UInt32(place))
    return true
  }

  /// Lets a run of white space in the value stand for one in the file.
  private mutating func alignSpace(from index: Int) -> Int {
    let end = value[index...].firstIndex { !Self.isSpace($0) } ?? value.count
    let isLast = end == value.count
    // What follows the last line of a scalar is no longer its own.
    let placeEnd =
      isLast
      ? min(file.count, place + (end - index))
      : file[place...].firstIndex { !Self.isSpace($0) } ?? file.count
    for step in 0..<(end - index) { places.append(UInt32(min(place + step, placeEnd))) }
    place = placeEnd
    return end
  }

  /// Returns how many bytes a byte of the value takes here; nil where the file has another.
  private func lengthInFile(of byte: UInt8) -> Int? {
    let next = place + 1 < file.count ? file[place + 1] : 0
    switch (style, file[place]) {
    case (.doubleQuoted, 0x5C): return (next == 0x22 || next == 0x5C) && next == byte ? 2 : nil
    case (.singleQuoted, 0x27): return next == 0x27 && byte == 0x27 ? 2 : nil
    case (_, byte): return 1
    default: return nil
    }
  }

  /// Places a line end that YAML adds at the end of a file.
  private mutating func appendRest(from index: Int) -> Bool {
    for _ in index...value.count { places.append(UInt32(file.count)) }
    return value[index...].allSatisfy(Self.isSpace)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Returns the bytes from `start` to the end of its line.
  private static func restOfLine(at start: Int, in file: [UInt8]) -> TextRange {
    let end = file[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.count
    return TextRange(UInt32(start), UInt32(end))
  }
}
