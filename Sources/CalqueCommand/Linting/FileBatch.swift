import Calque
import CalqueReporters
import CalqueText

/// Files that a thread lints together, since short ones take less time so.
struct FileBatch {
  /// Files that are reported together at most, however short they are.
  private static let mostFiles = 64

  /// A file that has been read.
  private struct Read {
    let input: Input
    let source: Source
    /// Number of its outcome.
    let outcome: Int
  }

  private let linter: FileLinter
  private var files: [Read] = []
  private var byteCount = 0
  private var outcomes: [OrderedReport.Numbered] = []

  init(_ linter: FileLinter) {
    self.linter = linter
  }

  /// Whether it is time to finish.
  var isFull: Bool { byteCount >= Linter.batchBytes || outcomes.count >= Self.mostFiles }

  /// Reads an input; one that is read in parts or mended is linted as well.
  mutating func add(_ input: Input, number: Int) {
    var outcome = FileOutcome()
    do {
      let file = try input.open()
      if !file.isKnown(toHaveAtMost: PartReader.leastBytes),
        let reader = linter.partwiseReader(of: input)
      {
        try linter.lint(file.parts(reader.boundary), with: reader, input, &outcome)
      } else if linter.mending != .none {
        try linter.mend(file.source(as: linter.encoding), input, &outcome)
      } else {
        let source = try file.source(as: linter.encoding)
        files.append(Read(input: input, source: source, outcome: outcomes.count))
        byteCount += source.bytes.count
      }
    } catch {
      let message = (error as? UnreadableInput)?.reason ?? "\(error)"
      outcome.unread.append(
        RunSummary.Notification(path: input.path.text, message: message))
    }
    outcomes.append(OrderedReport.Numbered(number: number, outcome: outcome))
  }

  /// Lints what was read and returns the outcomes of everything, in order.
  mutating func finish() -> [OrderedReport.Numbered] {
    // Files of one folder mostly have the same linter.
    var first = 0
    while first < files.count {
      let row = files[first].input.row
      let rest = files[first...]
      let end = rest.firstIndex { $0.input.row != row } ?? files.count
      lint(files[first..<end], row)
      first = end
    }
    for index in outcomes.indices where !outcomes[index].outcome.body.isEmpty {
      outcomes[index].outcome.report(linter.reporter.closing)
    }
    defer { self = FileBatch(linter) }
    return outcomes
  }

  private mutating func lint(_ files: ArraySlice<Read>, _ row: Int) {
    let texts = files.map { Linter.Text($0.source, as: linter.format.reader(of: $0.input.path)) }
    let results = linter.linters[row].linter.lint(texts, detail: linter.detail)
    for (file, result) in zip(files, results) {
      linter.add(result, of: file.source, file.input, to: &outcomes[file.outcome].outcome)
    }
  }
}
