/// Fills the `$1` and `$name` places of a rule's message.
enum MessageTemplate {
  /// Returns the message with its places filled; a place without a value is left out.
  ///
  /// O(length).
  static func fill(_ template: String, values: (String) -> String?) -> String {
    let bytes = Array(template.utf8)
    guard bytes.contains(UInt8(ascii: "$")) else { return template }
    var result: [UInt8] = []
    result.reserveCapacity(2 * bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "$") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let end = nameEnd(in: bytes, from: index + 1)
      if end == index + 1 {
        result.append(bytes[index])
      } else if let value = values(String(decoding: bytes[index + 1..<end], as: UTF8.self)) {
        result += value.utf8
      }
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Returns where a name ends: one digit, or small letters and hyphens.
  private static func nameEnd(in bytes: [UInt8], from start: Int) -> Int {
    if start < bytes.count, (0x30...0x39).contains(bytes[start]) { return start + 1 }
    var end = start
    while end < bytes.count, (0x61...0x7A).contains(bytes[end]) || bytes[end] == 0x2D { end += 1 }
    return end
  }
}
