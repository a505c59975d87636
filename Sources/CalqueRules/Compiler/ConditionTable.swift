/// Numbers the sets of tokens that conditions ask for.
struct ConditionTable {
  /// Bits of the filter for each member of a set: one token of eight passes that should not.
  private static let bitsPerMember = 8

  private var numbers: [Set<WordID>: UInt32] = [:]
  private var sets: [Set<WordID>] = []

  /// Returns the condition that a token must meet at a place.
  ///
  /// - Parameters:
  ///   - place: What may stand there; nil for anything.
  ///   - isKnown: Whether the tokens themselves need no test.
  /// - Returns: The condition; none where nothing is asked.
  mutating func condition(_ place: TokenPlace?, isKnown: Bool = false) -> TokenCondition {
    guard let place else { return .none }
    guard !isKnown, !place.tokens.isEverything else {
      return TokenCondition(set: 0, place.demands)
    }
    let number = number(of: place.tokens.members)
    return TokenCondition(set: number, place.tokens.traits.union(place.demands))
  }

  private mutating func number(of set: Set<WordID>) -> UInt32 {
    if let known = numbers[set] { return known }
    sets.append(set)
    let number = UInt32(sets.count)
    numbers[set] = number
    return number
  }

  /// The bits of all members.
  var filter: [UInt64] {
    let needed = sets.reduce(0) { $0 + $1.count } * Self.bitsPerMember
    var size = 1
    while size * 64 < needed { size *= 2 }
    var filter = [UInt64](repeating: 0, count: size)
    for (index, set) in sets.enumerated() {
      let condition = TokenCondition(set: UInt32(index + 1), [])
      for member in set {
        let bit = condition.filterBit(of: member, in: size * 64)
        filter[bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
    return filter
  }
}
