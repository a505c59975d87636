internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A known name that has lost its accented letter whole: `Snchez` for `Sánchez`.
struct LostAccent: Check {
  static let options = [CheckOption("names", .texts)]

  /// Hashes of what is left of names.
  private let remnants: [UInt64]
  /// The names, in the same order.
  private let names: [String]

  init(_ setup: CheckSetup) {
    var remnants: [UInt64] = []
    names = setup.options["names", default: []].filter { name in
      let hash = WordHash.of(folded: name.utf8.lazy.filter { $0 < 0x80 }.map { $0 | 0x20 })
      // Of two names of which the same is left the first is offered.
      guard !remnants.contains(hash) else { return false }
      remnants.append(hash)
      return true
    }
    self.remnants = remnants
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens(of: remnants).compactMap { index in
      let token = article.tokens[index]
      guard token.kind == .word, token.flags.contains(.capitalized),
        !token.flags.contains(.nonASCII),
        let place = remnants.firstIndex(of: token.hash)
      else { return nil }
      let name = names[place]
      let written = article.string(token.range)
      let whole = token.flags.contains(.allCapitals) ? name.uppercased() : name
      return Fault(
        token.range, values: ["written": written, "name": whole],
        fixes: [.writing(whole, at: token.range, safety: .safe)])
    }
  }
}
