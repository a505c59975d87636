import CalqueRules
import CalqueText

/// Texts in which the built-in rules have something to find: the examples of the rules.
struct ExampleTexts {
  /// A document made of examples of some rules.
  struct Sample {
    let document: Document
    /// Indices of the rules.
    let rules: [Int]
  }

  private struct Example {
    let rule: Int
    let text: String
  }

  private let examples: [Example]

  init(_ program: RuleProgram) {
    examples = program.rules.enumerated().flatMap { index, rule in
      (program.strings(rule.bad) + program.strings(rule.good))
        .compactMap { try? RuleExample(parsing: $0).text }
        .map { Example(rule: index, text: $0) }
    }
  }

  /// Returns eight examples drawn by chance, a paragraph each.
  func sample(using generator: inout some RandomNumberGenerator) -> Sample {
    let chosen = draw(using: &generator)
    return Sample(document: document(chosen.map(\.text)), rules: chosen.map(\.rule))
  }

  /// Returns examples of which words were lost, doubled, swapped, quoted, and taken from others.
  func damagedSample(using generator: inout some RandomNumberGenerator) -> Sample {
    let chosen = draw(using: &generator)
    let paragraphs = chosen.map { example in
      var words = words(of: example)
      for _ in 0..<Int.random(in: 1...4, using: &generator) where words.count > 1 {
        damage(&words, using: &generator)
      }
      return words.joined(separator: " ")
    }
    return Sample(document: document(paragraphs), rules: chosen.map(\.rule))
  }

  private func draw(using generator: inout some RandomNumberGenerator) -> [Example] {
    (0..<8).map { _ in examples[Int.random(in: examples.indices, using: &generator)] }
  }

  private func damage(_ words: inout [String], using generator: inout some RandomNumberGenerator) {
    let index = Int.random(in: 0..<words.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: words.remove(at: index)
    case 1: words.insert(words[index], at: index)
    case 2: words.swapAt(index, Int.random(in: 0..<words.count, using: &generator))
    case 3: words[index] = "“\(words[index])”"
    case 4:
      words.insert([",", "–", "\"", "he", "2"].randomElement(using: &generator) ?? "", at: index)
    default:
      let other = examples[Int.random(in: examples.indices, using: &generator)]
      words.insert(contentsOf: self.words(of: other).suffix(4), at: index)
    }
  }

  private func words(of example: Example) -> [String] {
    example.text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func document(_ paragraphs: [String]) -> Document {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for paragraph in paragraphs {
      let start = UInt32(bytes.count)
      bytes += Array(paragraph.utf8)
      blocks.append(Block(kind: .paragraph, range: TextRange(start, UInt32(bytes.count))))
      bytes += [0x0A, 0x0A]
    }
    return Document(text: bytes, blocks: blocks)
  }
}
