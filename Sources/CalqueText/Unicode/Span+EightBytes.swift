extension Span where Element == UInt8 {
  /// How many places there are at which eight bytes start.
  @inline(__always)
  var eightBytePlaces: Int { Swift.max(0, count &- 7) }

  /// Returns the eight bytes from a place on, the first one lowest.
  @inline(__always)
  func eightBytes(at index: Int) -> UInt64 {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: eightBytePlaces), "read past the end")
    // Just checked, and any bytes are a number.
    let bytes = unsafe self.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index, as: UInt64.self)
    return UInt64(littleEndian: bytes)
  }
}
