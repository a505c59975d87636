/// A word, number or mark of a text.
///
/// Tokens lie in one flat array for a whole document. No token holds a string: a word is compared
/// by its ``hash``, and its bytes are read from the text where a report needs them. A token takes
/// sixteen bytes: what walks over all of them waits for memory more than it computes.
public struct Token: Sendable, Hashable {
  /// Most bytes of a token: what is longer is several.
  static let mostBytes = Int(UInt16.max)

  /// Offset of the first byte.
  public let start: UInt32
  /// Number of bytes.
  @usableFromInline let length: UInt16
  /// What the token is, and what is known of it.
  public internal(set) var nature: Nature
  /// Hash of the folded bytes (``WordHash``) for words and numbers; the scalar for single marks.
  public let hash: UInt64

  /// Creates a token of at most ``mostBytes``.
  @inline(__always)
  init(start: Int, end: Int, hash: UInt64, kind: Kind, flags: Flags) {
    self.start = UInt32(truncatingIfNeeded: start)
    length = UInt16(truncatingIfNeeded: end &- start)
    nature = Nature(kind, flags)
    self.hash = hash
  }

  /// Offset of the byte after the last one.
  @inlinable public var end: UInt32 { start &+ UInt32(length) }

  /// What the token is.
  @inlinable
  public var kind: Kind { nature.kind }

  /// What is known of the token.
  public internal(set) var flags: Flags {
    @inlinable get { nature.flags }
    set { nature.flags = newValue }
  }

  /// The token's bytes.
  @inlinable
  public var range: TextRange { TextRange(start, end) }

  /// Tells whether the token is this punctuation mark, quote or symbol.
  @inlinable @inline(__always)
  public func isMark(_ scalar: Unicode.Scalar) -> Bool {
    hash == UInt64(scalar.value) && !isWordLike
  }

  /// Tells whether the token is a dash, or a hyphen that stands for one.
  @inlinable
  public var isDash: Bool { isMark("–") || isMark("—") || isMark("―") || isMark("-") }

  /// Tells whether the token is a number, or a word with a digit in it: `4`, `4lb`.
  @inlinable
  public var hasFigures: Bool { kind == .number || flags.contains(.hasDigit) }

  /// Tells whether the token is a word or a number.
  @inlinable
  public var isWordLike: Bool { nature.isWordLike }
}
