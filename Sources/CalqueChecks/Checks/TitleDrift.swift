internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// One person under two forms of a title: `spokesman Berg` and `spokesperson Berg`.
///
/// Each value of the option `families` is a row of titles of which an article should use one for a
/// person.
struct TitleDrift: Check {
  static let options = [CheckOption("families", .texts)]

  /// Tokens between a title and the name that it goes with.
  private static let reach = 4

  private let families: [[UInt64]]
  /// All words of the families, each once.
  private let words: [UInt64]

  init(_ setup: CheckSetup) {
    families = setup.options["families", default: []].map(WordHash.ofEach)
    words = WordHash.different(families.flatMap(\.self))
  }

  func faults(in article: Article) -> [Fault] {
    let found = article.tokens(of: words).sorted()
    guard found.count > 1 else { return [] }
    var faults: [Fault] = []
    // For each person and family of titles the first title, and the first that is another.
    var firsts = FirstPlaces(capacity: found.count)
    var others = FirstPlaces(capacity: found.count)
    for index in found {
      let token = article.tokens[index]
      guard let family = families.firstIndex(where: { $0.contains(token.hash) }),
        let name = surname(after: index, article)
      else { continue }
      let person = name &+ UInt64(family + 1) &* 0x9E37_79B9_7F4A_7C15
      guard let first = firsts.note(index, for: person) else { continue }
      if article.tokens[first].hash != token.hash {
        others.note(index, for: person)
        faults.append(describe(index, first, article))
      } else if let other = others[person] {
        faults.append(describe(index, other, article))
      }
    }
    return faults
  }

  /// Returns the last of the capitalized words right behind a title.
  private func surname(after index: Int, _ article: Article) -> UInt64? {
    var last = index
    while last - index < Self.reach, let next = article.tokenAfter(last),
      article.tokens[next].kind == .word, article.tokens[next].flags.contains(.capitalized)
    {
      last = next
    }
    return last > index ? article.tokens[last].hash : nil
  }

  private func describe(_ index: Int, _ earlier: Int, _ article: Article) -> Fault {
    let range = article.tokens[index].range
    let title = article.string(article.tokens[earlier].range)
    return Fault(
      range, values: ["title": article.string(range), "earlier": title],
      related: [
        .init(range: article.tokens[earlier].range, note: "the same person is “\(title)” here")
      ],
      fixes: [.writing(title, at: range)])
  }
}
