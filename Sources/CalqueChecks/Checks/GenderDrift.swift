internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A pronoun of the other gender for the only person of the sentence before.
///
/// `The girl has a boat. He sails well.` The check speaks only where nobody else can be meant: the
/// sentence before names no one, and has no word of the pronoun's own gender.
struct GenderDrift: Check {
  /// Words at the start of a sentence among which its subject stands.
  private static let subjectReach = 5

  private let genders: [Gender]
  private let starters: WordList
  private let roles: WordList

  init(_ setup: CheckSetup) {
    genders = Gender.both(setup.lexicon)
    roles = setup.lexicon.list("role")
    starters = setup.lexicon.list("sentence-starter")
  }

  func faults(in article: Article) -> [Fault] {
    Gender.faults(of: genders, in: article) { fault(at: $0, $1, $2, article) }
  }

  /// Returns the first token of the sentence whose first word this is; nil for any other word.
  private func start(ofSentenceWith word: Int, _ article: Article) -> Int? {
    var first = word
    while !article.tokens[first].flags.contains(.sentenceStart) {
      first -= 1
      guard first >= 0, article.tokens[first].kind != .word else { return nil }
    }
    return first
  }

  /// Returns the fault of the pronoun that a sentence starts with.
  private func fault(
    at first: Int, _ own: Gender, _ other: Gender, _ article: Article
  ) -> Fault? {
    guard let start = start(ofSentenceWith: first, article), let end = article.tokenBefore(start)
    else { return nil }
    let before = article.sentenceStart(of: end)..<start
    guard
      let person = before.prefix(Self.subjectReach).first(where: {
        article.token($0, isIn: other.nouns)
      }), !before.contains(where: { $0 != person && mayBeMeant($0, own, article) }),
      article.document.blocks[article.document.block(ofToken: first)].isProse
    else { return nil }
    return Fault(
      article.tokens[first].range,
      values: [
        "pronoun": article.string(article.tokens[first].range),
        "person": article.string(article.tokens[person].range),
      ],
      related: [.init(range: article.tokens[person].range, note: "the person is named here")])
  }

  /// Tells whether a pronoun may stand for a word: one of its gender, a name, or somebody of whom
  /// only the trade is told.
  private func mayBeMeant(_ index: Int, _ gender: Gender, _ article: Article) -> Bool {
    let token = article.tokens[index]
    guard token.kind == .word else { return false }
    if [gender.nouns, gender.pronouns, roles].contains(where: { article.token(index, isIn: $0) }) {
      return true
    }
    guard token.flags.contains(.capitalized) else { return namesTrade(token, article) }
    return token.hash != Self.me && !article.token(index, isIn: starters)
  }

  private static let me = WordHash.of("i")

  /// Endings of words for people by what they do: `driver`, `artist`.
  private static let trades = ["er", "or", "ist", "ian", "ant", "ent", "ee", "ic", "al"]

  private func namesTrade(_ token: Token, _ article: Article) -> Bool {
    let bytes = article.document.text[token.range.indices]
    return Self.trades.contains {
      bytes.count > $0.utf8.count + 3 && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }
}
