internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A month or a day of the week with a small letter, as most other languages write it.
struct SmallCalendarName: Check {
  private let names: Set<UInt64>
  /// A bit for each hash, by its low bits: few other words get past it.
  private var filter = [UInt64](repeating: 0, count: 64)

  init(_ setup: CheckSetup) {
    names = Set(setup.options["names", default: []].map(WordHash.of))
    for hash in names { filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63) }
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens.indices.compactMap { index in
      let token = article.tokens[index]
      guard filter[Int(token.hash >> 6 & 63)] >> (token.hash & 63) & 1 == 1, token.kind == .word,
        !token.flags.contains(.capitalized), names.contains(token.hash)
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
