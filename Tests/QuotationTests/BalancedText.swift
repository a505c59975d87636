import CalqueTesting

/// Paragraphs of news whose quotation marks are in order.
enum BalancedText {
  private static let speeches = [
    "We will not close the harbour before the spring", "Nobody has asked the drivers’ union yet",
    "The ‘old pier’ is safe", "It was built in the ’90s", "The boards are 7' long",
  ]
  private static let words = [
    "safe", "a plan for the coast", "too small", "narrow", "rock ’n’ roll",
  ]
  private static let speakers = ["Marta Vega said", "the mayor added", "she told the council"]

  /// Returns a paragraph of one to four sentences, each with quotations.
  static func paragraph(
    isCurly: Bool, using generator: inout some RandomNumberGenerator
  ) -> String {
    let sentences = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      sentence(using: &generator)
    }
    let text = sentences.joined(separator: " ")
    guard !isCurly else { return text }
    return String(
      text.map { character in
        switch character {
        case "“", "”": "\""
        case "‘", "’": "'"
        default: character
        }
      })
  }

  private static func sentence(using generator: inout some RandomNumberGenerator) -> String {
    func pick(_ list: [String]) -> String { list.randomElement(using: &generator) ?? "" }
    let (speech, speaker) = (pick(speeches), pick(speakers))
    return switch Int.random(in: 0..<5, using: &generator) {
    case 0: "“\(speech),” \(speaker)."
    case 1: "“\(speech),” \(speaker), “and \(pick(words)) is the word.”"
    case 2: "The engineer called the bridge “\(pick(words))” on Monday."
    case 3: "The road (“\(pick(words))”) leads to the harbour."
    default: "The engineer wrote on Monday: “\(speech).”"
    }
  }
}
