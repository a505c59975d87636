internal import CalqueFindings

/// A pattern that has been parsed, looked up and found fit to be compiled.
struct CheckedPattern {
  let parsed: ParsedPattern
  /// Where to try it; none for an exception.
  let anchors: [AnchorFinder.Place]
}

/// A rule all of whose parts have been parsed.
struct CheckedRule {
  let definition: RuleDefinition
  var patterns: [CheckedPattern] = []
  var exceptions: [CheckedPattern] = []
  /// For each condition of the rule its probe, if it has one.
  var probes: [CheckedPattern?] = []
  var fixes: [ParsedFix] = []
  var message: RuleMessage
}

/// Parses the patterns and fixes of rules and looks up what they name.
struct RuleChecker {
  private let lexicon: Lexicon
  private let anchorFinder: AnchorFinder
  private let compiler: PatternCompiler
  /// Names that `<…>` may hold, made once.
  private let classNames: Set<String>

  /// The checks that rules may name; nil where they are not known, as when the package is built.
  private let checks: [CheckDescription]?
  /// Codes of the source languages that packs are for, sorted.
  private let languages: [String]

  /// Creates a checker of rules that use a lexicon.
  init(lexicon: Lexicon, checks: [CheckDescription]?, languages: [String]) {
    self.lexicon = lexicon
    self.checks = checks
    self.languages = languages
    anchorFinder = AnchorFinder(lexicon: lexicon)
    compiler = PatternCompiler(lexicon: lexicon)
    classNames = Set(lexicon.classNames)
  }

  /// Returns the rule with its parts parsed; nil, with problems noted, where one is broken.
  func check(
    _ rule: RuleDefinition, isForLanguage: Bool, log: inout ProblemLog
  ) -> CheckedRule? {
    let problemsBefore = log.problems.count
    guard let message = message(of: rule, isForLanguage, log: &log) else { return nil }
    var checked = CheckedRule(definition: rule, message: message)
    checked.patterns = rule.patterns.compactMap {
      pattern($0, isAnchored: true, path: rule.path, log: &log)
    }
    checked.exceptions = rule.exceptions.compactMap {
      pattern($0, isAnchored: false, path: rule.path, log: &log)
    }
    checked.probes = rule.needs.map { need in
      switch need.kind {
      case .language(let code), .fixLanguage(let code):
        checkLanguage(code, path: rule.path, log: &log)
      case .seen(let text), .beside(let text):
        pattern(text, isAnchored: true, path: rule.path, log: &log)
      case .translated: nil
      }
    }
    // What fixes and messages may refer to is known only when all patterns are.
    guard log.problems.count == problemsBefore else { return nil }
    if rule.check.text.isEmpty { checkTemplates(of: &checked, log: &log) }
    if let checks { checkOptions(of: rule, among: checks, log: &log) }
    return log.problems.count == problemsBefore ? checked : nil
  }

  /// Notes a language that no pack is for, which would keep the rule silent; returns no probe.
  private func checkLanguage(
    _ code: LocatedText, path: String, log: inout ProblemLog
  ) -> CheckedPattern? {
    guard !languages.contains(code.text) else { return nil }
    let hint = Suggestion.nearest(to: code.text, among: languages).map { "did you mean “\($0)”?" }
    let message =
      "no pack is for the language “\(code.text)”; "
      + (hint ?? "the languages are \(languages.joined(separator: ", "))")
    log.report(.unknownValue, message, at: code.range, in: path)
    return nil
  }

