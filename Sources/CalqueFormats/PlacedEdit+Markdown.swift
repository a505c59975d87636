extension PlacedEdit {
  /// Bytes that may be markup of their own, by what follows or precedes them.
  private static let special = Set("\\`*_[]<>&~|".utf8)

  /// What is written at a place in a paragraph of Markdown; nil where it would read as something
  /// else.
  var markdown: String? {
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
    let written = Self.escaped(replacement)
    if startsLine || isBesideMarkup.before, startsBlock(Array(written.utf8)) { return nil }
    return written
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

  /// Tells whether a line that starts with what is written, and goes on as the source does, may
  /// begin a list, a heading, a quotation or the like.
  private func startsBlock(_ written: [UInt8]) -> Bool {
    // What is written is escaped; what it leaves at the start of the line need not be.
    var isEscaped = !written.isEmpty
    var line = written[...]
    if line.allSatisfy({ $0 == 0x20 }) {
      isEscaped = false
      line = source[place.upperBound...].prefix(Self.longestMarker).drop { $0 == 0x20 }
    } else if line.count < Self.longestMarker {
      line += source[place.upperBound...].prefix(Self.longestMarker)
    }
    line = line.drop { $0 == 0x20 }
    let digits = line.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard digits.isEmpty else {
      return line.dropFirst(digits.count).first.map { ".)".utf8.contains($0) } ?? false
    }
    guard let first = line.first, ByteKind(first) == .punctuation else { return false }
    return isEscaped ? "-+=:".utf8.contains(first) : !"\"'(".utf8.contains(first)
  }

  /// Bytes of the longest number of a list item, its stop and some spaces.
  private static let longestMarker = 16

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII, special.contains(UInt8(scalar.value)) || scalar == "#" {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
    }
  }
}
