/// The tables by which a scan finds the patterns to try.
///
/// An anchor is often a common word, and the word before or after it refuses most of its places:
/// where few words can stand there, the pattern is found by the two together. What else is known of
/// the tokens around the word is asked before the pattern is tried.
struct AnchorTable {
  /// Neighbours of an anchor, at most: beyond that it is tried wherever its word occurs.
  private static let mostNeighbours = 64

  private(set) var starts: [UInt32] = [0]
  private(set) var anchors: [Anchor] = []
  private(set) var pairStarts: [UInt32] = [0]
  private(set) var pairs: [AnchorPair] = []
  private(set) var filter = [UInt64](repeating: 0, count: Neighbour.filterSize)
  private(set) var conditions = ConditionTable()
  /// What each pattern starts with.
  private(set) var patternStarts: [TokenCondition] = []

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
  init(_ anchors: [[Anchor]], _ finder: consuming NeighbourFinder, patternCount: Int) {
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
    var runs = [[AnchorPair]](repeating: [], count: Neighbour.runCount)
    for one in paired {
      let index = UInt32(anchors.count)
      anchors.append(one.anchor)
      let word = Neighbour(word: one.word)
      for neighbour in one.neighbours {
        let (first, second) = one.isSecond ? (neighbour, word) : (word, neighbour)
        let bit = Neighbour.filterBit(of: first, before: second)
        filter[bit / 64] |= 1 << UInt64(bit % 64)
        runs[Neighbour.run(ofFilterBit: bit)].append(
          AnchorPair(
            first: first.bits, second: second.bits, anchor: index, isSecond: one.isSecond ? 1 : 0))
      }
    }
    for run in runs {
      // What is anchored at the first token is tried first, then the patterns in their order.
      pairs += run.sorted { one, other in
        (one.first, one.second, one.isSecond, anchors[Int(one.anchor)].pattern, one.anchor)
          < (
            other.first, other.second, other.isSecond, anchors[Int(other.anchor)].pattern,
            other.anchor
          )
      }
      pairStarts.append(UInt32(pairs.count))
    }
  }
}
