/// How many letters apart two words are.
public enum EditDistance {
  /// Counts the changes between two words: a letter put in, left out, replaced, or exchanged with
  /// its neighbour (optimal string alignment); nil where they are more than `limit`.
  ///
  /// O(length²), and no more rows than it takes to see that they are.
  @inlinable
  public static func between<Letter: Equatable>(
    _ left: [Letter], _ right: [Letter], limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      var least = row + 1
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
        least = min(least, cost)
      }
      guard least <= limit else { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
