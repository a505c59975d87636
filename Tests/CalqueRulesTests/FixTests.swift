import Testing

@testable import CalqueRules

/// Writes the pieces of a fix as they are compiled.
private func outline(_ program: RuleProgram, _ fix: FixTemplate) -> String {
  program.fixPieces[fix.pieces.indices].map { piece in
    let space = piece.spaceBefore == 1 ? "_" : ""
    let value = Int(piece.value)
    func paradigm(_ form: WordForm) -> String {
      program.string(program.paradigms[value * WordForm.allCases.count + form.rawValue])
    }
    switch FixPiece.Kind(rawValue: piece.kind) {
    case .literal: return space + program.string(piece.value)
    case .capture: return space + "$\(value)"
    case .inflected: return space + "~\(piece.detail):\(paradigm(.base))"
    case .form:
      let form = WordForm(rawValue: Int(piece.detail)) ?? .base
      return space + "\(form):\(paradigm(form))"
    case nil: return "?"
    }
  }.joined(separator: " ")
}

@Test(
  "A fix is cut into words, marks, captures and inflected words",
  arguments: [
    ("close $1", "close _$1"),
    ("'“$1”, ~say he'", "“ $1 ” , _~0:say _he"),
    ("~say ~call ~speak", "~0:say _~1:call _~1:speak"),
    ("~say:past $0", "past:said _$0"),
    ("~call:ing", "gerund:calling"),
    ("the U.S. build-up", "the _U.S. _build-up"),
    ("'\\$5 $ 1'", "$ 5 _$ _1"),
    ("''", ""),
  ])
func pieces(fix: String, expected: String) {
  let program = program(
    ruleFile(["pattern": "~inform (that) ~name", "message": "x", "fix": fix]),
    lexicon: "irregular-verbs: [say said]\n")
  #expect(program.fixes.map { outline(program, $0) } == [expected])
}

@Test("Fixes may each say how far they may be trusted")
func safety() {
  let program = program(
    ruleFile([
      "fix": "[close $1, {text: near $1, safety: review}]", "safety": "safe", "case": "keep",
    ]))
  #expect(program.fixes.map(\.isSafe) == [1, 0])
  #expect(program.fixes.map(\.keepsCase) == [1, 1])
  #expect(program.strings(program.rules[0].fixTexts) == ["close $1", "near $1"])
}
