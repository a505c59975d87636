/// Makes a ``WordHash`` of bytes that come one by one.
public struct WordHasher: Sendable {
  @usableFromInline var state = WordHash.seed
  /// The bytes since the last step, the first one lowest, and zeros below.
  @usableFromInline var bytes: UInt64 = 0
  /// Number of these bytes, below eight.
  @usableFromInline var count = 0

  /// Creates a hasher of no bytes.
  @inlinable
  public init() {}

  /// Adds a byte of a word, folded.
  @inlinable
  public mutating func add(_ byte: UInt8) {
    bytes = bytes &>> 8 | UInt64(byte) &<< 56
    count &+= 1
    guard count == 8 else { return }
    state = WordHash.mixing(bytes, into: state)
    (bytes, count) = (0, 0)
  }

  /// The hash of the bytes so far.
  @inlinable
  public var hash: UInt64 { WordHash.finished(WordHash.mixing(bytes, into: state)) }
}
