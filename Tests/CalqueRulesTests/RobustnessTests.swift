import CalqueFindings
import CalqueTesting
import CalqueText
import Testing

@testable import CalqueRules

/// Pieces that mean something to YAML, to the pattern language or to UTF-8.
private let fragments: [[UInt8]] =
  [
    "- ", "\n", "\n  ", ": ", "[", "]", "{", "}", "'", "\"", "|\n", ">\n", "&a ", "*a", "!!str ",
    "#", "~", "~say:past", "<role>", "<name>", "..3", "..", "(", "|", ")", "⟦", "⟧", " → ", "?",
    "$1", "=A", "^", "\\", "“", "”", "\t", "\r\n", "\u{2028}", "\u{FEFF}", "%", "@", "? ", "---\n",
    "pattern: ", "id: a\n", "é", "fix: ''\n",
  ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xED, 0xA0, 0x80]]

/// Puts in, leaves out and replaces a few stretches of bytes.
private func mutated(_ text: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
  var text = text
  for _ in 0..<Int.random(in: 1...4, using: &generator) {
    let start = Int.random(in: 0...text.count, using: &generator)
    let end = min(text.count, start + Int.random(in: 0...6, using: &generator))
    let piece = fragments.randomElement(using: &generator) ?? []
    text.replaceSubrange(start..<end, with: Bool.random(using: &generator) ? piece : [])
  }
  return text
}

private let lexicon = RuleSource(
  path: "lexicon/a.yml", text: Array("role: [minister, prime minister, ~leader]\n".utf8))

/// Compiles a text in each of its roles; problems must stand inside it, programs must be sound.
private func checkSurvival(_ text: [UInt8], seed: UInt64) {
  for path in ["es/a.yml", "es/pack.yml", "lexicon/b.yml"] {
    let compilation = RuleCompiler.compile([RuleSource(path: path, text: text), lexicon])
    for problem in compilation.problems {
      #expect(Int(problem.finding.range.end) <= text.count, "seed \(seed): \(problem)")
    }
    let encoded = compilation.program.encoded()
    #expect((try? RuleProgram(decoding: encoded)) == compilation.program, "seed \(seed)")
  }
}

@Test("No bytes make the compiler crash", arguments: 0..<150)
func randomBytes(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let count = Int.random(in: 0..<120, using: &generator)
  let text = (0..<count).flatMap { _ in fragments.randomElement(using: &generator) ?? [] }
  checkSurvival(text, seed: seed)
}

@Test("No change of a rule file makes the compiler crash", arguments: 0..<300)
func mutatedRules(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let file = ruleFile([
    "pattern": "[narrow (ties|links) ..2 <role>? ~say, “narrow” (x) ~tell ⟦<name>⟧]",
    "fix": "close $1 ~speak", "needs": "[es, seen =EFE]", "in": "[body]", "message": "a $1",
  ])
  checkSurvival(mutated(Array((file + ruleFile()).utf8), using: &generator), seed: seed)
}

@Test(
  "No damage to a program makes the decoder crash or accept a dangling reference",
  arguments: 0..<300)
func damagedProgram(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let file = ruleFile([
    "pattern": "narrow (ties|links) <role>? ~say", "fix": "close $1 ~speak:past",
  ])
  var bytes = program(file, lexicon: "role: [minister, prime minister]").encoded()
  for _ in 0..<Int.random(in: 1...3, using: &generator) {
    let index = Int.random(in: 0..<bytes.count, using: &generator)
    bytes[index] = UInt8.random(in: 0...255, using: &generator)
  }
  guard let program = try? RuleProgram(decoding: bytes) else { return }
  _ = program.descriptions
  for index in program.patterns.indices { _ = program.disassembled(index, words: []) }
  _ = program.anchorList(words: ["narrow"])
}

@Test(
  "Nesting without end is refused, not followed",
  arguments: ["[", "{a: ", "- ", "? ", "- [", "a: {", "&a [*a, "])
func nesting(piece: String) {
  let text = Array(String(repeating: piece, count: 20_000).utf8)
  let source = RuleSource(path: "es/a.yml", text: text)
  #expect(!RuleCompiler.compile([source]).problems.isEmpty)
}

@Test("Aliases, which could multiply without end, are refused")
func aliasBomb() {
  var text = "- a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
  for level in 1..<12 {
    let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
    text += "  a\(level): &a\(level) [\(alias)]\n"
  }
  let source = RuleSource(path: "es/a.yml", text: Array(text.utf8))
  #expect(RuleCompiler.compile([source]).problems.map(\.finding.rule.text) == ["rules/syntax"])
}
