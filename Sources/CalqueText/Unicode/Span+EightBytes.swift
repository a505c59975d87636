extension Span where Element == UInt8 {
  /// How many places there are at which eight bytes start.
  @inlinable @inline(__always)
  package var eightBytePlaces: Int { Swift.max(0, count &- 7) }

  /// Returns the eight bytes from a place on, the first one lowest.
  @inlinable @inline(__always)
  package func eightBytes(at index: Int) -> UInt64 {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: eightBytePlaces), "read past the end")
    // Just checked, and any bytes are a number.
    let bytes = unsafe self.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index, as: UInt64.self)
    return UInt64(littleEndian: bytes)
  }
}
