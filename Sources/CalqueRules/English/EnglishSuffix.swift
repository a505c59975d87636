/// The spelling of English words before their endings.
enum EnglishSuffix {
  /// Returns the word with the ending of plurals and of the third person.
  static func s(after word: String) -> String {
    if endsInConsonantAndY(word) { return word.dropLast() + "ies" }
    let hissing = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
    let letters = Array(word)
    let endsInConsonantAndO =
      letters.count > 1 && letters.last == "o" && !isVowel(letters[letters.count - 2])
    // A single z after a vowel is doubled: quizzes, but waltzes.
    if hissing, letters.last == "z", endsInShortSyllable(word) { return word + "zes" }
    return word + (hissing || endsInConsonantAndO ? "es" : "s")
  }

  /// Returns the word with an ending that starts with `e`: `ed`, `er`, `est`.
  static func vowelSuffix(_ suffix: String, after word: String, doubling: Bool) -> String {
    if word.hasSuffix("e") { return word + suffix.dropFirst() }
    if endsInConsonantAndY(word) { return word.dropLast() + "i" + suffix }
    return stem(of: word, doubling: doubling) + suffix
  }

  /// Returns the word with `ing`.
  static func ing(after word: String, doubling: Bool) -> String {
    if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
    let keepsE = ["ee", "oe", "ye"].contains { word.hasSuffix($0) } || word.count < 3
    if word.hasSuffix("e"), !keepsE { return word.dropLast() + "ing" }
    return stem(of: word, doubling: doubling) + "ing"
  }

  /// Doubles the last letter of `stop`, adds a k to `panic`.
  private static func stem(of word: String, doubling: Bool) -> String {
    guard let last = word.last else { return word }
    if word.hasSuffix("ic") { return word + "k" }
    return doubling || endsInShortSyllable(word) ? word + String(last) : word
  }

  /// Tells whether the word has one syllable that ends in one vowel and one consonant.
  private static func endsInShortSyllable(_ word: String) -> Bool {
    let letters = Array(word)
    guard letters.count >= 3, let last = letters.last, last.isLetter, !isVowel(last),
      !"wxy".contains(last)
    else { return false }
    var vowels = 0
    for (index, letter) in letters.enumerated() where isVowel(letter) || letter == "y" {
      // The u of qu is no vowel of its own: quit, quiz.
      if letter == "u", index > 0, letters[index - 1] == "q" { continue }
      guard index == letters.count - 2 else { return false }
      vowels += 1
    }
    return vowels == 1
  }

  private static func endsInConsonantAndY(_ word: String) -> Bool {
    let letters = Array(word)
    guard letters.count > 1, letters.last == "y" else { return false }
    return !isVowel(letters[letters.count - 2])
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
