public import CalqueText

/// The marks of a system that go with one another.
public enum QuoteSpelling {
  /// Returns the mark that closes what a glyph opens, in English.
  public static func closing(of glyph: QuoteGlyph) -> String {
    switch glyph {
    case .straightDouble, .fullWidthDouble, .doublePrime: "\""
    case .straightSingle, .fullWidthSingle, .prime: "'"
    case .leftSingle, .rightSingle, .lowSingle, .reversedSingle, .backtick, .acute: "’"
    case .leftGuillemet, .doubleLess, .rightGuillemet, .doubleGreater: "»"
    case .leftAngle, .rightAngle: "›"
    case .doubleBacktick, .doubleApostrophe: "''"
    case .leftCorner, .rightCorner: "」"
    case .leftWhiteCorner, .rightWhiteCorner: "』"
    case .leftDouble, .rightDouble, .lowDouble, .reversedDouble: "”"
    case .leftSingleTwice, .rightSingleTwice: "”"
    }
  }

  /// Returns the mark that opens what a glyph closes, in English.
  public static func opening(of glyph: QuoteGlyph) -> String {
    switch glyph {
    case .straightDouble, .fullWidthDouble, .doublePrime: "\""
    case .straightSingle, .fullWidthSingle, .prime: "'"
    case .leftSingle, .rightSingle, .lowSingle, .reversedSingle, .backtick, .acute: "‘"
    case .leftGuillemet, .doubleLess, .rightGuillemet, .doubleGreater: "«"
    case .leftAngle, .rightAngle: "‹"
    case .doubleBacktick, .doubleApostrophe: "``"
    case .leftCorner, .rightCorner: "「"
    case .leftWhiteCorner, .rightWhiteCorner: "『"
    case .leftDouble, .rightDouble, .lowDouble, .reversedDouble: "“"
    case .leftSingleTwice, .rightSingleTwice: "“"
    }
  }

  /// Returns the two marks of English in one of its systems.
  public static func pair(isDouble: Bool, isCurly: Bool) -> (opening: String, closing: String) {
    switch (isDouble, isCurly) {
    case (true, true): ("“", "”")
    case (true, false): ("\"", "\"")
    case (false, true): ("‘", "’")
    case (false, false): ("'", "'")
    }
  }
}

extension Document {
  /// Whether the article writes its double marks curly rather than straight; curly where it has
  /// as many of both.
  ///
  /// - Complexity: O(marks).
  public var usesCurlyQuotes: Bool {
    var balance = 0
    for mark in marks where mark.glyph.isDouble && mark.partner != nil {
      switch mark.glyph.system {
      case .curly: balance += 1
      case .straight: balance -= 1
      default: break
      }
    }
    return balance >= 0
  }
}
