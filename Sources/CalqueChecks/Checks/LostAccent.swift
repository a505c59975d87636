internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A known name that has lost its accented letter whole: `Snchez` for `Sánchez`.
struct LostAccent: Check {
  /// Names by the hash of what is left of them.
  private let names: [UInt64: String]
  /// A bit for each hash, by its low bits: few words that are no such names get past it.
  private var filter = [UInt64](repeating: 0, count: 64)

  init(_ setup: CheckSetup) {
    let names = setup.options["names", default: []].map { name in
      (WordHash.of(name.filter(\.isASCII)), name)
    }
    self.names = Dictionary(names, uniquingKeysWith: { first, _ in first })
    for (hash, _) in names { filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63) }
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens.indices.compactMap { index in
      let token = article.tokens[index]
      guard token.kind == .word, filter[Int(token.hash >> 6 & 63)] >> (token.hash & 63) & 1 == 1,
        token.flags.contains(.capitalized), !token.flags.contains(.nonASCII),
        let name = names[token.hash]
      else { return nil }
      let written = article.string(token.range)
      let whole = token.flags.contains(.allCapitals) ? name.uppercased() : name
      return Fault(
        token.range, values: ["written": written, "name": whole],
        fixes: [
          Fix(
            summary: "write “\(whole)”", edits: [Edit(range: token.range, replacement: whole)],
            safety: .safe)
        ])
    }
  }
}
