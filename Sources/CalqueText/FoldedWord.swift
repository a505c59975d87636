/// The bytes of a word by which it is compared: case and composition folded, apostrophes and
/// hyphens those of ASCII, and nothing invisible.
enum FoldedWord {
  /// Returns the hash of a word or number.
  ///
  /// O(length).
  static func hash(of kind: Token.Kind, _ range: Range<Int>, in text: [UInt8]) -> UInt64 {
    var hasher = WordHasher()
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        hasher.add(byte.smallLetter)
        index += 1
      } else if isCurlyApostrophe(at: index, before: range.upperBound, in: text) {
        // Mostly this is all that is not ASCII.
        hasher.add(0x27)
        index += 3
      } else if let letter = smallLatin1(at: index, before: range.upperBound, in: text) {
        hasher.add(0xC3)
        hasher.add(letter)
        index += 2
      } else {
        return WordHash.of(folded: bytes(of: kind, range, in: text))
      }
    }
    return hasher.hash
  }

  /// Returns the second byte of a letter of Latin-1, made small: `Á` and `á`, not `ß`, which folds
  /// to two letters.
  ///
  /// With a combining mark behind it the word is none for this way: a mark is neither of these.
  private static func smallLatin1(at index: Int, before end: Int, in text: [UInt8]) -> UInt8? {
    guard index + 1 < end, text[index] == 0xC3 else { return nil }
    return switch text[index + 1] {
    case 0x97, 0x9F, 0xB7: nil
    case 0x80...0x9E: text[index + 1] + 0x20
    case 0xA0...0xBF: text[index + 1]
    default: nil
    }
  }

  private static func isCurlyApostrophe(at index: Int, before end: Int, in text: [UInt8]) -> Bool {
    index + 3 <= end && text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0x99
  }

  /// Returns the folded bytes of a word or number.
  ///
  /// A number is its ASCII digits and the marks between them.
  ///
  /// O(length).
  static func bytes(of kind: Token.Kind, _ range: Range<Int>, in text: [UInt8]) -> [UInt8] {
    guard text[range].contains(where: { $0 >= 0x80 }) else {
      return text[range].map(\.smallLetter)
    }
    var visible: [UInt8] = []
    visible.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = DecodedScalar(text.span, at: index, end: range.upperBound)
      switch scalar.value {
      case 0x00AD, 0x200B...0x200D, 0x2060: break
      case 0x2010, 0x2011: visible.append(0x2D)
      case 0x2019, 0x02BC: visible.append(0x27)
      case 0x80...: if kind != .number { visible += text[index..<index + scalar.length] }
      default: visible.append(text[index])
      }
      index += scalar.length
    }
    return Folding.fold(visible)
  }
}
