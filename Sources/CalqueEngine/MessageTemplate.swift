/// The message of a rule, with the `$1` and `$name` places that each of its findings fills.
struct MessageTemplate {
  /// What is written at a place.
  enum Place {
    /// The text of a capture, from one; of zero, the text reported.
    case capture(Int)
    /// What a check says under a name.
    case value(String)
  }

  private let message: String
  /// What stands before each place, and the place.
  private var places: [(before: Substring, Place)] = []
  /// What stands behind the last place.
  private let rest: Substring

  /// Takes a message as a rule has it.
  ///
  /// O(length).
  init(_ message: String) {
    self.message = message
    let bytes = message.utf8.span
    var start = 0
    var index = 0
    while index < bytes.count {
      let end = bytes[index] == UInt8(ascii: "$") ? Self.nameEnd(in: bytes, from: index + 1) : index
      // A dollar before anything but a name is a dollar.
      guard end > index + 1 else {
        index += 1
        continue
      }
      let name = String(message.part(index + 1..<end))
      let place = Int(name).map(Place.capture) ?? .value(name)
      places.append((message.part(start..<index), place))
      (start, index) = (end, end)
    }
    rest = message.part(start..<bytes.count)
  }

  /// Returns the message with its places filled; a place without a value is left out.
  ///
  /// O(length).
  func filled(_ value: (Place) -> String?) -> String {
    guard !places.isEmpty else { return message }
    var text = ""
    // A place is filled with some words.
    text.reserveCapacity(message.utf8.count + 32)
    for (before, place) in places {
      // `+=` has a part of a string for any sequence, of a type to be looked up.
      text.append(contentsOf: before)
      text += value(place) ?? ""
    }
    text.append(contentsOf: rest)
    return text
  }

  /// Returns where a name ends: one digit, or small letters and hyphens.
  private static func nameEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    if start < bytes.count, (0x30...0x39).contains(bytes[start]) { return start + 1 }
    var end = start
    while end < bytes.count, (0x61...0x7A).contains(bytes[end]) || bytes[end] == 0x2D { end += 1 }
    return end
  }
}

extension String {
  /// Returns the part between two offsets of UTF-8, which are boundaries of scalars.
  fileprivate func part(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
