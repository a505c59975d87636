/// Latin letters and the Greek and Cyrillic ones that look the same in print.
public enum LatinTwin {
  private static let pairs: [Character: Character] = [
    // Cyrillic
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S", "а": "a", "е": "e", "о": "o",
    "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h", "ԁ": "d",
    "ѵ": "v", "ԛ": "q", "ԝ": "w", "ё": "ë", "ї": "ï",
    // Greek
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
    "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "ν": "v", "ρ": "p",
  ]

  /// Returns a word with Latin letters in the place of their twins; nil where a letter has none.
  public static func latin(of word: String) -> String? {
    var result = ""
    for character in word {
      if let twin = pairs[character] {
        result.append(twin)
      } else {
        guard character.unicodeScalars.allSatisfy({ $0.value < 0x370 }) else { return nil }
        result.append(character)
      }
    }
    return result
  }
}
