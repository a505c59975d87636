public import CalqueFindings
internal import CalqueText

/// One line a finding, as compilers write it and every editor reads it.
///
///     article.txt:5:321: error: English says “close coordination” [es/narrow-coordination]
///
/// Places that belong to the finding follow as `note:` lines. For people the source line is shown
/// with a caret under the range, and the first fix.
public struct CompilerReporter: Reporter {
  /// Whether the source line follows each place.
  public let showSource: Bool
  /// Whether ANSI colours are used.
  public let color: Bool

  /// Creates a reporter; both switches are for terminals.
  public init(showSource: Bool, color: Bool) {
    self.showSource = showSource
    self.color = color
  }

  /// Nothing: each line ends itself.
  public var separator: [UInt8] { [] }

  /// The first fix is shown with the source.
  public var detail: FindingDetail { showSource ? .complete : .brief }

  /// Returns nothing.
  public func header(_ run: Run) -> [UInt8] { [] }

  /// Returns the lines of a file.
  public func findings(_ file: FileReport, _ run: Run) -> [UInt8] {
    guard !file.findings.isEmpty else { return [] }
    var page = Page(file: file, unit: run.columnUnit, reporter: self)
    for finding in file.findings { page.add(finding) }
    return page.text
  }

  /// Returns nothing: the count of findings is for standard error.
  public func footer(_ summary: RunSummary, _ run: Run) -> [UInt8] { [] }
}

/// The lines of one file while they are written.
///
/// Bytes, since a report may have a hundred thousand lines and is never read as characters.
private struct Page {
  private(set) var text: [UInt8] = []
  private let source: [UInt8]
  private let lines: LineMap
  private let unit: LineMap.ColumnUnit
  /// Path and colon, which each line starts with.
  private let start: [UInt8]
  /// The line of the last place that was written: the next one is seldom far.
  private var line = 1
  private let labels: (note: [UInt8], warning: [UInt8], error: [UInt8])
  private let reporter: CompilerReporter

  init(file: FileReport, unit: LineMap.ColumnUnit, reporter: CompilerReporter) {
    source = file.source.bytes
    lines = LineMap(file.source)
    start = Array((VisibleText.shown(path: file.path) + ":").utf8)
    labels = (
      Self.label(.note, reporter), Self.label(.warning, reporter), Self.label(.error, reporter)
    )
    self.unit = unit
    self.reporter = reporter
    // A line has some 120 bytes.
    text.reserveCapacity(128 * file.findings.count)
  }

  /// Returns what stands between place and message.
  private static func label(_ severity: Severity, _ reporter: CompilerReporter) -> [UInt8] {
    Array((": " + reporter.painted(severity.word + ":", Paint(severity)) + " ").utf8)
  }

  mutating func add(_ finding: Finding) {
    addPlace(finding.range, finding.severity, finding.message, rule: finding.rule)
    if reporter.showSource, let fix = finding.fixes.first {
      write(String(repeating: " ", count: gutterWidth(at: finding.range)))
      write(" = \(fix.safety.rawValue) fix: ")
      write(VisibleText.shown(fix.summary))
      write("\n")
    }
    for related in finding.related {
      addPlace(related.range, .note, related.note, rule: nil)
    }
  }

  private mutating func write(_ string: String) { text.append(contentsOf: string.utf8) }

  private mutating func write(mark: Unicode.Scalar) { text.append(UInt8(ascii: mark)) }

  /// Writes the decimal digits of a number from zero on.
  private mutating func write(_ number: Int) {
    if number >= 10 { write(number / 10) }
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func addPlace(
    _ range: TextRange, _ severity: Severity, _ message: String, rule: RuleID?
  ) {
    let position = lines.position(of: range.start, in: unit, near: line)
    line = position.line
    text += start
    write(position.line)
    write(mark: ":")
    write(position.column)
    switch severity {
    case .note: text += labels.note
    case .warning: text += labels.warning
    case .error: text += labels.error
    }
    write(VisibleText.shown(message))
    if let rule {
      write(mark: " ")
      write(mark: "[")
      write(VisibleText.shown(rule.text))
      write(mark: "]")
    }
    write(mark: "\n")
    if reporter.showSource { addExcerpt(range, line: position.line) }
  }

  private mutating func addExcerpt(_ range: TextRange, line: Int) {
    let excerpt = SourceExcerpt(of: range, in: source, lines: lines)
    let width = gutterWidth(at: range)
    let number = String(line)
    let margin = String(repeating: " ", count: width - number.utf8.count)
    let indent = String(repeating: " ", count: excerpt.caretColumn)
    write("\(margin)\(number) | \(excerpt.text)\n")
    write(
      "\(String(repeating: " ", count: width)) | \(indent)\(reporter.painted(excerpt.caret, .caret))\n"
    )
  }

  /// Columns of the line number; five at least, so that excerpts stand under each other.
  private func gutterWidth(at range: TextRange) -> Int {
    max(5, String(lines.position(of: range.start, in: unit).line).utf8.count)
  }
}

extension CompilerReporter {
  fileprivate func painted(_ word: String, _ paint: Paint) -> String {
    color ? paint.rawValue + word + Paint.plain.rawValue : word
  }
}

/// ANSI colours, the ones that Clang has.
private enum Paint: String {
  case plain = "\u{1B}[0m"
  case error = "\u{1B}[1;31m"
  case warning = "\u{1B}[1;35m"
  case note = "\u{1B}[1;36m"
  case caret = "\u{1B}[1;32m"

  init(_ severity: Severity) {
    switch severity {
    case .note: self = .note
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
