/// The message of a rule, with the `$1` and `$name` places that each of its findings fills.
struct MessageTemplate {
  /// What is written at a place.
  enum Place {
    /// The text of a capture, from one; of zero, the text reported.
    case capture(Int)
    /// What a check says under a name.
    case value(Substring)
  }

  private let message: String

  /// Takes a message as a rule has it.
  init(_ message: String) {
    self.message = message
  }

  /// Returns the message with its places filled; a place without a value is left out.
  ///
  /// O(length).
  func filled(_ value: (Place) -> String?) -> String {
    let bytes = message.utf8.span
    var result = ""
    // A place is filled with some words.
    result.reserveCapacity(bytes.count + 32)
    var start = 0
    var index = 0
    while index < bytes.count {
      let end = bytes[index] == UInt8(ascii: "$") ? Self.nameEnd(in: bytes, from: index + 1) : index
      // A dollar before anything but a name is a dollar.
      guard end > index + 1 else {
        index += 1
        continue
      }
      result.append(contentsOf: message.part(start..<index))
      let name = message.part(index + 1..<end)
      result += value(Int(name).map(Place.capture) ?? .value(name)) ?? ""
      (start, index) = (end, end)
    }
    result.append(contentsOf: message.part(start..<bytes.count))
    return result
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
