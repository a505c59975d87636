internal import CalqueText

/// The marks that go with one another.
enum QuoteRepair {
  /// Returns the mark that closes what a glyph opens, in English.
  static func closing(of glyph: QuoteGlyph) -> String {
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
    }
  }

  /// Returns the mark that opens what a glyph closes, in English.
  static func opening(of glyph: QuoteGlyph) -> String {
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
    }
  }
}
