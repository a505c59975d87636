/// The differences between two short sequences, by their longest common subsequence.
enum Alignment {
  /// A run of old elements that gives way to a run of new ones; either may be empty.
  struct Change: Hashable {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// Returns what must change, in order.
  ///
  /// O(old × new): for the few words of a fix.
  static func changes<Element: Equatable>(from old: [Element], to new: [Element]) -> [Change] {
    let common = lengths(old, new)
    var result: [Change] = []
    var (i, j) = (0, 0)
    var (oldStart, newStart) = (0, 0)
    func close() {
      if i > oldStart || j > newStart {
        result.append(Change(old: oldStart..<i, new: newStart..<j))
      }
    }
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        close()
        (i, j) = (i + 1, j + 1)
        (oldStart, newStart) = (i, j)
      } else if j == new.count || i < old.count && common[i + 1][j] >= common[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    close()
    return result
  }

  /// Lengths of the longest common subsequences of all pairs of tails.
  private static func lengths<Element: Equatable>(_ old: [Element], _ new: [Element]) -> [[Int]] {
    var table = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        table[i][j] =
          old[i] == new[j] ? table[i + 1][j + 1] + 1 : max(table[i + 1][j], table[i][j + 1])
      }
    }
    return table
  }
}
