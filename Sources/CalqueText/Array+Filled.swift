extension Array {
  /// Makes an array of equal elements.
  ///
  /// As `init(repeating:count:)`, which asks the runtime for the array's type each time: 500
  /// instructions for each of the twenty arrays that an article takes.
  @inlinable @inline(__always)
  package init(filledWith element: Element, count: Int) {
    self = []
    append(addingCapacity: count) { $0.append(repeating: element, count: count) }
  }
}
