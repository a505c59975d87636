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

    /// The first two letters, which two spellings of a name share.
    var start: UInt16 { UInt16(letters[0]) << 8 | UInt16(letters[1]) }
  }

  func faults(in article: Article) -> [Fault] {
    guard article.unknownWords.count > 1 else { return [] }
    let names = names(of: article)
    let usual = names.filter { $0.count > 1 }
    guard !usual.isEmpty else { return [] }
    let starts = usual.map(\.start)
    return names.compactMap { name in
      guard name.count == 1 else { return nil }
      let start = name.start
      let same = starts.indices.first { index in
        starts[index] == start && isSameName(name, usual[index], article)
      }
      return same.map { describe(name, as: usual[$0], article) }
    }
  }

  /// Returns the names that no dictionary has, each once, in the order of the text.
  private func names(of article: Article) -> [Name] {
    var known = FirstPlaces(capacity: min(Self.mostNames, article.unknownWords.count))
    var found: [(token: Int, count: Int)] = []
    for index in article.unknownWords {
      let token = article.tokens[index]
      guard token.flags.contains(.capitalized), token.end - token.start >= Self.leastLength,
        token.flags.isDisjoint(with: [.allCapitals, .hasDigit, .hasSeam, .nonASCII, .initialism])
      else { continue }
      if let name = known[token.hash] {
        found[name].count += 1
      } else if found.count < Self.mostNames {
        known.note(found.count, for: token.hash)
        found.append((index, 1))
      }
    }
    return found.compactMap { token, count in
      let bytes = article.document.text[article.tokens[token].range.indices]
      guard bytes.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return nil }
      return Name(token: token, letters: bytes.map { $0 | 0x20 }, count: count)
    }
  }

  /// Tells whether two spellings with the same start are of one name: near each other, and neither a
  /// form of the other such as a plural or what people of a place are called.
  private func isSameName(_ name: Name, _ usual: Name, _ article: Article) -> Bool {
    let shorter = min(name.letters.count, usual.letters.count)
    let limit = shorter >= 9 ? 2 : 1
    guard abs(name.letters.count - usual.letters.count) <= limit else { return false }
    let common = commonStart(name.letters, usual.letters)
    guard limit > 1 || mayBeOneApart(name.letters, usual.letters, common: common) else {
      return false
    }
    return common < shorter && !differInEndingOnly(name.letters, usual.letters, common: common)
      && EditDistance.between(name.letters, usual.letters, limit: limit) != nil
      && !standTogether(name.token, usual.token, article)
  }

  /// Tells whether what two spellings with one change between them share at their ends is enough.
  private func mayBeOneApart(_ one: [UInt8], _ other: [UInt8], common: Int) -> Bool {
    var ending = 0
    while ending < min(one.count, other.count),
      one[one.count - 1 - ending] == other[other.count - 1 - ending]
    {
      ending += 1
    }
    return common + ending + 2 >= max(one.count, other.count)
  }

  private func commonStart(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var length = 0
    while length < min(one.count, other.count), one[length] == other[length] { length += 1 }
    return length
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
