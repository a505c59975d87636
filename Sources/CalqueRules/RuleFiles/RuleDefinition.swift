internal import CalqueFindings
internal import CalqueText

/// A rule as its file has it: every value typed and placed, no pattern parsed yet.
struct RuleDefinition {
  /// A fix with how far it may be trusted.
  struct Fix {
    let text: LocatedText
    let isSafe: Bool
  }

  /// A setting of the rule's check.
  struct Option {
    let name: LocatedText
    let values: [LocatedText]
  }

  /// A condition on the article.
  struct Need {
    /// What is asked for.
    enum Kind {
      case language(LocatedText)
      case seen(LocatedText)
      /// Asked for only to be pointed at.
      case beside(LocatedText)
      /// Signs of any source language.
      case translated
      /// Signs of this language, or of another that is named so, before a fix is offered.
      case fixLanguage(LocatedText)
    }
    let kind: Kind
    let written: String
  }

  let path: String
  let pack: String
  let id: LocatedText
  /// Where the rule starts in its file.
  let range: TextRange
  var patterns: [LocatedText] = []
  /// Name of the check; empty for a rule of patterns.
  var check = LocatedText("", range: TextRange(0, 0))
  var options: [Option] = []
  var message = LocatedText("", range: TextRange(0, 0))
  var why = ""
  var advice = ""
  var severity = Severity.warning
  var precision: MeasuredPrecision?
  /// Whether the rule needs no sign of its language beside itself.
  var isAlone = false
  var category = ""
  var stage = ""
  var original = ""
  var fixes: [Fix] = []
  var keepsCase = false
  var exceptions: [LocatedText] = []
  var onlyIn: UInt32 = 0
  var notIn: UInt32 = 0
  var needs: [Need] = []
  var bad: [String] = []
  var good: [String] = []
  /// Whether the rule fires; a draft or a retired one is only listed.
  var status = Rule.Status.stable
  var formerly: [String] = []

  /// Whether a match is proof of the source language: of an error it is, unless it needs other
  /// signs.
  var isProof: Bool {
    let needsLanguage = needs.contains { need in
      if case .language = need.kind { true } else { false }
    }
    return (severity == .error || isAlone) && !needsLanguage
  }

  /// Whether the rule's patterns match below the article, in what belongs to its page: those of a
  /// rule that finds such lines do, wherever a scraper left them.
  var coversTail: Bool {
    let tail = RuleContext.tail.bit
    return onlyIn & tail != 0 || category == Self.residue && onlyIn == 0 && notIn & tail == 0
  }

  private static let residue = "design/markup/residue"

  /// The full id, `pack/rule`.
  var fullID: String { "\(pack)/\(id.text)" }
}
