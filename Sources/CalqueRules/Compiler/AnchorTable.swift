/// The tables by which a scan finds the patterns to try.
///
/// An anchor is often a common word, and the word before or after it refuses most of its places:
/// where few words can stand there, the pattern is found by the two together. What else is known of
/// the tokens around the word is asked before the pattern is tried.
struct AnchorTable {
  /// Neighbours of an anchor, at most: beyond that it is tried wherever its word occurs.
  private static let mostNeighbours = 64

  /// How the anchors of each word are found.
  private(set) var roles: [UInt8]
  private(set) var anchors: [Anchor] = []
  private(set) var pairStarts: [UInt32] = []
  private(set) var pairRanks: [UInt32] = []
  private(set) var pairs: [AnchorPair] = []
  private(set) var filter = [UInt64](repeating: 0, count: TokenPair.filterSize)
  private(set) var conditions = ConditionTable()
  /// What each pattern starts with.
  private(set) var patternStarts: [(first: TokenCondition, second: TokenCondition)] = []
  private let frequencies: TokenFrequencies

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
    self.frequencies = TokenFrequencies(words: frequencies)
    roles = Array(repeating: 0, count: frequencies.count)
    for (index, list) in anchors.enumerated() {
      let word = WordID(index)
      for anchor in list { add(anchor, of: word, among: finder.places(around: word, of: anchor)) }
    }
    sortPairs()
    for pattern in 0..<patternCount {
      let (first, second) = finder.start(of: pattern)
      patternStarts.append((conditions.condition(first), conditions.condition(second)))
    }
  }

  private mutating func add(
    _ anchor: Anchor, of word: WordID, among places: NeighbourFinder.Places
  ) {
    let (before, after) = (neighbours(places.before), neighbours(places.after))
    let shares = (before: share(of: before), after: share(of: after))
    let isSecond = shares.before < shares.after
    let isPaired = before != nil || after != nil
    var anchor = anchor
    anchor.surroundings = Surroundings(
      before: conditions.condition(places.before, isKnown: isPaired && isSecond),
      after: conditions.condition(places.after, isKnown: isPaired && !isSecond),
      secondBefore: conditions.condition(places.secondBefore),
      secondAfter: conditions.condition(places.secondAfter))
    let (offset, condition) = mostTelling(of: anchor.surroundings, places)
    let record = AnchorPair(
      anchor: anchors.count, isSecond: isPaired && isSecond, condition, offset: offset,
      asksMore: anchor.surroundings.count > 1)
    anchors.append(anchor)
    if isPaired, let neighbours = isSecond ? before : after {
      add(record, of: word, beside: neighbours)
    } else {
      add(record, under: word, TokenPair.any)
      roles[Int(word)] |= AnchorRoles.alone.rawValue
    }
  }

  /// Returns the tokens at a place by which an anchor can be found; nil where they are many.
  private func neighbours(_ place: TokenPlace?) -> Set<WordID>? {
    place?.members.flatMap { $0.count <= Self.mostNeighbours ? $0 : nil }
  }

  private func share(of neighbours: Set<WordID>?) -> Int {
    neighbours.map(frequencies.frequency) ?? .max
  }

  /// Returns the condition that the fewest tokens meet, and where it is asked.
  private func mostTelling(
    of surroundings: Surroundings, _ places: NeighbourFinder.Places
  ) -> (offset: Int, TokenCondition) {
    let asked: [(offset: Int, TokenCondition, TokenPlace?)] = [
      (-1, surroundings.before, places.before), (1, surroundings.after, places.after),
      (-2, surroundings.secondBefore, places.secondBefore),
      (2, surroundings.secondAfter, places.secondAfter),
    ].filter { $0.1 != .none }
    let best = asked.min {
      frequencies.frequency(of: $0.1, $0.2) < frequencies.frequency(of: $1.1, $1.2)
    }
    return best.map { ($0.offset, $0.1) } ?? (0, .none)
  }

  /// Files an anchor of a word under the word with each neighbour; the rarer of the two finds it.
  private mutating func add(
    _ record: AnchorPair, of word: WordID, beside neighbours: Set<WordID>
  ) {
    let isFoundByNeighbour =
      frequencies.frequency(of: neighbours) < frequencies.frequency(of: [word])
    let isSecond = record.isSecond
    let role: AnchorRoles = isSecond != isFoundByNeighbour ? .withPrevious : .withNext
    for neighbour in neighbours {
      add(record, under: isSecond ? neighbour : word, isSecond ? word : neighbour)
      roles[Int(isFoundByNeighbour ? neighbour : word)] |= role.rawValue
    }
  }

  private mutating func add(_ record: AnchorPair, under first: WordID, _ second: WordID) {
    var record = record
    (record.first, record.second) = (first, second)
    let bit = record.pair.filterBit
    filter[bit / 64] |= 1 << UInt64(bit % 64)
    pairs.append(record)
  }

  /// Sorts the pairs by their bits in the filter, and notes where the others of each bit start.
  private mutating func sortPairs() {
    // What is anchored at the first token is tried first, then the patterns in their order.
    var found = pairs.map { (bit: $0.pair.filterBit, pair: $0) }
    found.sort { one, other in
      guard one.bit == other.bit else { return one.bit < other.bit }
      return order(of: one.pair) < order(of: other.pair)
    }
    // The first one of each bit is found without a look at where the others start.
    pairs = []
    var others: [AnchorPair] = []
    pairStarts = []
    for index in found.indices {
      if index > 0, found[index].bit == found[index - 1].bit {
        pairs[pairs.count - 1].noteOthers()
        others.append(found[index].pair)
      } else {
        pairs.append(found[index].pair)
        pairStarts.append(UInt32(others.count))
      }
    }
    pairStarts.append(UInt32(others.count))
    pairStarts = pairStarts.map { $0 + UInt32(pairs.count) }
    pairs += others
    var rank = 0
    for bits in filter {
      pairRanks.append(UInt32(rank))
      rank += bits.nonzeroBitCount
    }
  }

  private func order(of pair: AnchorPair) -> (UInt64, Int, UInt32, Int) {
    (pair.pair.bits, pair.isSecond ? 1 : 0, anchors[pair.anchor].pattern, pair.anchor)
  }
}
