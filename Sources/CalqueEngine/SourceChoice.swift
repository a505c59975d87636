internal import CalqueFindings
internal import CalqueText

/// A finding with the source language of its rule's pack; empty for a pack that serves every article.
struct SourcedFinding {
  let finding: Finding
  let language: String
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

  /// Returns the findings without those that a likelier language's pack overlaps.
  ///
  /// - Complexity: O(findings × findings at one place).
  func resolve(_ findings: [SourcedFinding]) -> [Finding] {
    // Most articles have findings of one language's pack at most.
    let first = findings.first { !$0.language.isEmpty }?.language ?? ""
    let isContested = findings.contains { !$0.language.isEmpty && $0.language != first }
    guard isContested else { return findings.map(\.finding) }
    return findings.indices.filter { !isOverlapped($0, findings) }.map { findings[$0].finding }
  }

  private func isOverlapped(_ index: Int, _ findings: [SourcedFinding]) -> Bool {
    let own = findings[index].language
    guard !own.isEmpty else { return false }
    let range = findings[index].finding.range
    func overlaps(_ other: Int) -> Bool {
      let language = findings[other].language
      return !language.isEmpty && language != own && findings[other].finding.range.touches(range)
        && isLikelier(language, than: own)
    }
    // Findings are sorted by start, so those that reach here stand close before or behind.
    let before = max(0, index - Self.reach)..<index
    let behind = (index + 1..<findings.count).prefix {
      findings[$0].finding.range.start < range.end
    }
    return before.contains(where: overlaps) || behind.contains(where: overlaps)
  }

  /// How many findings before one may reach into it.
  private static let reach = 8

  private func isLikelier(_ language: String, than other: String) -> Bool {
    let (one, two) = (evidence[language], evidence[other])
    return one == two ? language < other : one > two
  }
}
