import CalqueText

@testable import CalqueRules

extension RuleProgram {
  /// Writes the code of a pattern, one step after the other; `split` and `jump` name steps.
  ///
  /// Words are known by their hash only, so those that may occur are given.
  func disassembled(_ index: Int, words: [String]) -> String {
    let pattern = patterns[index]
    let start = Int(pattern.code)
    return code[start..<Int(pattern.codeEnd)].map { bits in
      let step = Instruction(bits: bits)
      let operand = step.operand
      switch step.operation {
      case .word: return word(WordID(operand), among: words)
      case .exact: return "=\(string(UInt32(operand)))"
      case .form: return "form\(operand)"
      case .list: return "<\(string(lists[operand].name))>"
      case .shape: return TokenShape(rawValue: UInt32(operand)).map { "\($0)" } ?? "?"
      case .quote: return "quote\(operand)"
      case .anyWord: return "any"
      case .split, .jump: return "\(step.operation)→\(operand - start)"
      case .save: return "save\(operand)"
      case .sentenceStart: return "^"
      case .sentenceEnd: return "$"
      case .match: return "match"
      case .peek: return "peek\(operand)"
      }
    }.joined(separator: " ")
  }

  /// Writes the anchors of all patterns, sorted: `word pattern least–most`, and in brackets what
  /// must stand before or after the word.
  func anchorList(words: [String]) -> [String] {
    pairs.map { pair in
      let first = word(pair.first, among: words)
      let second = word(pair.second, among: words)
      let tokens =
        pair.second == TokenPair.any
        ? first : pair.isSecond ? "(\(first)) \(second)" : "\(first) (\(second))"
      return "\(tokens) \(text(of: anchors[pair.anchor]))"
    }.sorted()
  }

  private func text(of anchor: Anchor) -> String {
    "\(anchor.pattern) \(anchor.reach.least)–\(anchor.reach.most)"
  }

  /// Looks a word up as the engine does.
  func wordID(of word: String) -> WordID { self.word(of: WordHash.of(word)) }

  private func word(_ id: WordID, among words: [String]) -> String {
    let marks = (UInt8(0x21)...0x7E).map { Unicode.Scalar($0) } + ["–", "—", "…"]
    let mark = marks.first { self.word(of: UInt64($0.value)) == id }
    return mark.map { "'\($0)'" } ?? words.first { wordID(of: $0) == id } ?? "#\(id)"
  }
}