  /// Notes a check that nobody has, and options that it does not take.
  private func checkOptions(
    of rule: RuleDefinition, among checks: [CheckDescription], log: inout ProblemLog
  ) {
    guard !rule.check.text.isEmpty else { return }
    guard let check = checks.first(where: { $0.name == rule.check.text }) else {
      let names = checks.map(\.name)
      let hint = Suggestion.nearest(to: rule.check.text, among: names)
        .map { "did you mean “\($0)”?" }
      let message =
        "there is no check “\(rule.check.text)”; "
        + (hint ?? "the checks are \(names.joined(separator: ", "))")
      log.report(.unknownValue, message, at: rule.check.range, in: rule.path)
      return
    }
    let lists = lexicon.lists.map(\.name)
    for option in rule.options {
      guard let known = check.option(option.name.text) else {
        let message = check.problem(withOption: option.name.text)
        log.report(.unknownKey, message, at: option.name.range, in: rule.path)
        continue
      }
      for value in option.values {
        guard let message = known.problem(with: value.text, wordLists: lists) else { continue }
        log.report(.unknownValue, message, at: value.range, in: rule.path)
      }
      if option.values.count > 1, !known.takesSeveral {
        let message = "“\(known.name)” takes \(known.expectation), and here is a list"
        log.report(.wrongType, message, at: option.values[1].range, in: rule.path)
      }
    }
  }

  /// Returns a pattern parsed and looked up; nil, with a problem noted, where it is broken.
  func pattern(
    _ text: LocatedText, isAnchored: Bool, path: String, log: inout ProblemLog
  ) -> CheckedPattern? {
    do throws(PatternFault) {
      let parsed = try PatternParser.parse(text.text)
      try checkClasses(of: parsed.nodes)
      guard compiler.size(of: parsed.nodes) <= PatternCompiler.largestPattern else {
        let message = "the pattern is too large; make it several, or take phrases off its lists"
        throw PatternFault(kind: .pattern, message: message, range: 0..<text.text.utf8.count)
      }
      guard isAnchored else { return CheckedPattern(parsed: parsed, anchors: []) }
      guard let anchors = anchorFinder.places(of: parsed.nodes) else {
        let message =
          "the pattern has no word or mark that must be there, so it would be tried at every word; "
          + "add one, or a word list"
        throw PatternFault(kind: .noAnchor, message: message, range: 0..<text.text.utf8.count)
      }
      return CheckedPattern(parsed: parsed, anchors: anchors)
    } catch {
      log.report(error.kind, error.message, at: text.range(of: error.range), in: path)
      return nil
    }
  }

  private func checkClasses(of nodes: [PatternNode]) throws(PatternFault) {
    for node in nodes {
      switch node.kind {
      case .group(let alternatives, _):
        for alternative in alternatives { try checkClasses(of: alternative) }
      case .wordClass(let name, _):
        guard !classNames.contains(name) else { continue }
        let suggestion = Suggestion.nearest(to: name, among: lexicon.classNames)
        let message =
          "no word list is called “\(name)”; "
          + (suggestion.map { "did you mean “\($0)”?" } ?? "add one to a file of “lexicon”")
        throw PatternFault(kind: .unknownClass, message: message, range: node.range)
      case .word, .exact, .inflected, .gap, .punctuation, .quote, .sentenceStart, .sentenceEnd,
        .reportStart, .reportEnd:
        continue
      }
    }
  }

  private func message(
    of rule: RuleDefinition, _ isForLanguage: Bool, log: inout ProblemLog
  ) -> RuleMessage? {
    do throws(PatternFault) {
      let message = try RuleMessage(rule.message.text)
      if let clause = message.clause, !isForLanguage {
        throw PatternFault(
          kind: .message, message: "this pack is for no language that a message could speak of",
          range: clause)
      }
      return message
    } catch {
      log.report(error.kind, error.message, at: rule.message.range(of: error.range), in: rule.path)
      return nil
    }
  }

  private func checkTemplates(of rule: inout CheckedRule, log: inout ProblemLog) {
    let limits = FixParser.Limits(
      captureCount: rule.patterns.map(\.parsed.captureCount).min() ?? 0,
      inflectedCount: rule.patterns.map(\.parsed.inflected.count).min() ?? 0)
    let definition = rule.definition
    do throws(PatternFault) {
      try CaptureReference.checkMessage(definition.message.text, count: limits.captureCount)
    } catch {
      log.report(
        error.kind, error.message, at: definition.message.range(of: error.range),
        in: definition.path)
    }
    for fix in definition.fixes {
      do throws(PatternFault) {
        rule.fixes.append(try FixParser.parse(fix.text.text, within: limits))
      } catch {
        log.report(
          error.kind, error.message, at: fix.text.range(of: error.range), in: definition.path)
      }
    }
  }
}
