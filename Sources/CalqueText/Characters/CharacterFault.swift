/// A run of characters that no reader was meant to see.
public struct CharacterFault: Sendable, Hashable {
  /// What is wrong with the characters.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// UTF-8 that was read as Windows-1252 or Latin-1.
    case mojibake
    /// What a decoder puts where it could not read: `�`, `⁇`.
    case lost
    /// A control that is no line end or tab.
    case control
    /// Without width: zero-width space, soft hyphen, byte order mark inside a text.
    case invisible
    /// Changes the direction of what follows.
    case direction
    /// Means what a font makes of it.
    case privateUse = "private-use"
    /// A letter of the tags block, by which text is smuggled unseen.
    case tag
    /// A form for East Asian text beside Latin letters.
    case fullWidth = "full-width"
    /// A bracket, dot or sign of Chinese and Japanese typography that stands in Latin text.
    case eastAsian = "east-asian"
    /// A letter and a combining mark that are one character in NFC.
    case decomposed
  }

  /// What is wrong.
  public let kind: Kind
  /// The characters.
  public let range: TextRange
  /// What they ought to be; empty where they ought to go or nobody knows.
  public let repaired: String
}
