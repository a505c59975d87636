extension UInt64 {
  /// Calls a function with the place of each bit that is set, the lowest first.
  @inlinable @inline(__always)
  package func forEachSetBit(_ body: (Int) -> Void) {
    var rest = self
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }
}
