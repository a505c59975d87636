/// A pattern of names made of parts between slashes.
///
/// | Write | Means |
/// |---|---|
/// | `*` | any characters, none too, but no slash |
/// | `?` | one character that is no slash |
/// | `[a-f_]`, `[!0-9]` | one of these characters; one of none of them |
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
  private let alternatives: [[Element]]

  /// Creates a glob.
  ///
  /// - Throws: ``GlobError`` where a bracket is left open or the glob is empty.
  public init(_ text: String) throws(GlobError) {
    var parser = GlobParser(text)
    alternatives = try parser.parse()
    self.text = text
  }

  /// Tells whether a whole name fits.
  ///
  /// O(length of the name × length of the glob), never worse, and less where its start tells already.
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
    alternatives.contains { Self.matches($0, name.unicodeScalars, reach) }
  }

  private static func matches(
    _ elements: [Element], _ name: some Sequence<Unicode.Scalar>, _ reach: Reach
  ) -> Bool {
    var places = Places(of: elements)
    var next = places
    places.enter(0, of: elements)
    for scalar in name {
      if scalar == "/", reach != .whole, places.contains(elements.count) { return true }
      for place in places.all where place < elements.count {
        switch elements[place] {
        case .scalar(let expected):
          if scalar == expected { next.enter(place + 1, of: elements) }
        case .one:
          if scalar != "/" { next.enter(place + 1, of: elements) }
        case .set(let ranges, let isNegated):
          let isInside = ranges.contains { $0.contains(scalar.value) }
          if scalar != "/", isInside != isNegated { next.enter(place + 1, of: elements) }
        case .many:
          if scalar != "/" { next.enter(place, of: elements) }
        case .anything:
          next.enter(place, of: elements)
        case .optional:
          break
        }
      }
      guard !next.all.isEmpty else { return false }
      swap(&places, &next)
      next.removeAll()
    }
    return reach != .folder && places.contains(elements.count)
  }
}

extension Glob: CustomStringConvertible {
  /// The glob as it was written.
  public var description: String { text }
}

/// The places of a glob at which a match may stand: all at once, so that nothing is tried twice.
///
/// They are few: a list of them is walked, and its memory is used for each character again.
private struct Places {
  private(set) var all: [Int] = []
  private var isActive: [Bool]

  /// Creates room for the places of a glob, of which none is active.
  init(of elements: [Glob.Element]) {
    isActive = Array(repeating: false, count: elements.count + 1)
  }

  func contains(_ place: Int) -> Bool { isActive[place] }

  mutating func removeAll() {
    for place in all { isActive[place] = false }
    all.removeAll(keepingCapacity: true)
  }

  /// Adds a place and those that are reached from it without a character.
  mutating func enter(_ place: Int, of elements: [Glob.Element]) {
    guard !isActive[place] else { return }
    isActive[place] = true
    all.append(place)
    guard place < elements.count else { return }
    switch elements[place] {
    case .scalar, .one, .set:
      break
    case .many, .anything:
      enter(place + 1, of: elements)
    case .optional(let count):
      enter(place + 1, of: elements)
      enter(place + 1 + count, of: elements)
    }
  }
}
