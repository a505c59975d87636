/// The message of a rule, with the `$1` and `$name` places that each of its findings fills.
struct MessageTemplate {
  /// What is written at a place.
  enum Place {
    /// The text of a capture, from one; of zero, the text reported.
    case capture(Int)
    /// What a check says under a name.
    case value(String)
  }

  private enum Piece {
    case text(String)
    case place(Place)
  }

  private let pieces: [Piece]
  /// Bytes that most filled messages have at most.
  private let usualLength: Int

  /// Reads a message as a rule has it.
  ///
  /// O(length).
  init(_ message: String) {
    let bytes = message.utf8.span
    var pieces: [Piece] = []
    // Two places and what stands around them.
    pieces.reserveCapacity(5)
    var start = 0
    var index = 0
    while index < bytes.count {
      let end = bytes[index] == UInt8(ascii: "$") ? Self.nameEnd(in: bytes, from: index + 1) : index
      // A dollar before anything but a name is a dollar.
      guard end > index + 1 else {
        index += 1
        continue
      }
      pieces.append(.text(message.part(start..<index)))
      let name = message.part(index + 1..<end)
      pieces.append(.place(Int(name).map(Place.capture) ?? .value(name)))
      (start, index) = (end, end)
    }
    pieces.append(.text(message.part(start..<bytes.count)))
    self.pieces = pieces
    usualLength = bytes.count + 16 * (pieces.count / 2)
  }

  /// Returns the message with its places filled; a place without a value is left out.
  func filled(_ value: (Place) -> String?) -> String {
    var result = ""
    result.reserveCapacity(usualLength)
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .place(let place): result += value(place) ?? ""
      }
    }
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
  fileprivate func part(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }
}
