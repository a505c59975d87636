internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A month or a day of the week with a small letter, as most other languages write it.
struct SmallCalendarName: Check {
  private let names: [UInt64]

  init(_ setup: CheckSetup) {
    names = setup.options["names", default: []].map(WordHash.of)
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens(of: names).compactMap { index in
      let token = article.tokens[index]
      guard token.kind == .word, !token.flags.contains(.capitalized)
      else { return nil }
      let written = article.string(token.range)
      let capital = written.prefix(1).uppercased() + written.dropFirst()
      return Fault(
        token.range, values: ["written": written, "name": capital],
        fixes: [
          Fix(
            summary: "write “\(capital)”",
            edits: [Edit(range: token.range, replacement: capital)], safety: .safe)
        ])
    }
  }
}
