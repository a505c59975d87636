/// The keys under which a rule gives what the source will have said: one for each language.
public enum OriginalKey {
  /// The codes of languages with their keys, in the order in which the documentation lists these.
  static let byLanguage: KeyValuePairs = [
    "es": "spanish", "pt": "portuguese", "fr": "french", "it": "italian", "de": "german",
    "ru": "russian", "uk": "ukrainian", "pl": "polish", "tr": "turkish", "ar": "arabic",
    "zh": "chinese", "ja": "japanese",
  ]

  /// Returns the key of a language, from its code; nil for one that has none.
  ///
  /// O(languages).
  public static func of(_ language: String) -> String? {
    byLanguage.first { $0.key == language }?.value
  }
}
