internal import CalqueEngine

/// A pattern of names made of parts between slashes.
///
/// | Write | Means |
/// |---|---|
/// | `*` | any characters, none too, but no slash |
/// | `?` | one character that is no slash |
/// | `[a-f_]`, `[!0-9]` | one of these characters, `\]` among them; one of none of them |
/// | `{es,pt}` | either of these; they may be nested |
/// | `**` | any characters, slashes too; `**/` also stands for nothing |
/// | `\*` | a star |
///
/// Letters count as they are written, in case and in accents.
public struct Glob: Sendable, Hashable {
  /// One step of a glob.
  enum Element: Sendable, Hashable {
    case scalar(Unicode.Scalar)
    case one
    case set([ClosedRange<UInt32>], isNegated: Bool)
    /// Any number of characters that are no slash.
    case many
    /// Any number of characters.
    case anything
    /// The next `count` elements may be left out.
    case optional(count: Int)
  }

  /// The glob as it was written.
  public let text: String
  private let alternatives: [Alternative]

  /// Creates a glob.
  ///
  /// - Throws: ``GlobError`` where a bracket is left open, or the glob is empty or too long.
  public init(_ text: String) throws(GlobError) {
    var parser = GlobParser(text)
    let alternatives = try parser.parse()
    guard alternatives.allSatisfy({ $0.count < Places.limit }) else {
      throw .tooLong(limit: Places.limit - 1)
    }
    self.alternatives = alternatives.map(Alternative.init)
    self.text = text
  }

  /// Tells whether a whole name fits.
  ///
  /// O(length of the name × length of the glob), never worse, and less where its start tells
  /// already.
  public func matches(_ name: some StringProtocol) -> Bool { matches(name, .whole) }

  /// What of a name may fit.
  enum Reach {
    case whole
    /// A folder on the way: what stands before one of the slashes.
    case folder
    case wholeOrFolder
  }

  /// Tells whether a name or a part of it fits, in the same time.
  func matches(_ name: some StringProtocol, _ reach: Reach) -> Bool {
    alternatives.contains { $0.matches(name.unicodeScalars, reach) }
  }
}

extension Glob: CustomStringConvertible {
  /// The glob as it was written.
  public var description: String { text }
}

/// A glob without braces.
private struct Alternative: Sendable, Hashable {
  private let elements: [Glob.Element]
  /// For each place, the end among them, those that are reached from it without a character, itself
  /// too.
  private let reached: [Places]

  init(_ elements: [Glob.Element]) {
    self.elements = elements
    var reached = Array(repeating: Places(), count: elements.count + 1)
    for place in reached.indices.reversed() {
      reached[place].insert(place)
      guard place < elements.count else { continue }
      switch elements[place] {
      case .scalar, .one, .set:
        break
      case .many, .anything:
        reached[place].formUnion(reached[place + 1])
      case .optional(let count):
        reached[place].formUnion(reached[place + 1])
        reached[place].formUnion(reached[place + 1 + count])
      }
    }
    self.reached = reached
  }

  func matches(_ name: some Sequence<Unicode.Scalar>, _ reach: Glob.Reach) -> Bool {
    var places = reached[0]
    for scalar in name {
      if scalar == "/", reach != .whole, places.contains(elements.count) { return true }
      var next = Places()
      places.forEachPlace { place in
        if let other = self.place(from: place, past: scalar) { next.formUnion(reached[other]) }
      }
      guard !next.isEmpty else { return false }
      places = next
    }
    return reach != .folder && places.contains(elements.count)
  }

  /// Returns the place behind a character, if one is reached.
  private func place(from place: Int, past scalar: Unicode.Scalar) -> Int? {
    guard place < elements.count else { return nil }
    switch elements[place] {
    case .scalar(let expected):
      return scalar == expected ? place + 1 : nil
    case .one:
      return scalar != "/" ? place + 1 : nil
    case .set(let ranges, let isNegated):
      let isInside = ranges.contains { $0.contains(scalar.value) }
      return scalar != "/" && isInside != isNegated ? place + 1 : nil
    case .many:
      return scalar != "/" ? place : nil
    case .anything:
      return place
    case .optional:
      return nil
    }
  }
}

/// The places of a glob at which a match may stand: all at once, so that nothing is tried twice.
private struct Places: Sendable, Hashable {
  /// Number of places there may be; no glob that is meant has as many.
  static let limit = 512

  private var words = SIMD8<UInt64>()

  var isEmpty: Bool { words == SIMD8() }

  func contains(_ place: Int) -> Bool { words[place / 64] &>> UInt64(place % 64) & 1 != 0 }

  mutating func insert(_ place: Int) { words[place / 64] |= 1 &<< UInt64(place % 64) }

  mutating func formUnion(_ other: Places) { words |= other.words }

  func forEachPlace(_ body: (Int) -> Void) {
    for word in words.indices {
      words[word].forEachSetBit { body(word * 64 + $0) }
    }
  }
}
