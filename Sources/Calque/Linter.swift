internal import BuiltInRules
internal import CalqueChecks
internal import CalqueFormats
public import CalqueEngine
public import CalqueFindings
public import CalqueRules
public import CalqueText

/// Finds what machine translation and publishing break in a text.
///
/// A linter is made once and shared: linting is a pure function of the text.
public struct Linter: Sendable {
  /// What the linter was told.
  public let configuration: Configuration

  private let programs: [RuleProgram]
  private let engine: Engine
  private let vocabulary: Vocabulary
  /// Names of checks that rules of the user ask for and nobody has, each with the rule.
  public let unknownChecks: [(rule: RuleID, check: String)]

  /// Creates a linter with the built-in rules and those of the user.
  ///
  /// - Parameters:
  ///   - configuration: What to look for.
  ///   - userRules: Compiled rules of the user, if any; see ``CalqueRules/RuleCompiler``.
  public init(configuration: Configuration = Configuration(), userRules: RuleProgram? = nil) {
    self.configuration = configuration
    let builtIn = Self.builtInProgram
    let programs = [builtIn] + (userRules.map { [$0] } ?? [])
    let lexicon = Lexicon(builtIn)
    let sets = programs.map { program in
      RuleSet(
        program, lexicon: lexicon,
        level: { id, earned in
          configuration.namesRules
            ? configuration.level(of: id(), earned: earned)
            : earned == .note && !configuration.showsNotes ? nil : earned
        },
        options: { configuration.options.isEmpty ? [:] : configuration.options(of: $0()) },
        makeCheck: CheckRegistry.make)
    }
    self.programs = programs
    engine = Engine(sets, languages: configuration.from)
    vocabulary = Vocabulary(configuration.vocabulary)
    unknownChecks = sets.flatMap(\.unknownChecks)
  }

  /// The built-in rules, compiled; user rules are compiled with its word lists.
  public static var builtInProgram: RuleProgram {
    // The program was written by the build of this very package; a test decodes it.
    (try? RuleProgram(decodingText: BuiltInRules.encodedProgram)) ?? RuleProgram()
  }

  /// What every rule says of itself, sorted by id. O(rules): made anew at each call.
  public var rules: [RuleDescription] {
    programs.flatMap(\.descriptions).sorted { $0.id < $1.id }
  }

  /// Returns the findings of a text, sorted by place.
  ///
  /// Time is O(length); memory beside the text depends on its longest article, not on its length.
  public func lint(_ source: Source) -> [Finding] {
    let extracted = PlainText.extract(source)
    let sections = ArticleSections(extracted.blocks, of: extracted.text).sections
    var findings: [Finding] = []
    var fingerprinting = Fingerprinting()
    for (index, blocks) in sections.enumerated() {
      let document = Document(text: extracted.text, blocks: Array(blocks))
      let invalid = Self.invalidSequences(of: source, in: index, of: sections)
      let result = engine.run(
        on: document, invalidSequences: invalid, isFirstSection: index == 0)
      findings += vocabulary.filter(result.findings, in: document)
        .map { fingerprinting.sign($0, in: document).mapped(by: extracted.offsets) }
    }
    return findings
  }

  /// Returns how much a text speaks for each source language, by its first section.
  public func evidence(of source: Source) -> LanguageEvidence {
    let extracted = PlainText.extract(source)
    let sections = ArticleSections(extracted.blocks, of: extracted.text).sections
    return engine.run(on: Document(text: extracted.text, blocks: Array(sections[0]))).evidence
  }

  /// Returns the invalid sequences up to the end of a section that no earlier one has had.
  private static func invalidSequences(
    of source: Source, in index: Int, of sections: [ArraySlice<Block>]
  ) -> [TextRange] {
    guard !source.invalidSequences.isEmpty else { return [] }
    let isLast = index == sections.count - 1
    let start = index == 0 ? 0 : sections[index].first?.range.start ?? 0
    let end = isLast ? UInt32.max : sections[index + 1].first?.range.start ?? 0
    return source.invalidSequences.filter { $0.start >= start && $0.start < end }
  }
}

extension Finding {
  /// Returns the finding with its ranges in the source rather than in the extracted text.
  fileprivate func mapped(by offsets: OffsetMap) -> Finding {
    guard !offsets.isIdentity else { return self }
    return Finding(
      rule: rule, severity: severity, range: offsets.source(of: range), message: message,
      related: related.map { Related(range: offsets.source(of: $0.range), note: $0.note) },
      fixes: fixes.map { fix in
        Fix(
          summary: fix.summary,
          edits: fix.edits.map {
            Edit(range: offsets.source(of: $0.range), replacement: $0.replacement)
          },
          safety: fix.safety)
      },
      fingerprint: fingerprint)
  }
}
