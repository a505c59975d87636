internal import CalqueFindings
internal import CalqueText

/// Reads one rule of a rule file.
struct RuleReader {
  /// Keys of a rule, in the order in which the documentation lists them.
  private static let keys =
    [
      "id", "pattern", "check", "options", "message", "why", "fix", "safety", "advice",
      "severity", "precision", "category", "stage", "except", "in", "not-in", "needs", "alone",
      "beside", "fix-needs", "case",
    ] + originalKeys + ["bad", "good", "status", "formerly"]
  private static let originalKeys = OriginalKey.byLanguage.map(\.value)
  /// Top levels of MQM's typology of errors (themqm.org).
  private static let categories = [
    "accuracy", "fluency", "terminology", "style", "locale-convention", "design",
    "linguistic-conventions",
  ]
  private static let stages = ["scraper", "encoding", "tokenizer", "translation", "style"]

  private let mapping: MappingReader
  private var rule: RuleDefinition

  /// Returns the rule that a value of the file describes; nil, with problems noted, if broken.
  static func read(
    _ value: YAMLValue, pack: String, path: String, log: inout ProblemLog
  ) -> RuleDefinition? {
    guard case .mapping(let pairs, let range) = value else {
      let message = "a rule is a mapping, “key: value” on each line; here is \(value.kindName)"
      log.report(.wrongType, message, at: value.range, in: path)
      return nil
    }
    let problemsBefore = log.problems.count
    let mapping = MappingReader(
      pairs, at: range, of: "rule", in: path, keys: keys, log: &log)
    guard let id = mapping.requiredText("id", log: &log) else { return nil }
    var reader = RuleReader(
      mapping: mapping, rule: RuleDefinition(path: path, pack: pack, id: id, range: range))
    reader.readID(log: &log)
    reader.readMatter(log: &log)
    reader.readWording(log: &log)
    reader.readConditions(log: &log)
    reader.readFixes(log: &log)
    reader.readExamples(log: &log)
    return log.problems.count == problemsBefore ? reader.rule : nil
  }

  private func readID(log: inout ProblemLog) {
    guard !KebabCase.isValid(rule.id.text) else { return }
    let message = "“\(rule.id.text)” is no rule id; write small letters, digits and hyphens"
    log.report(.ruleID, message, at: rule.id.range, in: rule.path)
  }

  /// Reads what the rule looks for: patterns or a check.
  private mutating func readMatter(log: inout ProblemLog) {
    rule.patterns = mapping.texts("pattern", log: &log)
    if let check = mapping.text("check", log: &log) { rule.check = check }
    switch (mapping.has("pattern"), mapping.has("check")) {
    case (true, true):
      reportUnfit("check", "a rule has a pattern or a check, not both", log: &log)
    case (false, false):
      log.report(
        .missingKey, "the rule looks for nothing; give a “pattern” or a “check”", at: mapping.range,
        in: rule.path)
    case (true, false):
      if rule.patterns.isEmpty {
        reportUnfit("pattern", "the list of patterns is empty", log: &log)
      }
      if mapping.has("options") {
        reportUnfit("options", "only a check has options", log: &log)
      }
    case (false, true): readOptions(log: &log)
    }
  }

  private mutating func readOptions(log: inout ProblemLog) {
    guard let value = mapping.value("options") else { return }
    guard case .mapping(let pairs, _) = value else {
      let message = "“options” takes a mapping, and here is \(value.kindName)"
      log.report(.wrongType, message, at: value.range, in: rule.path)
      return
    }
    for pair in pairs {
      let values = if case .sequence(let items, _) = pair.value { items } else { [pair.value] }
      rule.options.append(
        RuleDefinition.Option(
          name: pair.key,
          values: values.compactMap { mapping.text(of: $0, key: pair.key.text, log: &log) }))
    }
  }

