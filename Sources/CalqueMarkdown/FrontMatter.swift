/// The settings at the top of a page of a static site: YAML between `---`, TOML between `+++`.
struct FrontMatter {
  /// Where the text of the page starts.
  let end: Int
  /// The bytes of the title, where it is written on one line and without escapes.
  let title: Range<Int>?

  /// Reads the settings at an offset; nil where there are none.
  ///
  /// O(length).
  init?(_ bytes: [UInt8], from start: Int) {
    let yaml = Array("---".utf8)
    let toml = Array("+++".utf8)
    var line = Self.line(bytes, from: start)
    let fence = Array(bytes[line.text])
    guard fence == yaml || fence == toml else { return nil }
    var title: Range<Int>?
    while line.next < bytes.count {
      line = Self.line(bytes, from: line.next)
      let text = bytes[line.text]
      if text.elementsEqual(fence) || fence == yaml && text.elementsEqual("...".utf8) {
        end = line.next
        self.title = title
        return
      }
      if title == nil { title = Self.title(bytes, line.text, separator: fence == yaml ? ":" : "=") }
    }
    return nil
  }

  /// Returns the bytes of the line at an offset, spaces at its end apart, and where the next
  /// starts.
  private static func line(_ bytes: [UInt8], from start: Int) -> (text: Range<Int>, next: Int) {
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var next = min(end + 1, bytes.count)
    if end < bytes.count, bytes[end] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
    return (trimmed(bytes, start..<end, atStart: false), next)
  }

  private static func title(
    _ bytes: [UInt8], _ line: Range<Int>, separator: Unicode.Scalar
  ) -> Range<Int>? {
    let key = "title".utf8
    guard bytes[line].starts(with: key) else { return nil }
    let rest = trimmed(bytes, line.lowerBound + key.count..<line.upperBound)
    guard let sign = rest.first, UInt32(bytes[sign]) == separator.value else { return nil }
    let value = trimmed(bytes, sign + 1..<rest.upperBound)
    guard let first = value.first, let last = value.last else { return nil }
    if bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'") {
      let inside = first + 1..<max(first + 1, last)
      let isPlain = !bytes[inside].contains { $0 == bytes[first] || $0 == UInt8(ascii: "\\") }
      return bytes[last] == bytes[first] && isPlain && !inside.isEmpty ? inside : nil
    }
    // Text over several lines, lists, comments: what only a reader of YAML can tell.
    let isPlain = !bytes[value].contains { "|>&*!{[#".utf8.contains($0) }
    return separator == ":" && isPlain ? value : nil
  }

  private static func trimmed(
    _ bytes: [UInt8], _ range: Range<Int>, atStart: Bool = true
  ) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    while atStart, start < end, bytes[start] <= 0x20 { start += 1 }
    return start..<end
  }
}
