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
  private var places: [(before: String, Place)] = []
  /// What stands behind the last place.
  private let rest: String

  /// Takes a message as a rule has it.
  ///
  /// O(length).
  init(_ message: String) {
    self.message = message
    var rest = Array(message.utf8)[...]
    var index = 0
    while let dollar = rest[index...].firstIndex(of: UInt8(ascii: "$")) {
      index = Self.nameEnd(in: rest, from: dollar + 1)
      // A dollar before anything but a name is a dollar.
      guard index > dollar + 1 else { continue }
      let name = String(decoding: rest[dollar + 1..<index], as: UTF8.self)
      let before = String(decoding: rest[..<dollar], as: UTF8.self)
      places.append((before, Int(name).map(Place.capture) ?? .value(name)))
      rest = rest[index...]
    }
    self.rest = String(decoding: rest, as: UTF8.self)
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
      text += before
      text += value(place) ?? ""
    }
    text += rest
    return text
  }

  /// Returns where a name ends: one digit, or small letters and hyphens.
  private static func nameEnd(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    if start < bytes.endIndex, (0x30...0x39).contains(bytes[start]) { return start + 1 }
    var end = start
    while end < bytes.endIndex, (0x61...0x7A).contains(bytes[end]) || bytes[end] == 0x2D {
      end += 1
    }
    return end
  }
}
