internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A known name that has lost its accented letter whole: `Snchez` for `Sánchez`.
struct LostAccent: Check {
  /// Names by the hash of what is left of them.
  private let names: [UInt64: String]
  private let remnants: [UInt64]

  init(_ setup: CheckSetup) {
    let names = setup.options["names", default: []].map { name in
      (WordHash.of(String(decoding: name.utf8.filter { $0 < 0x80 }, as: UTF8.self)), name)
    }
    self.names = Dictionary(names, uniquingKeysWith: { first, _ in first })
    remnants = Array(self.names.keys)
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens(of: remnants).compactMap { index in
      let token = article.tokens[index]
      guard token.kind == .word, token.flags.contains(.capitalized),
        !token.flags.contains(.nonASCII),
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
