internal import CalqueFindings
internal import CalqueText

/// Decides between packs of several source languages that speak of one place.
///
/// Related languages share their calques, and an article has one source: the pack of the language
/// for which the article speaks most is heard, the others are silent there.
struct SourceChoice {
  private let languages: [String: String]
  private let evidence: LanguageEvidence

  /// Creates a choice.
  ///
  /// - Parameters:
  ///   - languages: The source language of each pack that has one.
  ///   - evidence: How much the article speaks for each language.
  init(languages: [String: String], _ evidence: LanguageEvidence) {
    self.languages = languages
    self.evidence = evidence
  }

  /// Returns the findings without those that a likelier language's pack overlaps.
  ///
  /// - Complexity: O(findings × findings at one place).
  func resolve(_ findings: [Finding]) -> [Finding] {
    // Findings of one pack mostly follow each other, and most articles have those of one at most.
    var (pack, language): (Substring, String?) = ("", nil)
    let sources = findings.map { finding in
      if finding.rule.pack != pack {
        pack = finding.rule.pack
        language = languages[String(pack)]
      }
      return language
    }
    guard Set(sources.lazy.compactMap { $0 }).count > 1 else { return findings }
    return findings.indices.filter { index in
      guard let own = sources[index] else { return true }
      return !isOverlapped(index, own, findings, sources)
    }.map { findings[$0] }
  }

  private func isOverlapped(
    _ index: Int, _ own: String, _ findings: [Finding], _ sources: [String?]
  ) -> Bool {
    let range = findings[index].range
    // Findings are sorted by start, so those that reach here stand close before or behind.
    let before = findings[..<index].indices.reversed().prefix(Self.reach)
    let behind = findings[(index + 1)...].indices.prefix { findings[$0].range.start < range.end }
    return (Array(before) + Array(behind)).contains { other in
      guard let language = sources[other], language != own else { return false }
      return findings[other].range.touches(range) && isLikelier(language, than: own)
    }
  }

  /// How many findings before one may reach into it.
  private static let reach = 8

  private func isLikelier(_ language: String, than other: String) -> Bool {
    let (one, two) = (evidence.scores[language, default: 0], evidence.scores[other, default: 0])
    return one == two ? language < other : one > two
  }
}
