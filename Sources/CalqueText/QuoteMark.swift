/// A glyph of an article that may be a quotation mark, and what it was read as.
public struct QuoteMark: Sendable, Hashable {
  /// What a glyph is in its place.
  public enum Role: UInt8, Sendable, CaseIterable {
    /// Opens a quotation.
    case opening
    /// Closes a quotation.
    case closing
    /// Stands for a letter, or for a possessive.
    case apostrophe
    /// Feet and inches, minutes and seconds.
    case prime
  }

  /// Index of its token, the first one where the mark is written with two.
  public let token: Int
  /// Index of its last token.
  public let lastToken: Int
  /// The glyph.
  public let glyph: QuoteGlyph
  /// What it was read as.
  public internal(set) var role: Role
  /// Index of the mark at the other end of the quotation; nil where that one is missing.
  public internal(set) var partner: Int?
  /// Whether the quotation runs on: an opening mark without partner whose quotation the next
  /// paragraph takes up with a mark of its own.
  public internal(set) var runsOn = false
  /// Whether the mark takes up the quotation that the paragraph before left open.
  public internal(set) var takesUp = false
  /// Whether the mark is read from what a wrong decoder left, `&quot;` or `â€œ`; its tokens may
  /// then be part of that only.
  public internal(set) var isEncoded = false
  /// How many quotations are open around this one.
  public internal(set) var depth = 0

  init(token: Int, lastToken: Int, glyph: QuoteGlyph) {
    self.token = token
    self.lastToken = lastToken
    self.glyph = glyph
    role = .apostrophe
  }

  /// Whether the mark opens or closes a quotation that has no other end.
  public var isUnpaired: Bool {
    partner == nil && !runsOn && (role == .opening || role == .closing)
  }
}
