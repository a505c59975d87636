internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// An apostrophe written with a mark that opens a quotation: `the ‘90s`, `rock ‘n’ roll`.
struct ReversedApostrophe: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.document.marks.indices.compactMap { index in
      let mark = article.document.marks[index]
      guard mark.role == .apostrophe, !mark.isEncoded,
        mark.glyph == .leftSingle || mark.glyph == .reversedSingle
      else { return nil }
      let range = article.range(ofMark: index)
      return Fault(
        range, values: ["mark": article.string(range)],
        fixes: [
          Fix(summary: "write ’", edits: [Edit(range: range, replacement: "’")], safety: .safe)
        ])
    }
  }
}
