/// The tables by which a scan finds the patterns to try.
///
/// An anchor is often a common word, and the word before or after it refuses most of its places:
/// where few words can stand there, the pattern is found by the two together. What else is known of
/// the tokens around the word is asked before the pattern is tried.
struct AnchorTable {
  /// Neighbours of an anchor, at most: beyond that it is tried wherever its word occurs.
  private static let mostNeighbours = 64
  /// How often a mark is met among a million tokens: no word finds more pairs.
  private static let markFrequency = 1_000_000

  /// How the anchors of each word are found.
  private(set) var roles: [UInt8]
  private(set) var starts: [UInt32] = [0]
  private(set) var anchors: [Anchor] = []
  private(set) var pairStarts: [UInt32] = [0]
  private(set) var pairs: [AnchorPair] = []
  private(set) var filter = [UInt64](repeating: 0, count: TokenPair.filterSize)
  private(set) var conditions = ConditionTable()
  /// What each pattern starts with.
  private(set) var patternStarts: [TokenCondition] = []
  /// How often each word is met.
  private let frequencies: [Int]

  /// An anchor of a word with what may stand beside it.
  private struct Paired {
    let word: WordID
    let anchor: Anchor
    let neighbours: Set<Neighbour>
    /// Whether the neighbours stand before the word.
    let isSecond: Bool
  }

  /// Makes the tables.
  ///
  /// - Parameters:
  ///   - anchors: The anchors of each word.
  ///   - finder: Tells what may stand around them.
  ///   - patternCount: Number of patterns.
  ///   - frequencies: How often each word is met.
  init(
    _ anchors: [[Anchor]], _ finder: consuming NeighbourFinder, patternCount: Int,
    frequencies: [Int]
  ) {
    self.frequencies = frequencies
    roles = Array(repeating: 0, count: frequencies.count)
    var paired: [Paired] = []
    for (index, list) in anchors.enumerated() {
      let word = WordID(index)
      for anchor in list {
        let places = finder.places(around: word, of: anchor)
        let (before, after) = (places.before?.members, places.after?.members)
        let sizes = (before: before?.count ?? .max, after: after?.count ?? .max)
        let isSecond = sizes.before < sizes.after
        let isPaired = min(sizes.before, sizes.after) <= Self.mostNeighbours
        var anchor = anchor
        anchor.surroundings = Surroundings(
          before: conditions.condition(places.before, isKnown: isPaired && isSecond),
          after: conditions.condition(places.after, isKnown: isPaired && !isSecond),
          secondBefore: conditions.condition(places.secondBefore),
          secondAfter: conditions.condition(places.secondAfter))
        if isPaired, let neighbours = isSecond ? before : after {
          paired.append(
            Paired(word: word, anchor: anchor, neighbours: neighbours, isSecond: isSecond))
        } else {
          self.anchors.append(anchor)
          roles[index] |= AnchorRoles.alone.rawValue
        }
      }
      starts.append(UInt32(self.anchors.count))
    }
    add(paired)
    for pattern in 0..<patternCount {
      patternStarts.append(conditions.condition(finder.start(of: pattern)))
    }
  }

  private mutating func add(_ paired: [Paired]) {
    var found: [(run: Int, pair: AnchorPair)] = []
    for one in paired {
      let index = UInt32(anchors.count)
      anchors.append(one.anchor)
      let word = Neighbour(word: one.word)
      let isFoundByNeighbour =
        one.neighbours.reduce(0) { $0 + frequency(of: $1) } < frequency(of: word)
      for neighbour in one.neighbours {
        let (first, second) = one.isSecond ? (neighbour, word) : (word, neighbour)
        let pair = TokenPair(first, second, isFoundBySecond: one.isSecond != isFoundByNeighbour)
        note(isFoundByNeighbour ? neighbour : word, finds: pair)
        filter[pair.filterBit / 64] |= 1 << UInt64(pair.filterBit % 64)
        let anchorPair = AnchorPair(
          high: UInt32(truncatingIfNeeded: pair.bits >> 32),
          low: UInt32(truncatingIfNeeded: pair.bits), anchor: index,
          isSecond: one.isSecond ? 1 : 0)
        found.append((pair.run, anchorPair))
      }
    }
    // What is anchored at the first token is tried first, then the patterns in their order.
    found.sort { one, other in
      guard one.run == other.run else { return one.run < other.run }
      return order(of: one.pair) < order(of: other.pair)
    }
    pairs = found.map(\.pair)
    var sizes = [UInt32](repeating: 0, count: TokenPair.runCount)
    for one in found { sizes[one.run] += 1 }
    for size in sizes { pairStarts.append(pairStarts[pairStarts.count - 1] + size) }
  }

  private func order(of pair: AnchorPair) -> (UInt64, UInt32, UInt32, UInt32) {
    (pair.bits, pair.isSecond, anchors[Int(pair.anchor)].pattern, pair.anchor)
  }

  private mutating func note(_ token: Neighbour, finds pair: TokenPair) {
    let role: AnchorRoles = pair.isFoundBySecond ? .withPrevious : .withNext
    roles[Int(token.bits)] |= role.rawValue
  }

  /// Returns how often a token is met; marks more than any word.
  private func frequency(of token: Neighbour) -> Int {
    Int(token.bits) < frequencies.count ? frequencies[Int(token.bits)] : Self.markFrequency
  }
}
