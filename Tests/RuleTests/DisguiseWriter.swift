import CalqueFormats
import CalqueText

/// Writes a plain text as another format has it, and notes where each byte came to stand.
struct DisguiseWriter {
  private(set) var bytes: [UInt8] = []
  /// For each byte of the plain text where what stands for it begins and ends.
  private var starts: [UInt32]
  private var ends: [UInt32]
  private let text: [UInt8]

  private init(_ text: [UInt8]) {
    self.text = text
    starts = Array(repeating: 0, count: text.count)
    ends = starts
  }

  /// Returns where a range of the plain text stands.
  func place(_ range: TextRange) -> TextRange {
    guard !range.isEmpty else {
      let place = starts[Int(range.start)]
      return TextRange(place, place)
    }
    return TextRange(starts[Int(range.start)], ends[Int(range.end) - 1])
  }

  private mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Writes something for a part of the plain text.
  private mutating func write(_ written: some Sequence<UInt8>, for range: Range<Int>) {
    let start = UInt32(bytes.count)
    bytes += written
    for index in range {
      starts[index] = start
      ends[index] = UInt32(bytes.count)
    }
  }

  private mutating func copy(_ range: Range<Int>) {
    for index in range { write([text[index]], for: index..<index + 1) }
  }

  /// The scalars of a part of the text with their bytes; nil for what is not UTF-8.
  private func scalars(of range: Range<Int>) -> [(scalar: Unicode.Scalar?, range: Range<Int>)] {
    var found: [(scalar: Unicode.Scalar?, range: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let length = (1...4).first { length in
        index + length <= range.upperBound
          && String(validating: text[index..<index + length], as: UTF8.self) != nil
      }
      let part = index..<index + (length ?? 1)
      let scalar = length.flatMap { _ in
        String(decoding: text[part], as: UTF8.self).unicodeScalars.first
      }
      found.append((scalar, part))
      index = part.upperBound
    }
    return found
  }
}

// MARK: - JSON

extension DisguiseWriter {
  /// Writes a text as the body of an article; every other character beyond ASCII is escaped.
  init(json text: [UInt8]) {
    self.init(text)
    markup(#"{"id": 7, "body": ""#)
    for (index, (scalar, range)) in scalars(of: 0..<text.count).enumerated() {
      switch scalar {
      case "\""?: write(#"\""#.utf8, for: range)
      case "\\"?: write(#"\\"#.utf8, for: range)
      case "\n"?: write(#"\n"#.utf8, for: range)
      case let scalar? where scalar.value < 0x20 || scalar.value > 0x7E && index.isMultiple(of: 2):
        let units = Array(String(Character(scalar)).utf16)
        write(units.flatMap { "\\u" + Self.hexadecimal($0) }.flatMap(\.utf8), for: range)
      default: copy(range)
      }
    }
    markup("\"}\n")
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

// MARK: - Blocks

extension DisguiseWriter {
  private static func blocks(_ text: [UInt8]) throws -> [Block] {
    PlainText.extract(try Source(decoding: text)).blocks
  }

  /// Writes blocks as paragraphs and list items, with entities in the place of many characters and
  /// tags around every third word.
  init(html text: [UInt8]) throws {
    self.init(text)
    markup("<!DOCTYPE html>\n<html><head></head>\n<body>\n")
    for block in try Self.blocks(text) {
      let tag = block.kind == .listItem ? "li" : "p"
      markup("<\(tag) class=\"x>y\">\n  ")
      for (number, word) in words(of: block.range.indices).enumerated() {
        let isMarked = number.isMultiple(of: 3) && word.isWord
        if isMarked { markup("<b>") }
        for (scalar, range) in scalars(of: word.range) { writeHTML(scalar, range) }
        if isMarked { markup("</b>") }
      }
      markup("\n</\(tag)>\n")
    }
  }

  private mutating func writeHTML(_ scalar: Unicode.Scalar?, _ range: Range<Int>) {
    guard let scalar else { return copy(range) }
    switch scalar {
    case "&": write("&amp;".utf8, for: range)
    case "<": write("&lt;".utf8, for: range)
    case ">": write("&gt;".utf8, for: range)
    case "\"": write("&quot;".utf8, for: range)
    case "“": write("&ldquo;".utf8, for: range)
    case "”": write("&rdquo;".utf8, for: range)
    case "’": write("&rsquo;".utf8, for: range)
    // The numbers of these mean bytes of Windows-1252.
    case "\u{80}"..."\u{9F}": copy(range)
    case _ where scalar.value > 0x7E || range.lowerBound.isMultiple(of: 7) && scalar.value > 0x20:
      let isHexadecimal = range.lowerBound.isMultiple(of: 2)
      let number = String(scalar.value, radix: isHexadecimal ? 16 : 10)
      write("&#\(isHexadecimal ? "x" : "")\(number);".utf8, for: range)
    default: copy(range)
    }
  }

  /// Writes blocks as paragraphs and list items, with emphasis on every other word, or in it.
  init(markdown text: [UInt8]) throws {
    self.init(text)
    for block in try Self.blocks(text) {
      if block.kind == .listItem { markup("- ") }
      for (number, word) in words(of: block.range.indices).enumerated() {
        guard word.isWord, number.isMultiple(of: 4) else {
          writeMarkdown(word.range)
          continue
        }
        let isStrong = number.isMultiple(of: 8)
        let inside = number.isMultiple(of: 12) && word.range.count > 3 ? 2 : 0
        copy(word.range.prefix(inside))
        markup(isStrong ? "**" : "*")
        copy(word.range.dropFirst(inside))
        markup(isStrong ? "**" : "*")
      }
      markup("\n\n")
    }
  }

  private mutating func writeMarkdown(_ range: Range<Int>) {
    for index in range {
      let isMark = "\\`*_{}[]<>()#+-!|&~=".utf8.contains(text[index])
      let endsNumber = index > 0 && text[index] == 0x2E && (0x30...0x39).contains(text[index - 1])
      write((isMark || endsNumber ? [0x5C] : []) + [text[index]], for: index..<index + 1)
    }
  }

  /// Cuts a part of the text into runs of letters of ASCII and what stands between them.
  private func words(of range: Range<Int>) -> [(range: Range<Int>, isWord: Bool)] {
    var words: [(range: Range<Int>, isWord: Bool)] = []
    for index in range {
      let isLetter = (0x61...0x7A).contains(text[index] | 0x20)
      if let last = words.last, last.isWord == isLetter {
        words[words.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        words.append((index..<index + 1, isLetter))
      }
    }
    return words
  }
}
