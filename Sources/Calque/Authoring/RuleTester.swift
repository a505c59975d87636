public import CalqueFindings
public import CalqueRules
internal import CalqueText

/// Holds rules to their examples: a bad one fires there and nothing else does, a good one is silent
/// under all rules, a fix gives the mended text and leaves nothing to find.
///
/// All packs are on, every source language is taken as given, notes are on.
public struct RuleTester: Sendable {
  /// The rules to test, sorted by id.
  public let rules: [RuleDescription]
  /// What is wrong in the files of the rules; a broken rule is not among ``rules``.
  public var problems: [RuleProblem] { linter.problems }

  private let linter: Linter
  private let idle: Set<RuleID>
  /// Rules of patterns whose message starts with a capture in quotation marks.
  private let quotesCapture: Set<RuleID>

  /// Creates a tester of the built-in rules, or of files of rules where there are any.
  ///
  /// A pack of the files stands in the place of the built-in pack of its name; the other built-in
  /// packs watch the examples too.
  public init(_ files: [RuleSource] = []) {
    let linter = Linter(authoring: files)
    let packs = Set(files.map(\.pack))
    self.linter = linter
    rules = linter.rules.filter { files.isEmpty || packs.contains(String($0.id.pack)) }
    quotesCapture = Set(
      rules.filter { $0.message.hasPrefix("“$") && !$0.patterns.isEmpty }.map(\.id))
    idle = Set(linter.programs.flatMap(\.idleRules).map(RuleID.init))
  }

  /// Number of examples of the rules.
  public var exampleCount: Int { rules.reduce(0) { $0 + $1.bad.count + $1.good.count } }

  /// Returns what does not hold of the examples of a rule; nothing is expected to find the bad
  /// examples of a draft.
  public func failures(of rule: RuleDescription) -> [RuleTestFailure] {
    let isIdle = idle.contains(rule.id)
    var fired = false
    var failures: [RuleTestFailure] = []
    for (index, text) in rule.bad.enumerated() where !isIdle {
      let place = RuleTestFailure.Example(rule: rule.id, kind: .bad, number: index + 1)
      failures += self.failures(ofBad: text, place, &fired)
    }
    if !fired, !isIdle {
      failures.append(RuleTestFailure(.whole(rule.id), .neverFires))
    }
    for (index, text) in rule.good.enumerated() {
      let place = RuleTestFailure.Example(rule: rule.id, kind: .good, number: index + 1)
      failures += self.failures(ofGood: text, place)
    }
    return failures
  }

  /// An example with what is found in it.
  private struct Trial {
    let example: RuleExample
    let findings: [Finding]
  }

  /// Why an example says nothing.
  private struct Unreadable: Error {
    let message: String
  }

  private func failures(
    ofBad text: String, _ place: RuleTestFailure.Example, _ fired: inout Bool
  ) -> [RuleTestFailure] {
    do {
      let trial = try trial(text)
      fired = fired || trial.findings.contains { $0.rule == place.rule }
      let ofMessages = trial.findings.filter { $0.rule == place.rule }.compactMap {
        failure(ofMessage: $0, in: trial.example.bytes, place)
      }
      return failures(ofPlaces: trial, place) + ofMessages + (try failures(ofMend: trial, place))
    } catch {
      return [RuleTestFailure(place, .unreadable(error.message))]
    }
  }

  private func failures(
    ofGood text: String, _ place: RuleTestFailure.Example
  ) -> [RuleTestFailure] {
    do {
      return failures(ofPlaces: try trial(text), place)
    } catch {
      return [RuleTestFailure(place, .unreadable(error.message))]
    }
  }

  /// Compares where rules fire with where an example wants them to.
  private func failures(
    ofPlaces trial: Trial, _ place: RuleTestFailure.Example
  ) -> [RuleTestFailure] {
    let bytes = trial.example.bytes
    let found = trial.findings.map { hit($0, in: bytes) }
    let expected = trial.example.ranges.map { range in
      RuleTestFailure.Hit(rule: place.rule, range: range, text: Self.text(of: range, in: bytes))
    }
    return found == expected
      ? [] : [RuleTestFailure(place, .places(expected: expected, found: found))]
  }

  /// Makes the fixes and compares the result with the mended text of an example, if it has one.
  private func failures(
    ofMend trial: Trial, _ place: RuleTestFailure.Example
  ) throws(Unreadable) -> [RuleTestFailure] {
    guard let mended = trial.example.mended else { return [] }
    let bytes = Array(mended.utf8)
    var failures: [RuleTestFailure] = []
    let result = Self.edits(of: trial.findings).applied(to: trial.example.bytes)
    if result != bytes {
      let found = String(decoding: result, as: UTF8.self)
      failures.append(RuleTestFailure(place, .mended(expected: mended, found: found)))
    }
    let rest = try lint(bytes).map { hit($0, in: bytes) }
    if !rest.isEmpty { failures.append(RuleTestFailure(place, .leftAfterFix(rest))) }
    return failures
  }

  /// Returns the edits of the first fix of each finding, without those that reach into a fix before
  /// them.
  private static func edits(of findings: [Finding]) -> [Edit] {
    findings.reduce(into: []) { kept, finding in
      let edits = finding.fixes.first?.edits ?? []
      let overlaps = edits.contains { edit in
        kept.contains { $0.range.start < edit.range.end && edit.range.start < $0.range.end }
      }
      if !overlaps { kept += edits }
    }
  }

  /// Returns a failure where a message that starts with a quotation of a capture quotes nothing of
  /// what is reported: a capture of the surroundings, or one that is empty.
  private func failure(
    ofMessage finding: Finding, in text: [UInt8], _ place: RuleTestFailure.Example
  ) -> RuleTestFailure? {
    guard quotesCapture.contains(finding.rule) else { return nil }
    let quoted = finding.message.dropFirst().prefix { $0 != "”" }
    // Words left out, and marks inside that had to be changed, are not to be found in the text.
    guard !quoted.contains(where: { "…‘’".contains($0) }) else { return nil }
    let bytes = Array(quoted.utf8)
    // The quotation stands somewhere in the text, and part of it in what is reported.
    let first = max(0, Int(finding.range.start) + 1 - bytes.count)
    let isThere = (first..<max(first, Int(finding.range.end))).contains { start in
      text[start...].starts(with: bytes)
    }
    let isSound = !quoted.isEmpty && quoted.first != " " && quoted.last != " " && isThere
    return isSound ? nil : RuleTestFailure(place, .message(finding.message))
  }

  private func trial(_ text: String) throws(Unreadable) -> Trial {
    let example: RuleExample
    do {
      example = try RuleExample(parsing: text)
    } catch {
      throw Unreadable(message: error.message)
    }
    return Trial(example: example, findings: try lint(example.bytes))
  }

  private func lint(_ bytes: [UInt8]) throws(Unreadable) -> [Finding] {
    do {
      return linter.lint(try Source(decoding: bytes))
    } catch {
      throw Unreadable(message: error.description)
    }
  }

  private func hit(_ finding: Finding, in bytes: [UInt8]) -> RuleTestFailure.Hit {
    RuleTestFailure.Hit(
      rule: finding.rule, range: finding.range, text: Self.text(of: finding.range, in: bytes))
  }

  private static func text(of range: TextRange, in bytes: [UInt8]) -> String {
    String(decoding: bytes[range.indices.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
