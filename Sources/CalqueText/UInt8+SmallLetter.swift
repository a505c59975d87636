extension UInt8 {
  /// The byte, a capital of ASCII as its small letter.
  @inlinable @inline(__always)
  public var smallLetter: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
