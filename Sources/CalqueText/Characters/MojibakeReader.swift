/// Reads UTF-8 that was taken for Windows-1252 or Latin-1 back, once or twice.
///
/// A wrong reading turns one character into two to four: a lead byte that shows as `Ã`, `Â`, `â` …
/// and as many continuation bytes. That sequence hardly ever stands in a text by itself, and the
/// few that could, `ß”` or `é”—`, would mean characters that no news text has.
struct MojibakeReader {
  private let text: [UInt8]
  private let end: Int

  init(_ text: [UInt8], end: Int) {
    self.text = text
    self.end = end
  }

  /// A run of wrongly read characters.
  struct Run {
    /// Index behind its last byte.
    let end: Int
    /// The characters that were meant.
    let repaired: String
  }

  /// Returns the run that starts with `lead`, whose bytes end at `next`; nil where there is none.
  func run(lead: UInt32, next: Int) -> Run? {
    guard var last = sequence(lead: lead, next: next) else { return nil }
    var scalars = [last.scalar]
    while last.next < end, text[last.next] >= 0x80 {
      let scalar = DecodedScalar(text.span, at: last.next, end: end)
      guard let more = sequence(lead: scalar.value, next: last.next + scalar.length) else { break }
      scalars.append(more.scalar)
      last = more
    }
    scalars = Self.readingTwice(scalars)
    guard scalars.contains(where: Self.isCertain) || scalars.count > 1 else { return nil }
    let repaired = scalars.compactMap { Unicode.Scalar($0).map(Character.init) }
    return Run(end: last.next, repaired: String(repaired))
  }

  /// Tells whether a scalar is common enough in news to stand for a run alone: letters of Western
  /// and Central Europe, punctuation, currency signs, letter-like signs, ligatures, emoji.
  private static func isCertain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0x17F, 0x2010...0x2027, 0x2030...0x203A, 0x20A0...0x20BF, 0x2100...0x2122, 0x2212,
      0xFB00...0xFB06, 0xFEFF, 0xFFFD, 0x1F300...0x1FAFF:
      true
    default: false
    }
  }

  private func sequence(lead: UInt32, next: Int) -> (scalar: UInt32, next: Int)? {
    guard let byte = Windows1252.byte(of: lead) else { return nil }
    let count: Int
    var scalar: UInt32
    switch byte {
    case 0xC2...0xDF: (count, scalar) = (1, UInt32(byte & 0x1F))
    case 0xE0...0xEF: (count, scalar) = (2, UInt32(byte & 0x0F))
    case 0xF0...0xF4: (count, scalar) = (3, UInt32(byte & 0x07))
    default: return nil
    }
    var index = next
    for position in 0..<count {
      guard let more = continuation(at: index) else {
        // The last byte of a closing mark means nothing in Windows-1252, and some drop it.
        guard position == 2 - 1, scalar == 0x80 else { return nil }
        return (0x201D, index)
      }
      scalar = scalar << 6 | UInt32(more.byte & 0x3F)
      index = more.next
    }
    return (scalar, index)
  }

  private func continuation(at index: Int) -> (byte: UInt8, next: Int)? {
    guard index < end, text[index] >= 0x80 else { return nil }
    let scalar = DecodedScalar(text.span, at: index, end: end)
    guard let byte = Windows1252.byte(of: scalar.value), (0x80...0xBF).contains(byte) else {
      return nil
    }
    return (byte, index + scalar.length)
  }

  /// Reads the characters back once more where all of them are bytes of UTF-8 again.
  private static func readingTwice(_ scalars: [UInt32]) -> [UInt32] {
    let bytes = scalars.compactMap(Windows1252.byte)
    guard bytes.count == scalars.count, bytes.count > 1 else { return scalars }
    guard let text = String(validating: bytes, as: UTF8.self) else { return scalars }
    return text.unicodeScalars.map(\.value)
  }
}
