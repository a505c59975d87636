extension RandomAccessCollection where Index == Int {
  /// Returns the index of the first element for which `predicate` holds, where all for which it
  /// does not hold come first.
  ///
  /// O(log count).
  @inlinable
  package func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[startIndex + middle]) { high = middle } else { low = middle + 1 }
    }
    return startIndex + low
  }
}
