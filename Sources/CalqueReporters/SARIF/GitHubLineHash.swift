/// The hash by which GitHub knows a line again: `partialFingerprints.primaryLocationLineHash`.
///
/// GitHub's upload action computes it where a report lacks it; we do, so that alerts keep their
/// identity in reports that are uploaded by other means. A line is hashed together with the text
/// after it: 100 UTF-16 units from its first character that is no blank, blanks left out, every
/// line end a line feed, U+FFFF and zeros behind the last line. Base 37, modulo 2⁶⁴; a colon and a
/// count tell equal hashes of one text apart. Of a file that is read in parts each is a text: a
/// line of fewer than 100 units at the end of one has another hash than in the whole.
struct GitHubLineHash {
  private static let windowLength = 100
  private static let base: UInt64 = 37
  /// 37¹⁰⁰, the weight of the unit that leaves the window.
  private static let leavingWeight = (0..<windowLength).reduce(UInt64(1)) { power, _ in
    power &* base
  }

  /// The last units, as a ring.
  private var window = [UInt64](repeating: 0, count: windowLength)
  /// For each place of the ring the line, from one, that starts with its unit; else zero.
  private var startingLine = [Int](repeating: 0, count: windowLength)
  private var slot = 0
  private var hash: UInt64 = 0
  private var line = 0
  private var isAtLineStart = true
  private var followsCarriageReturn = false
  private var counts: [UInt64: Int] = [:]
  private var wanted: Set<Int>
  private var results: [Int: String] = [:]

  private init(wanted: Set<Int>) {
    self.wanted = wanted
  }

  /// Returns the hashes of the `wanted` lines, counted from one, of UTF-8 `text`.
  ///
  /// O(length). One pass up to the last line that is wanted: a count depends on all lines before.
  static func hashes(of text: [UInt8], lines wanted: Set<Int>) -> [Int: String] {
    var hasher = GitHubLineHash(wanted: wanted)
    var bytes = text.makeIterator()
    var decoder = UTF8()
    while !hasher.wanted.isEmpty {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar):
        if let unit = UInt16(exactly: scalar.value) {
          hasher.add(unit)
        } else {
          for unit in String(scalar).utf16 { hasher.add(unit) }
        }
      case .error:
        hasher.add(0xFFFD)
      case .emptyInput:
        hasher.finish()
        return hasher.results
      }
    }
    return hasher.results
  }

  private mutating func add(_ unit: UInt16) {
    let isSecondHalf = followsCarriageReturn && unit == 0x0A
    followsCarriageReturn = unit == 0x0D
    guard unit != 0x20, unit != 0x09, !isSecondHalf else { return }
    push(unit == 0x0D ? 0x0A : UInt64(unit))
  }

  private mutating func finish() {
    push(0xFFFF)
    isAtLineStart = false
    for _ in 0..<Self.windowLength { push(0) }
  }

  private mutating func push(_ unit: UInt64) {
    if startingLine[slot] != 0 { emit(startingLine[slot]) }
    startingLine[slot] = 0
    if isAtLineStart {
      line += 1
      startingLine[slot] = line
    }
    isAtLineStart = unit == 0x0A
    hash = hash &* Self.base &+ unit &- Self.leavingWeight &* window[slot]
    window[slot] = unit
    slot = (slot + 1) % Self.windowLength
  }

  /// Notes the hash of the line whose first unit is about to leave the window.
  private mutating func emit(_ line: Int) {
    counts[hash, default: 0] += 1
    guard wanted.remove(line) != nil, let count = counts[hash] else { return }
    results[line] = "\(String(hash, radix: 16)):\(count)"
  }
}