  private mutating func readWording(log: inout ProblemLog) {
    if let message = mapping.requiredText("message", log: &log) { rule.message = message }
    rule.why = mapping.requiredText("why", log: &log)?.text ?? ""
    rule.advice = mapping.text("advice", log: &log)?.text ?? ""
    if !mapping.has("severity") { mapping.reportMissing("severity", log: &log) }
    let levels = Severity.allCases.map(\.rawValue)
    if let level = mapping.choice("severity", among: levels, log: &log) {
      rule.severity = Severity(rawValue: level) ?? .warning
    }
    readPrecision(log: &log)
    readCategory(log: &log)
    rule.stage = mapping.choice("stage", among: Self.stages, log: &log) ?? ""
    let originals = Self.originalKeys.filter(mapping.has)
    if originals.count > 1 {
      reportUnfit(originals[1], "a rule gives its original in one language", log: &log)
    }
    rule.original = originals.first.flatMap { mapping.text($0, log: &log) }?.text ?? ""
  }

  /// Reads `precision: 41/42`; a level that the share does not allow is wrong.
  private mutating func readPrecision(log: inout ProblemLog) {
    guard let text = mapping.text("precision", log: &log) else { return }
    let counts = text.text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard counts.count == 2, let right = counts[0], let read = counts[1],
      read <= Int(UInt16.max), let precision = MeasuredPrecision(right: right, read: read)
    else {
      let message =
        "“\(text.text)” is no precision; write right findings and those read, as in “41/42”"
      log.report(.unknownValue, message, at: text.range, in: rule.path)
      return
    }
    rule.precision = precision
    guard rule.severity > precision.highestLevel else { return }
    let level = precision.highestLevel.rawValue
    let message =
      "a rule that is right in \(precision) has earned no \(rule.severity.rawValue); write “\(level)”"
    reportUnfit("severity", message, log: &log)
  }

  private mutating func readCategory(log: inout ProblemLog) {
    guard let category = mapping.requiredText("category", log: &log) else { return }
    let end = category.text.utf8.firstIndex(of: 0x2F) ?? category.text.utf8.endIndex
    let top = category.part(
      0..<category.text.utf8.distance(from: category.text.utf8.startIndex, to: end))
    let isKnown = MappingReader.check(
      top, of: "category", among: Self.categories, path: rule.path, log: &log)
    if isKnown { rule.category = category.text }
  }

  private mutating func readConditions(log: inout ProblemLog) {
    rule.exceptions = mapping.texts("except", log: &log)
    rule.onlyIn = contexts("in", log: &log)
    rule.notIn = contexts("not-in", log: &log)
    for text in mapping.texts("needs", log: &log) {
      if let need = need(text, log: &log) { rule.needs.append(need) }
    }
    rule.isAlone = mapping.choice("alone", among: ["yes"], log: &log) != nil
    if rule.isAlone, mapping.has("needs") {
      reportUnfit("alone", "a rule that speaks alone needs nothing", log: &log)
    }
    rule.needs += mapping.texts("beside", log: &log).map {
      RuleDefinition.Need(kind: .beside($0), written: "beside " + $0.text)
    }
    readFixLanguages(log: &log)
    let statuses = Rule.Status.allCases.map { "\($0)" }
    if let status = mapping.choice("status", among: statuses, log: &log) {
      rule.status = Rule.Status.allCases.first { "\($0)" == status } ?? .stable
    }
    rule.formerly = mapping.texts("formerly", log: &log).map(\.text).map {
      $0.utf8.contains(0x2F) ? $0 : rule.pack + "/" + $0
    }
  }

  private mutating func readFixLanguages(log: inout ProblemLog) {
    for text in mapping.texts("fix-needs", log: &log) {
      if Self.isLanguage(text.text) {
        rule.needs.append(
          RuleDefinition.Need(kind: .fixLanguage(text), written: "\(text.text) for a fix"))
      } else {
        let message = "“\(text.text)” is no language; write its code, such as “es”"
        log.report(.unknownValue, message, at: text.range, in: rule.path)
      }
    }
  }

