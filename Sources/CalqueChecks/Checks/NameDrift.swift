internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A name that the article spells in two ways, one of them once: `Obrador` and `Obredor`.
struct NameDrift: Check {
  /// Letters of the shortest name that is compared.
  private static let leastLength: UInt32 = 6
  /// Names that are compared with one another, at most, so that time stays linear.
  private static let mostNames = 240

  init(_ setup: CheckSetup) {}

  /// A name and where it stands first.
  private struct Name {
    let token: Int
    let letters: [UInt8]
    let count: Int
  }

  func faults(in article: Article) -> [Fault] {
    let names = names(of: article)
    let usual = names.filter { $0.count > 1 }
    guard !usual.isEmpty else { return [] }
    return names.filter { $0.count == 1 }.compactMap { name in
      usual.first { isSameName(name, $0, article) }.map { describe(name, as: $0, article) }
    }
  }

  /// Returns the names that no dictionary has, each once, in the order of the text.
  private func names(of article: Article) -> [Name] {
    var places: [UInt64: (token: Int, count: Int)] = [:]
    var order: [UInt64] = []
    for index in article.unknownWords {
      let token = article.tokens[index]
      guard token.flags.contains(.capitalized), token.end - token.start >= Self.leastLength,
        token.flags.isDisjoint(with: [.allCapitals, .hasDigit, .hasSeam, .nonASCII, .initialism])
      else { continue }
      if places[token.hash] == nil {
        guard order.count < Self.mostNames else { continue }
        order.append(token.hash)
      }
      places[token.hash, default: (index, 0)].count += 1
    }
    return order.compactMap { hash in
      guard let place = places[hash] else { return nil }
      let bytes = article.document.text[article.tokens[place.token].range.indices]
      guard bytes.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return nil }
      return Name(token: place.token, letters: bytes.map { $0 | 0x20 }, count: place.count)
    }
  }

  /// Tells whether two spellings are of one name: near each other, with the same start, and neither
  /// a form of the other such as a plural or what people of a place are called.
  private func isSameName(_ name: Name, _ usual: Name, _ article: Article) -> Bool {
    guard name.letters.prefix(2) == usual.letters.prefix(2) else { return false }
    let limit = min(name.letters.count, usual.letters.count) >= 9 ? 2 : 1
    guard EditDistance.between(name.letters, usual.letters, limit: limit) != nil else {
      return false
    }
    let shorter = min(name.letters.count, usual.letters.count)
    let common = zip(name.letters, usual.letters).prefix { $0 == $1 }.count
    return common < shorter && !differInEndingOnly(name.letters, usual.letters, common: common)
      && !standTogether(name.token, usual.token, article)
  }

  /// Endings carry grammar and gender: `Ivanov` and `Ivanova`, `Slovak` and `Slovac`.
  private func differInEndingOnly(_ one: [UInt8], _ other: [UInt8], common: Int) -> Bool {
    max(one.count, other.count) - common <= 2
  }

  /// Names beside each other are two people of one list, or a family.
  private func standTogether(_ one: Int, _ other: Int, _ article: Article) -> Bool {
    article.document.sentence(ofToken: one) == article.document.sentence(ofToken: other)
  }

  private func describe(_ name: Name, as usual: Name, _ article: Article) -> Fault {
    let range = article.tokens[name.token].range
    let spelling = article.string(article.tokens[usual.token].range)
    return Fault(
      range, values: ["name": article.string(range), "usual": spelling],
      related: [
        .init(range: article.tokens[usual.token].range, note: "elsewhere the name is “\(spelling)”")
      ],
      fixes: [
        Fix(
          summary: "write “\(spelling)”", edits: [Edit(range: range, replacement: spelling)],
          safety: .review)
      ])
  }
}
