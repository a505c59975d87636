/// The 64-bit hash by which words are compared: FNV-1a over their folded UTF-8.
///
/// Two words are taken to be the same when their hashes are. For a vocabulary of 50,000 words and a
/// billion different words of text the odds of one false match are below one in 300,000, and the
/// cost of one would be one false finding. Zero is never a hash: tables use it for a free place.
public enum WordHash {
  /// Hash of no bytes, to be extended by ``adding(_:to:)``.
  @inlinable public static var empty: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// Returns the hash of `hash`'s bytes and one more.
  @inlinable
  public static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Returns a hash that is ready to be compared: never zero.
  @inlinable
  public static func finished(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// Returns the hash of a word from its bytes, which are folded already, as small letters of ASCII
  /// are.
  @inlinable
  public static func of(folded bytes: some Sequence<UInt8>) -> UInt64 {
    finished(bytes.reduce(empty) { adding($1, to: $0) })
  }

  /// Returns the hash of a word as an article's tokens carry it: case and composition folded,
  /// curly apostrophes straight.
  public static func of(_ word: String) -> UInt64 {
    of(folded: Folding.fold(Array(word.utf8)))
  }
}
