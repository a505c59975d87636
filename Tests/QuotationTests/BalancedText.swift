import CalqueTesting

/// Paragraphs of news whose quotation marks are in order: nested three deep, in brackets, between
/// dashes, beside apostrophes, primes and elisions, with double or single marks outside, over
/// several paragraphs.
///
/// No sentence is used twice in a text, so that the rules about repetition stay silent, too.
struct BalancedText {
  /// The marks of a text.
  enum Style: CaseIterable {
    case curly, straight, curlySingle
  }

  private static let speeches = [
    "We will not close the harbour before the spring", "Nobody has asked the drivers’ union yet",
    "The pier was built in the ’90s", "The boards are 7' long and cost nothing",
    "It isn’t our fault that the road is narrow", "They told ’em to wait until the morning",
    "My father’s boat lies in the north", "There was rock ’n’ roll on the ferry",
    "The council (or what is left of it) has no plan", "You can’t see the lighthouse from here",
    "Every child of the town learns to swim", "Two of the cranes still have to be paid for",
  ]
  private static let nested = [
    "The sign says ‘closed for repairs,’ and everybody reads it",
    "He called me ‘the last fisherman,’ which I am not",
    "She wrote ‘We call it “the needle,” my friends,’ on the wall",
    "The paper with the words ‘not before May!’ hangs at the door",
  ]
  private static let words = [
    "safe", "a plan for the coast", "too small", "narrow", "rock ’n’ roll", "the needle",
    "good enough", "a gift to the town", "the old lady", "colder than ever", "nobody’s child",
    "the long way round",
  ]
  private static let speakers = [
    "Marta Vega said", "the mayor added", "she told the council", "the engineer explained",
    "Jonas O’Neill wrote", "one of the drivers said", "said the owner of the ferry",
    "the harbour master warned", "wrote Inga Dahl", "his brother replied", "the pilot insisted",
    "Ana Sol recalled",
  ]

  private let style: Style
  private var generator: SeededGenerator
  private var left: [[String]]

  init(_ style: Style, seed: UInt64) {
    self.style = style
    generator = SeededGenerator(seed: seed)
    left = [Self.speeches, Self.nested, Self.words, Self.speakers]
  }

  /// Returns a paragraph of one to three sentences, each with quotations.
  mutating func paragraph() -> String {
    let sentences = (0..<Int.random(in: 1...3, using: &generator)).map { _ in sentence() }
    return styled(sentences.joined(separator: " "))
  }

  /// Returns the paragraphs of a quotation that runs on; each opens it again, the last closes it.
  mutating func runningOn() -> [String] {
    let count = Int.random(in: 2...3, using: &generator)
    return (0..<count).map { index in
      styled(index < count - 1 ? "“\(take(0))." : "“\(take(0)),” \(take(3)).")
    }
  }

  /// Returns a whole number below a limit.
  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private mutating func take(_ list: Int) -> String {
    left[list].remove(at: Int.random(in: left[list].indices, using: &generator))
  }

  private mutating func sentence() -> String {
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: "“\(take(0)),” \(take(3))."
    case 1: "“\(take(0)),” \(take(3)), “and \(take(2)) is the word.”"
    case 2: "The engineer called the bridge “\(take(2))” on Monday."
    case 3: "The road (“\(take(2))”) leads to the harbour."
    case 4 where !left[1].isEmpty: "“\(take(1)),” \(take(3))."
    case 5: "The gate—“\(take(2)),” as the keeper has it—stays shut."
    default: "The engineer wrote on Monday: “\(take(0)).”"
    }
  }

  private func styled(_ text: String) -> String {
    let marks: [Character: Character] =
      switch style {
      case .curly: [:]
      case .straight: ["“": "\"", "”": "\"", "‘": "'", "’": "'"]
      case .curlySingle: ["“": "‘", "”": "’", "‘": "“"]
      }
    guard style == .curlySingle else { return String(text.map { marks[$0] ?? $0 }) }
    // ’ is an apostrophe as well as the end of an inner quotation: the latter follows a mark.
    var result = ""
    for character in text {
      let endsInner = character == "’" && result.last.map(",!”’".contains) ?? false
      result.append(endsInner ? "”" : marks[character] ?? character)
    }
    return result
  }
}
