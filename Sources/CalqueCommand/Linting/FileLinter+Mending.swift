import Calque
import CalqueReporters
import CalqueText

extension FileLinter {
  /// Lints an input, makes fixes, and writes the file anew where there were some.
  ///
  /// Standard input goes to standard output, with fixes or without. A file that cannot be written
  /// stays as it is, and is reported so.
  func mend(_ source: Source, _ input: Input, _ outcome: inout FileOutcome) throws {
    let linter = linters[input.row].linter
    let format = format.reader(of: input.path)
    let source = input.content == .standardInput ? try source.inUTF8() : source
    let mended = linter.mend(source, as: format, makesReviewFixes: mending == .review)
    do throws(MendingFailure) {
      try write(mended, of: input)
      outcome.fixCount = mended.fixCount
      add(mended.result, of: mended.source, input, to: &outcome)
    } catch {
      outcome.unmended = RunSummary.Notification(path: input.path.text, message: "\(error)")
      add(linter.lint(source, as: format, detail: detail), of: source, input, to: &outcome)
    }
  }

  private func write(_ mended: MendedText, of input: Input) throws(MendingFailure) {
    guard mended.source.encoding == .utf8 else {
      guard mended.unmadeCount > 0 else { return }
      throw .encoding(mended.source.encoding.name)
    }
    do throws(SystemError) {
      if input.content == .standardInput {
        try FileDescriptor(number: 1).write(mended.source.bytes)
      } else if mended.fixCount > 0 {
        var file = try OutputFile.open(input.path)
        try file.write(mended.source.bytes)
        try file.finish()
      }
    } catch {
      throw .system(error)
    }
  }
}

extension Source {
  /// Returns the same text as a file in UTF-8: what is written to a stream has no old encoding to
  /// keep.
  fileprivate func inUTF8() throws(SourceError) -> Source {
    encoding == .utf8 ? self : try Source(decoding: bytes)
  }
}
