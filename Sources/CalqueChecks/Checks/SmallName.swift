internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// A name with a small letter, as most other languages write it: a month, a day of the week, a
/// people.
///
/// The option `list` names the word list of the names, each of which is nothing else when it is
/// written small.
struct SmallName: Check {
  static let options = [CheckOption("list", .wordList)]

  private let names: WordLists

  init(_ setup: CheckSetup) {
    names = setup.lexicon.lists(setup.options["list", default: []])
  }

  func faults(in article: Article) -> [Fault] {
    article.tokens(in: names).compactMap { index in
      let token = article.tokens[index]
      return token.kind == .word && !token.flags.contains(.capitalized)
        ? describe(token.range, article) : nil
    }
  }

  private func describe(_ range: TextRange, _ article: Article) -> Fault {
    let written = article.string(range)
    let capital = written.withCapitalFirstLetter
    return Fault(
      range, values: ["written": written, "name": capital],
      fixes: [.writing(capital, at: range, safety: .safe)])
  }
}
