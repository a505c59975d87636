public import CalqueFormats
public import CalqueRules
public import CalqueText

/// One pattern tried on texts, without a rule around it.
public struct PatternTrial: Sendable {
  /// Something wrong in the pattern.
  public struct Fault: Sendable, Hashable {
    /// What is wrong.
    public let message: String
    /// Bytes of the pattern.
    public let range: TextRange
  }

  /// What is wrong in the pattern; one with faults finds nothing.
  public let faults: [Fault]

  private let linter: Linter

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - pattern: A pattern of the rule language.
  ///   - files: Word lists that the pattern may use beside the built-in ones, and other rules,
  ///     which find nothing here.
  public init(_ pattern: String, files: [RuleSource] = []) {
    if let fault = Self.controlCharacter(in: pattern) {
      faults = [fault]
      linter = Linter(authoring: [])
      return
    }
    let start = Self.rule.utf8.count
    var text = Array(Self.rule.utf8)
    // In a single-quoted scalar of YAML nothing but the quote itself has to be written otherwise.
    var offsets: [UInt32] = []
    for (offset, byte) in pattern.utf8.enumerated() {
      let written = byte == UInt8(ascii: "'") ? [byte, byte] : [byte]
      offsets += written.map { _ in UInt32(offset) }
      text += written
    }
    offsets.append(UInt32(pattern.utf8.count))
    text += Array("'\n".utf8)
    func place(_ offset: UInt32) -> UInt32 {
      offsets[min(max(0, Int(offset) - start), offsets.count - 1)]
    }
    // A glob without special characters is always sound.
    let select = (try? RuleGlob(Self.id)).map { [$0] } ?? []
    let source = RuleSource(path: Self.path, text: text)
    linter = Linter(
      authoring: files.filter { $0.pack == "lexicon" } + [source], select: select)
    faults = linter.problems.filter { $0.path == Self.path }.map { problem in
      let range = problem.finding.range
      return Fault(
        message: problem.finding.message, range: TextRange(place(range.start), place(range.end)))
    }
  }

  /// Returns where the pattern matches in a text, in order.
  public func matches(
    in source: Source, as format: some TextFormat = PlainText()
  ) -> [TextRange] {
    guard faults.isEmpty else { return [] }
    return linter.lint(source, as: format).findings.map(\.range)
  }

  /// Returns the fault of a control character, of which a file of rules has none either.
  private static func controlCharacter(in pattern: String) -> Fault? {
    let offset = pattern.utf8.enumerated().first { $0.element < 0x20 || $0.element == 0x7F }?.offset
    return offset.map { offset in
      Fault(
        message: "a pattern is one line without control characters; remove this one",
        range: TextRange(UInt32(offset), UInt32(offset + 1)))
    }
  }

  private static let id = "trial/pattern"
  private static let path = "trial/pattern.yml"
  /// The rule up to the pattern.
  private static let rule = """
    - id: pattern
      message: found
      why: tried
      advice: none
      severity: error
      category: style
      bad: [⟦x⟧]
      good: [y]
      pattern: '
    """
}
