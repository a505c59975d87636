import Calque
import CalqueFindings
import CalqueRules
import CalqueText
import Testing

@Suite("A pattern on trial") struct PatternTrialTests {
  private func found(_ pattern: String, _ text: String) throws -> [String] {
    let trial = PatternTrial(pattern)
    #expect(trial.faults == [])
    let source = try Source(decoding: Array(text.utf8))
    return trial.matches(in: source).map {
      String(decoding: source.bytes[$0.indices], as: UTF8.self)
    }
  }

  @Test("It finds what it matches, and nothing else does")
  func finds() throws {
    #expect(
      try found("the ⟦old (pier|hall)⟧", "The old pier and the old hall. SEAE.") == [
        "old pier", "old hall",
      ])
    #expect(try found("employers' group", "The employers’ group met.") == ["employers’ group"])
    #expect(try found("said the <role>", "No, said the minister.") == ["said the minister"])
  }

  @Test(
    "A fault is told at its place in the pattern",
    arguments: [
      ("old (pier", "“(” is never closed; add “)”", TextRange(4, 5)),
      ("l'été (pier", "“(” is never closed; add “)”", TextRange(8, 9)),
      ("old pier)", "no “(” is open; write “\\)” for the mark itself", TextRange(8, 9)),
    ])
  func tellsFaults(pattern: String, message: String, range: TextRange) {
    let faults = PatternTrial(pattern).faults
    #expect(faults.map(\.message) == [message])
    #expect(faults.map(\.range) == [range])
  }

  @Test(
    "A pattern without a word, or with what is no text, is refused",
    arguments: ["", " ", "a\u{0}b", "a\tb"])
  func refuses(pattern: String) {
    let trial = PatternTrial(pattern)
    #expect(!trial.faults.isEmpty)
    #expect(trial.faults.allSatisfy { $0.range.end <= UInt32(pattern.utf8.count) })
  }

  @Test("A pattern cannot end its rule and start another")
  func isConfined() throws {
    let pattern = "pier'\n- id: other\n  pattern: 'hall"
    let trial = PatternTrial(pattern)
    #expect(trial.faults.map(\.range) == [TextRange(5, 6)])
    #expect(trial.matches(in: try Source(decoding: Array("The hall.".utf8))) == [])
  }

  @Test("Word lists of a folder may be used")
  func usesLists() throws {
    let list = RuleSource(
      path: "lexicon/piers.yml", text: Array("pier-kind: [stone, steel]\n".utf8))
    let source = try Source(decoding: Array("A steel pier.".utf8))
    let trial = PatternTrial("<pier-kind> pier", files: [list])
    #expect(trial.faults == [])
    #expect(trial.matches(in: source) == [TextRange(2, 12)])
  }
}
