internal import CalqueText

/// A scalar of a YAML file, each byte of which knows where in the file it was written.
struct LocatedText {
  /// The value.
  let text: String
  /// The bytes of the file that the scalar takes, its quotation marks included.
  let range: TextRange
  /// Offset in the file of each byte of the value, and of its end; nil where escapes forbid it.
  private let places: [UInt32]?

  /// Creates a text whose bytes stand at `places`, or somewhere in `range`.
  init(_ text: String, range: TextRange, places: [UInt32]? = nil) {
    self.text = text
    self.range = range
    self.places = places
  }

  /// Returns the bytes of the file behind some bytes of the value; the whole scalar in doubt.
  func range(of bytes: Range<Int>) -> TextRange {
    guard let places, bytes.upperBound < places.count else { return range }
    let start = places[bytes.lowerBound]
    return TextRange(start, max(start, places[bytes.upperBound]))
  }

  /// Returns a part of the value, which still knows its place.
  func part(_ bytes: Range<Int>) -> LocatedText {
    let utf8 = Array(text.utf8)
    return LocatedText(
      String(decoding: utf8[bytes], as: UTF8.self), range: range(of: bytes),
      places: places.map { Array($0[bytes.lowerBound...bytes.upperBound]) })
  }
}
