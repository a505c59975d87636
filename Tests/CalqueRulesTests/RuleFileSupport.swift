import CalqueFindings
import CalqueText
import Testing

@testable import CalqueRules

/// A rule file with one sound rule, but for what a test changes in it.
func ruleFile(_ changes: [String: String?] = [:]) -> String {
  var values: [(key: String, value: String?)] = [
    ("id", "narrow-ties"), ("pattern", "narrow (ties|links)"),
    ("message", "“narrow $1” is a literal translation; write “close $1”"),
    ("why", "Estrecho is close of a relationship."), ("fix", "close $1"), ("severity", "error"),
    ("category", "accuracy/mistranslation"), ("bad", "They have ⟦narrow ties⟧."),
    ("good", "A narrow street ties up traffic."),
  ]
  for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
    if let index = values.firstIndex(where: { $0.key == key }) {
      values[index].value = value
    } else {
      values.append((key, value))
    }
  }
  let lines = values.compactMap { pair in pair.value.map { "\(pair.key): \($0)" } }
  return "- " + lines.joined(separator: "\n  ") + "\n"
}

/// A problem with the text that it points at.
struct PlacedProblem: Hashable, CustomStringConvertible {
  let rule: String
  let text: String
  let message: String

  var description: String { "\(rule) at “\(text)”: \(message)" }

  init(_ rule: String, at text: String, _ message: String) {
    self.rule = rule
    self.text = text
    self.message = message
  }
}

/// Compiles one file of the pack `es`, with word lists if any.
func compile(_ file: String, lexicon: String = "") -> RuleCompilation {
  var files = [RuleSource(path: "es/ties.yml", text: Array(file.utf8))]
  if !lexicon.isEmpty { files.append(RuleSource(path: "lexicon/a.yml", text: Array(lexicon.utf8))) }
  return RuleCompiler.compile(files)
}

/// Returns the problems of a compilation with the text of `file` that each points at.
func placed(_ problems: [RuleProblem], in file: String) -> [PlacedProblem] {
  let bytes = Array(file.utf8)
  return problems.map { problem in
    PlacedProblem(
      problem.finding.rule.text,
      at: String(decoding: bytes[problem.finding.range.indices], as: UTF8.self),
      problem.finding.message)
  }
}

/// Compiles a file and expects it to be sound.
func program(_ file: String, lexicon: String = "") -> RuleProgram {
  let compilation = compile(file, lexicon: lexicon)
  #expect(compilation.problems == [])
  return compilation.program
}
