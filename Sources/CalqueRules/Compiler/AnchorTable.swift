/// The tables by which a scan finds the patterns to try.
///
/// An anchor is often a common word, and the word before or after it refuses most of its places:
/// where few words can stand there, the pattern is found by the two together.
struct AnchorTable {
  /// Neighbours of an anchor, at most: beyond that it is tried wherever its word occurs.
  private static let mostNeighbours = 64

  private(set) var starts: [UInt32] = [0]
  private(set) var anchors: [Anchor] = []
  private(set) var neighbourStarts: [UInt32] = [0]
  private(set) var neighbours: [UInt32] = []
  private(set) var neighbourAnchors: [UInt32] = []
  private(set) var filter = [UInt64](repeating: 0, count: Neighbour.filterSize)

  /// An anchor that is found together with a neighbour.
  private struct Pair {
    let neighbour: Neighbour
    let anchor: Anchor
  }

  /// Makes the tables.
  ///
  /// - Parameters:
  ///   - anchors: The anchors of each word.
  ///   - finder: Tells what may stand beside them.
  init(_ anchors: [[Anchor]], _ finder: NeighbourFinder) {
    var pairs: [(after: [Pair], before: [Pair])] = []
    for (word, list) in anchors.enumerated() {
      pairs.append(([], []))
      for anchor in list {
        let (before, after) = finder.neighbours(of: anchor, at: WordID(word))
        let sizes = (before: before?.count ?? .max, after: after?.count ?? .max)
        if min(sizes.before, sizes.after) > Self.mostNeighbours {
          self.anchors.append(anchor)
        } else if let after, sizes.after <= sizes.before {
          pairs[word].after += after.map { Pair(neighbour: $0, anchor: anchor) }
        } else if let before {
          pairs[word].before += before.map { Pair(neighbour: $0, anchor: anchor) }
        }
      }
      starts.append(UInt32(self.anchors.count))
    }
    for (word, sides) in pairs.enumerated() {
      let word = Neighbour(word: WordID(word))
      add(sides.after) { Neighbour.filterBit(of: word, before: $0) }
      add(sides.before) { Neighbour.filterBit(of: $0, before: word) }
    }
  }

  private mutating func add(_ pairs: [Pair], filterBit: (Neighbour) -> Int) {
    var indices: [Anchor: UInt32] = [:]
    let sorted = pairs.sorted {
      ($0.neighbour.bits, $0.anchor.pattern) < ($1.neighbour.bits, $1.anchor.pattern)
    }
    for pair in sorted {
      let index = indices[pair.anchor] ?? UInt32(anchors.count)
      if index == anchors.count { anchors.append(pair.anchor) }
      indices[pair.anchor] = index
      neighbours.append(pair.neighbour.bits)
      neighbourAnchors.append(index)
      let bit = filterBit(pair.neighbour)
      filter[bit / 64] |= 1 << UInt64(bit % 64)
    }
    neighbourStarts.append(UInt32(neighbours.count))
  }
}
