internal import CalqueText

/// Counts the characters before a byte, for texts whose file is not in UTF-8.
///
/// SARIF names a place of such a file by characters, as its bytes are not those of the text. One
/// pass to make; a look-up walks a few kilobytes at most.
struct CharacterOffsets {
  private static let distance = 4096

  private let text: [UInt8]
  private let countsUTF16: Bool
  /// Characters before each multiple of ``distance``.
  private var checkpoints: [Int] = []

  /// Reads `text` once.
  ///
  /// A character is a scalar, or a UTF-16 unit where columns are such.
  init(_ text: [UInt8], unit: LineMap.ColumnUnit) {
    self.text = text
    countsUTF16 = unit == .utf16
    var total = 0
    // Through the end, so that the offset behind the last byte has a checkpoint as well.
    for start in stride(from: 0, through: text.count, by: Self.distance) {
      checkpoints.append(total)
      total += count(in: start..<min(start + Self.distance, text.count))
    }
  }

  /// Returns the number of characters before a byte offset.
  func offset(of byte: UInt32) -> Int {
    let checkpoint = Int(byte) / Self.distance
    return checkpoints[checkpoint] + count(in: checkpoint * Self.distance..<Int(byte))
  }

  private func count(in range: Range<Int>) -> Int {
    text[range].reduce(0) { total, byte in
      byte & 0xC0 == 0x80 ? total : total + (countsUTF16 && byte >= 0xF0 ? 2 : 1)
    }
  }
}
