/// Decodes UTF-16, an unpaired surrogate and a last odd byte as U+FFFD.
enum UTF16Decoding {
  /// Returns the UTF-8 of UTF-16 bytes without their byte order mark.
  ///
  /// O(length).
  static func decode(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    var result = Array(String(decoding: units, as: UTF16.self).utf8)
    if index < bytes.endIndex { result += [0xEF, 0xBF, 0xBD] }
    return result
  }
}
