internal import CalqueFindings
internal import CalqueText

/// The findings of a section, and the source languages that packs of their rules are for.
struct SourcedFindings {
  private(set) var findings: [Finding] = []
  /// The packs for a source language that have found something.
  private var packs: [(name: Substring, language: String)] = []

  mutating func append(_ finding: Finding) { findings.append(finding) }

  /// Notes what language a rule is for that has found something; empty for every article.
  mutating func note(_ language: String, of rule: RuleID) {
    guard !language.isEmpty, !packs.contains(where: { $0.name == rule.pack }) else { return }
    packs.append((rule.pack, language))
  }

  /// Sorts the findings where they lie.
  mutating func sort() { findings.sort() }

  /// Whether packs for several languages have found something.
  var isContested: Bool {
    packs.contains { $0.language != packs[0].language }
  }

  /// Returns the source language of a finding's rule; empty for one that serves every article.
  func language(of finding: Finding) -> String {
    packs.first { $0.name == finding.rule.pack }?.language ?? ""
  }
}

/// Decides between packs of several source languages that speak of one place.
///
/// Related languages share their calques, and an article has one source: the pack of the language
/// for which the article speaks most is heard, the others are silent there.
struct SourceChoice {
  /// How much the article speaks for each language.
  private let evidence: LanguageEvidence

  init(_ evidence: LanguageEvidence) {
    self.evidence = evidence
  }

  /// Returns the findings, which are sorted, without those that a likelier language's pack
  /// overlaps.
  ///
  /// - Complexity: O(findings × findings at one place).
  func resolve(_ sourced: SourcedFindings) -> [Finding] {
    // Most articles have findings of one language's pack at most.
    guard sourced.isContested else { return sourced.findings }
    let findings = sourced.findings
    let languages = findings.map(sourced.language(of:))
    let kept = findings.indices.filter { !isOverlapped($0, findings, languages) }
    return kept.count == findings.count ? findings : kept.map { findings[$0] }
  }

  private func isOverlapped(_ index: Int, _ findings: [Finding], _ languages: [String]) -> Bool {
    let own = languages[index]
    guard !own.isEmpty else { return false }
    let range = findings[index].range
    func overlaps(_ other: Int) -> Bool {
      let language = languages[other]
      return !language.isEmpty && language != own && findings[other].range.touches(range)
        && isLikelier(language, than: own)
    }
    // Findings are sorted by start, so those that reach here stand close before or behind.
    let before = max(0, index - Self.reach)..<index
    let behind = (index + 1..<findings.count).prefix { findings[$0].range.start < range.end }
    return before.contains(where: overlaps) || behind.contains(where: overlaps)
  }

  /// How many findings before one may reach into it.
  private static let reach = 8

  private func isLikelier(_ language: String, than other: String) -> Bool {
    let (one, two) = (evidence[language], evidence[other])
    return one == two ? language < other : one > two
  }
}