  /// Tells whether a text looks like the code of a language: `es`.
  private static func isLanguage(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private func contexts(_ key: String, log: inout ProblemLog) -> UInt32 {
    let names = RuleContext.allCases.map(\.name)
    var mask: UInt32 = 0
    for text in mapping.texts(key, log: &log) {
      let isKnown = MappingReader.check(text, of: key, among: names, path: rule.path, log: &log)
      guard isKnown else { continue }
      for context in RuleContext.allCases where context.name == text.text { mask |= context.bit }
    }
    return mask
  }

  private func need(_ text: LocatedText, log: inout ProblemLog) -> RuleDefinition.Need? {
    let bytes = Array(text.text.utf8)
    let seen = Array("seen ".utf8)
    if bytes.starts(with: seen) {
      let pattern = text.part(seen.count..<bytes.count)
      return RuleDefinition.Need(kind: .seen(pattern), written: text.text)
    }
    if Self.isLanguage(text.text) {
      return RuleDefinition.Need(kind: .language(text), written: text.text)
    }
    if text.text == "translated" {
      return RuleDefinition.Need(kind: .translated, written: text.text)
    }
    let message =
      "“\(text.text)” is no condition; write a language code such as “es”, “translated”, or “seen” "
      + "and a pattern"
    log.report(.unknownValue, message, at: text.range, in: rule.path)
    return nil
  }

  private mutating func readFixes(log: inout ProblemLog) {
    let levels = Fix.Safety.allCases.map(\.rawValue)
    let isSafe = mapping.choice("safety", among: levels, log: &log) == "safe"
    if mapping.has("case") {
      rule.keepsCase = mapping.choice("case", among: ["keep"], log: &log) != nil
    }
    for item in mapping.items("fix") {
      guard case .mapping(let pairs, let range) = item else {
        if let text = mapping.text(of: item, key: "fix", log: &log) {
          rule.fixes.append(RuleDefinition.Fix(text: text, isSafe: isSafe))
        }
        continue
      }
      let fix = MappingReader(
        pairs, at: range, of: "fix", in: rule.path, keys: ["text", "safety"], log: &log)
      let safety = fix.choice("safety", among: levels, log: &log)
      guard let text = fix.requiredText("text", log: &log) else { continue }
      rule.fixes.append(
        RuleDefinition.Fix(text: text, isSafe: safety.map { $0 == "safe" } ?? isSafe))
    }
    if rule.severity != .error, rule.fixes.contains(where: \.isSafe) {
      let level = rule.severity.rawValue
      reportUnfit(
        "severity", "a \(level) is not sure enough for a safe fix; leave out “safe”", log: &log)
    }
    if !rule.check.text.isEmpty, mapping.has("fix") {
      reportUnfit("fix", "a check makes its own fixes", log: &log)
    } else if rule.check.text.isEmpty, rule.fixes.isEmpty, !mapping.has("advice") {
      let message = "the rule says not what to do; give a “fix”, or “advice” where there is none"
      log.report(.missingKey, message, at: mapping.range, in: rule.path)
    }
  }

  private mutating func readExamples(log: inout ProblemLog) {
    rule.bad = examples("bad", marked: true, log: &log)
    rule.good = examples("good", marked: false, log: &log)
  }

  private func examples(_ key: String, marked: Bool, log: inout ProblemLog) -> [String] {
    let texts = mapping.texts(key, log: &log)
    guard !texts.isEmpty else {
      let message = "the rule has no “\(key)” example; every rule has one of each kind"
      log.report(.missingKey, message, at: mapping.range, in: rule.path)
      return []
    }
    for text in texts {
      do {
        let example = try RuleExample(parsing: text.text)
        if marked, example.ranges.isEmpty {
          let message = "the bad example marks no place; put “⟦” and “⟧” around what is wrong"
          log.report(.example, message, at: text.range, in: rule.path)
        } else if !marked, !example.ranges.isEmpty || example.mended != nil {
          let message = "a good example is all good; remove its marks"
          log.report(.example, message, at: text.range, in: rule.path)
        }
      } catch {
        let range = text.range(of: error.range.indices)
        log.report(.example, error.message, at: range, in: rule.path)
      }
    }
    return texts.map(\.text)
  }

  private func reportUnfit(_ key: String, _ message: String, log: inout ProblemLog) {
    let range = mapping.value(key)?.range ?? mapping.range
    log.report(.unfitKey, message, at: range, in: rule.path)
  }
}
