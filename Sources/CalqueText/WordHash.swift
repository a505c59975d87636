/// The 64-bit hash by which words are compared: their folded UTF-8, eight bytes a step.
///
/// Two words are taken to be the same when their hashes are. A step multiplies what is new with
/// what was before to 128 bits and folds these to 64, so that every bit of a word reaches every bit
/// of its hash. For a vocabulary of 50,000 words and a billion different words of text the odds of
/// one false match are below one in 300,000, as for any hash of 64 bits that spreads evenly; the
/// cost of one would be one false finding. The vocabulary of rules keeps some 46 bits of it. Zero
/// is never a hash: tables use it for a free place.
public enum WordHash {
  /// The state before the first step.
  ///
  /// No text has these bytes, so no first step multiplies with zero.
  @inlinable static var seed: UInt64 { 0xA076_1D64_78BD_642F }

  /// Returns the state after one more step.
  ///
  /// A step takes the next eight bytes of a word, the first one lowest; the last step what is left
  /// of it, none to seven, with zeros below.
  ///
  /// Source: the multiplication of wyhash, by Wang Yi.
  @inlinable @inline(__always)
  static func mixing(_ bytes: UInt64, into state: UInt64) -> UInt64 {
    let product = (state ^ bytes).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// Returns a hash that is ready to be compared: never zero.
  @inlinable @inline(__always)
  static func finished(_ state: UInt64) -> UInt64 { max(state, 1) }

  /// Returns the hash of a word from its bytes, which are folded already, as small letters of ASCII
  /// are.
  @inlinable
  public static func of(folded bytes: some Sequence<UInt8>) -> UInt64 {
    var hasher = WordHasher()
    for byte in bytes { hasher.add(byte) }
    return hasher.hash
  }

  /// Returns the hashes of the words in a text, white space between them.
  ///
  /// O(length): every start makes some sets of words.
  public static func ofEach(_ words: String) -> [UInt64] {
    let bytes = words.utf8.span
    var hashes: [UInt64] = []
    var end = 0
    while end < bytes.count {
      let start = end
      while end < bytes.count, bytes[end] > 0x20 {
        // Other letters than those of ASCII are folded by scalars.
        guard bytes[end] < 0x80 else {
          return words.split(whereSeparator: \.isWhitespace).map { of(String($0)) }
        }
        end += 1
      }
      if end > start { hashes.append(of(ascii: bytes, start..<end)) }
      end += 1
    }
    return hashes
  }

  /// Returns the hash of the ASCII letters, digits and inner marks in a range of a text.
  ///
  /// O(length), an eighth of a step each.
  static func of(ascii text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    // What makes a capital small is set already in digits, `'`, `-`, `.`, `,` and `:`.
    let smallBits: UInt64 = 0x2020_2020_2020_2020
    var state = seed
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      state = mixing(text.eightBytes(at: index) | smallBits, into: state)
      index &+= 8
    }
    let width = UInt64(truncatingIfNeeded: range.upperBound &- index) &* 8
    guard width > 0 else { return finished(mixing(0, into: state)) }
    if index < text.eightBytePlaces {
      return finished(
        mixing((text.eightBytes(at: index) | smallBits) &<< (64 &- width), into: state))
    }
    var bytes: UInt64 = 0
    for place in index..<range.upperBound {
      bytes = bytes &>> 8 | UInt64(text[place] | 0x20) &<< 56
    }
    return finished(mixing(bytes, into: state))
  }

  /// Returns the hash of a word as an article's tokens carry it: case and composition folded,
  /// curly apostrophes straight.
  public static func of(_ word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    // Most words of lists are plain; what `of(ascii:)` makes small is a capital then.
    let isPlain = bytes.allSatisfy { 0x20...0x3F ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
    return isPlain ? of(ascii: bytes.span, bytes.indices) : of(folded: Folding.fold(bytes))
  }
}
