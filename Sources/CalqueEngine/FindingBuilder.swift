internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Makes the findings of one rule: its message filled in, its fixes written, and the places of the
/// article that it points at.
struct FindingBuilder {
  let id: RuleID
  private let rule: Rule
  private let level: Severity
  private let message: MessageTemplate
  private let hasFixes: Bool
  private let article: Article
  private let program: RuleProgram

  /// Creates the builder for a rule of a program: where `isOrigin` its message names the source
  /// language, and where `hasFixes` its fixes are wanted and may be offered.
  init(
    of rule: Rule, _ level: Severity, isOrigin: Bool, hasFixes: Bool, _ article: Article,
    _ program: RuleProgram
  ) {
    self.rule = rule
    self.level = level
    self.hasFixes = hasFixes
    self.article = article
    self.program = program
    id = program.id(of: rule)
    message = MessageTemplate(program.string(isOrigin ? rule.message : rule.neutralMessage))
  }

  /// Returns the finding of a match; `seen` has what the rule asks the article for.
  func finding(_ match: Match, seen: [Range<Int>]) -> Finding {
    let range = article.range(ofReport: match.report)
    let message = message.filled { [article] place in
      guard case .capture(let number) = place, let capture = match.capture(number) else {
        return nil
      }
      return NestedQuotes.inner(article.string(capture))
    }
    return Finding(
      rule: id, severity: level, range: range, message: message, related: related(match, seen),
      fixes: hasFixes ? fixes(for: match, in: range) : [])
  }

  /// Returns the finding of what a check found.
  func finding(_ fault: Fault) -> Finding {
    Finding(
      rule: id, severity: level, range: fault.range,
      message: message.filled { place in
        guard case .value(let name) = place else { return nil }
        return fault.values.first { $0.key == name }?.value
      },
      related: fault.related, fixes: hasFixes ? fault.fixes : [])
  }

  private func fixes(for match: Match, in range: TextRange) -> [Fix] {
    let renderer = FixRenderer(article)
    return program.fixes[rule.fixes.indices].compactMap {
      renderer.fix($0, for: match, in: range)
    }
  }

  /// Returns where what the rule asks for, or wants to be pointed at, stands in the article.
  private func related(_ match: Match, _ seen: [Range<Int>]) -> [Finding.Related] {
    var places: [Range<Int>] = []
    for place in seen where !place.overlaps(match.report) && !places.contains(place) {
      places.append(place)
    }
    return places.map { place in
      let range = article.document.range(of: place)
      return Finding.Related(range: range, note: "the article has “\(article.string(range))” here")
    }
  }
}

extension Article {
  /// Returns the bytes of a reported part; a pair of quotation marks of which one is inside and the
  /// other directly beside it is taken in whole.
  func range(ofReport report: Range<Int>) -> TextRange {
    var (first, last) = (report.lowerBound, report.upperBound - 1)
    for token in report where tokens[token].kind == .quote {
      guard let mark = document.mark(ofToken: token), let partner = document.marks[mark].partner
      else { continue }
      let other = document.marks[partner].token
      if other == report.lowerBound - 1 { first = other }
      if other == report.upperBound { last = other }
    }
    return document.range(of: first..<last + 1)
  }
}
