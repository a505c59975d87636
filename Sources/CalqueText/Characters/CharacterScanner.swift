/// Finds the characters of a text that no reader was meant to see, in one pass over its bytes.
///
/// ASCII and the common marks are passed over by one look at a table; only the rest is decoded.
public struct CharacterScanner {
  private let text: [UInt8]
  private let end: Int
  private let mojibake: MojibakeReader
  private var faults: [CharacterFault] = []

  private init(_ text: [UInt8], end: Int) {
    self.text = text
    self.end = end
    mojibake = MojibakeReader(text, end: end)
  }

  /// Returns the faults inside a range, in order; characters side by side that are wrong in the
  /// same way are one.
  ///
  /// O(length).
  public static func faults(of text: [UInt8], in range: TextRange) -> [CharacterFault] {
    var scanner = CharacterScanner(text, end: Int(range.end))
    scanner.scan(from: Int(range.start))
    return scanner.faults
  }

  /// Bytes at which a character starts that has to be looked at.
  private static let isSuspect: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F, 0xC2...0xF4: true
    default: false
    }
  }

  private mutating func scan(from start: Int) {
    let isSuspect = Self.isSuspect
    var index = start
    while true {
      index = ByteSearch.firstUnprintable(in: text, from: index, to: end)
      guard index < end else { return }
      if !isSuspect[Int(text[index])] {
        index += 1
      } else {
        index = isCommonMark(at: index) ? index + 3 : examine(at: index)
      }
    }
  }

  /// Tells whether a dash, quotation mark, bullet or ellipsis stands here: U+2010 to U+2027.
  private func isCommonMark(at index: Int) -> Bool {
    text[index] == 0xE2 && index + 2 < end && text[index + 1] == 0x80
      && (0x90...0xA7).contains(text[index + 2])
  }

  /// Looks at one character and returns where the next one starts.
  private mutating func examine(at index: Int) -> Int {
    let scalar = DecodedScalar(text.span, at: index, end: end)
    let next = index + scalar.length
    switch scalar.value {
    case 0x00...0x1F, 0x7F:
      add(.control, index, next)
    case 0x80...0x9F:
      // A byte of Windows-1252 that was taken for Latin-1; else a control that means nothing.
      let meant = Windows1252.scalar(of: UInt8(scalar.value)).flatMap(Unicode.Scalar.init)
      add(meant == nil ? .control : .mojibake, index, next, meant.map { "\($0)" } ?? "")
    case 0xC2...0xF4:
      guard let run = mojibake.run(lead: scalar.value, next: next) else { return next }
      add(.mojibake, index, run.end, run.repaired)
      return run.end
    case 0x0300...0x036F:
      return examineMark(scalar.value, at: index, next)
    case 0xFFFD where scalar.length == 3, 0x2047:
      add(.lost, index, next)
    case 0xFF01, 0xFF03...0xFF06, 0xFF08...0xFF5E, 0x3000...0x3002:
      let goesOn = faults.last.map { $0.kind == .fullWidth && $0.range.end == index } ?? false
      guard goesOn || index > 0 && text[index - 1] < 0x80 else { return next }
      add(.fullWidth, index, next, Self.narrow(scalar.value))
    case 0x2103, 0x25A0, 0x25A1, 0x25C6, 0x25C7, 0x25CB, 0x25CE, 0x3010, 0x3011, 0x301C, 0x30FB:
      guard isForeignSign(scalar.value, at: index, next) else { return next }
      add(.eastAsian, index, next, latinSign(scalar.value, at: index, next))
    default:
      guard let kind = kind(of: scalar.value, at: index, next) else { return next }
      add(kind, index, next)
    }
    return next
  }

  /// Tells whether a sign of East Asian typography stands in running text in Latin letters: no
  /// bullet, none that ends a story, and none in quotation marks.
  private func isForeignSign(_ scalar: UInt32, at index: Int, _ next: Int) -> Bool {
    guard (0x25A0...0x25FF).contains(scalar) else {
      return isASCII(index - 1) && isASCII(next)
    }
    guard let before = neighbour(from: index - 1, by: -1), let after = neighbour(from: next, by: 1)
    else { return false }
    return Self.isRunningText(before) && Self.isRunningText(after)
  }

  /// Returns the byte of ASCII before or after a sign, spaces apart; nil at the edge of a line.
  private func neighbour(from index: Int, by step: Int) -> UInt8? {
    var place = index
    if place >= 0, place < end, text[place] == 0x20 { place += step }
    guard place >= 0, place < end, text[place] > 0x20, text[place] < 0x80 else { return nil }
    return text[place]
  }

  private static func isRunningText(_ byte: UInt8) -> Bool { byte != 0x22 && byte != 0x27 }

  /// Returns what English writes for a sign of East Asian typography; nothing where that depends.
  private func latinSign(_ scalar: UInt32, at index: Int, _ next: Int) -> String {
    switch scalar {
    case 0x2103: "°C"
    case 0x3010: "["
    case 0x3011: "]"
    case 0x301C: "–"
    case 0x30FB: index > 0 && text[index - 1] > 0x20 && next < end && text[next] > 0x20 ? "-" : ""
    default: ""
    }
  }

  private func kind(of scalar: UInt32, at index: Int, _ next: Int) -> CharacterFault.Kind? {
    switch scalar {
    case 0x00AD, 0x034F, 0x180E, 0x200B, 0x2060...0x2064: .invisible
    case 0xFEFF: index == 0 ? nil : .invisible
    case 0x200C, 0x200D:
      // They join emoji and shape letters of other scripts.
      isASCII(index - 1) && isASCII(next) ? .invisible : nil
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: .direction
    case 0xE000...0xF8FF, 0xF0000...0x10FFFD: .privateUse
    case 0xE0000...0xE007F: isInFlag(at: index) ? nil : .tag
    default: nil
    }
  }

  private func isASCII(_ index: Int) -> Bool { index < 0 || index >= end || text[index] < 0x80 }

  /// Tells whether a tag follows a black flag, which it makes the flag of a region.
  private func isInFlag(at index: Int) -> Bool {
    var start = index
    while start >= 4, text[start - 4] == 0xF3, text[start - 3] == 0xA0 { start -= 4 }
    return start >= 4 && text[start - 4..<start].elementsEqual([0xF0, 0x9F, 0x8F, 0xB4])
  }

  /// Looks at a combining mark behind an ASCII letter: half of a letter, or of mojibake.
  private mutating func examineMark(_ mark: UInt32, at index: Int, _ next: Int) -> Int {
    guard index > 0, text[index - 1] < 0x80,
      var letter = Scalars.composition(of: UInt32(text[index - 1]), mark)
    else { return next }
    if let run = mojibake.run(lead: letter, next: next) {
      add(.mojibake, index - 1, run.end, run.repaired)
      return run.end
    }
    var last = next
    while last < end, text[last] >= 0x80 {
      let more = DecodedScalar(text.span, at: last, end: end)
      guard let composed = Scalars.composition(of: letter, more.value) else { break }
      letter = composed
      last += more.length
    }
    add(.decomposed, index - 1, last, Unicode.Scalar(letter).map { "\($0)" } ?? "")
    return last
  }

  /// Returns the ASCII form of a character for East Asian text, with a space behind a stop.
  private static func narrow(_ scalar: UInt32) -> String {
    switch scalar {
    case 0x3000: " "
    case 0x3001: ", "
    case 0x3002: ". "
    default: Unicode.Scalar(scalar - 0xFEE0).map { "\($0)" } ?? ""
    }
  }

  /// Adds a fault, or lengthens the last one.
  private mutating func add(
    _ kind: CharacterFault.Kind, _ start: Int, _ end: Int, _ repaired: String = ""
  ) {
    var range = TextRange(UInt32(start), UInt32(end))
    var text = repaired
    if let last = faults.last, last.kind == kind, last.range.end == range.start {
      faults.removeLast()
      range = last.range.union(range)
      text = last.repaired + text
    }
    faults.append(CharacterFault(kind: kind, range: range, repaired: text))
  }
}
