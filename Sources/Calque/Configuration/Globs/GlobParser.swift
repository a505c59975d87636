/// Reads a glob into lists of elements, one list for each alternative of its braces.
struct GlobParser {
  /// Braces multiply: eight pairs are 256 globs, and nobody means more.
  private static let alternativeLimit = 256

  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(GlobError) -> [[Glob.Element]] {
    guard !scalars.isEmpty else { throw .empty }
    return try sequence(inBraces: false)
  }

  /// Reads up to the end or, in braces, up to the comma or brace that ends an alternative.
  private mutating func sequence(inBraces: Bool) throws(GlobError) -> [[Glob.Element]] {
    var result: [[Glob.Element]] = [[]]
    while let scalar = next {
      if inBraces, scalar == "," || scalar == "}" { break }
      index += 1
      let choices = try element(startingWith: scalar)
      result = result.flatMap { start in choices.map { start + $0 } }
      guard result.count <= Self.alternativeLimit else {
        throw .tooManyAlternatives(limit: Self.alternativeLimit)
      }
    }
    return result
  }

  private mutating func element(
    startingWith scalar: Unicode.Scalar
  ) throws(GlobError) -> [[Glob.Element]] {
    switch scalar {
    case "?": return [[.one]]
    case "*": return [star()]
    case "[": return [[try set()]]
    case "{": return try braces()
    case "\\":
      guard let escaped = next else { throw .danglingEscape }
      index += 1
      return [[.scalar(escaped)]]
    default: return [[.scalar(scalar)]]
    }
  }

  private mutating func star() -> [Glob.Element] {
    guard next == "*" else { return [.many] }
    while next == "*" { index += 1 }
    guard next == "/" else { return [.anything] }
    index += 1
    return [.optional(count: 2), .anything, .scalar("/")]
  }

  private mutating func braces() throws(GlobError) -> [[Glob.Element]] {
    var choices: [[Glob.Element]] = []
    while true {
      choices += try sequence(inBraces: true)
      guard let end = next else { throw .unclosed("{") }
      index += 1
      if end == "}" { return choices }
    }
  }

  private mutating func set() throws(GlobError) -> Glob.Element {
    let isNegated = next == "!" || next == "^"
    if isNegated { index += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    // A closing bracket right at the start is a member: `[]a]`.
    while let start = next, start != "]" || ranges.isEmpty {
      let first = try member()
      var last = first
      if next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        index += 1
        last = try member()
      }
      ranges.append(min(first.value, last.value)...max(first.value, last.value))
    }
    guard next == "]" else { throw .unclosed("[") }
    index += 1
    return .set(ranges, isNegated: isNegated)
  }

  /// Reads a character of a set; a backslash before it takes away its meaning.
  private mutating func member() throws(GlobError) -> Unicode.Scalar {
    if next == "\\" { index += 1 }
    guard let scalar = next else { throw .danglingEscape }
    index += 1
    return scalar
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
}
