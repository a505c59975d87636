import CalqueFindings
import Testing

@testable import CalqueRules

@Test(
  "A share allows a level",
  arguments: [
    (1, 1, Severity.error), (97, 100, .error), (96, 100, .warning), (85, 100, .warning),
    (84, 100, .note), (0, 3, .note),
  ])
func highestLevel(right: Int, read: Int, level: Severity) throws {
  #expect(try #require(MeasuredPrecision(right: right, read: read)).highestLevel == level)
}

@Test(
  "More right than read, or nothing read, is no precision", arguments: [(2, 1), (-1, 1), (0, 0)])
func noPrecision(right: Int, read: Int) {
  #expect(MeasuredPrecision(right: right, read: read) == nil)
}

@Test("A rule keeps what was measured")
func keepsPrecision() {
  let rules = program(ruleFile(["precision": "41/42", "severity": "error"])).descriptions
  #expect(rules.map(\.precision) == [MeasuredPrecision(right: 41, read: 42)])
  #expect(program(ruleFile()).descriptions.map(\.precision) == [nil])
}

@Test(
  "What is no precision is shown at its place", arguments: ["42", "41/0", "2/1", "a/b", "1/2/3"])
func wrongPrecision(text: String) {
  let file = ruleFile(["precision": text])
  #expect(
    placed(compile(file).problems, in: file) == [
      PlacedProblem(
        "rules/unknown-value", at: text,
        "“\(text)” is no precision; write right findings and those read, as in “41/42”")
    ])
}

@Test("A level that the share does not allow is shown")
func unearnedLevel() {
  let file = ruleFile(["precision": "9/10", "severity": "error"])
  #expect(
    placed(compile(file).problems, in: file) == [
      PlacedProblem(
        "rules/unfit-key", at: "error",
        "a rule that is right in 9/10 has earned no error; write “warning”")
    ])
}

@Test("A safe fix belongs to an error")
func safeFix() {
  let file = ruleFile(["safety": "safe", "severity": "warning", "fix": "close $1"])
  #expect(
    placed(compile(file).problems, in: file) == [
      PlacedProblem(
        "rules/unfit-key", at: "warning",
        "a warning is not sure enough for a safe fix; leave out “safe”")
    ])
}

@Test("A rule that speaks alone needs nothing")
func aloneAndNeeds() {
  let file = ruleFile(["alone": "yes", "needs": "es"])
  #expect(
    placed(compile(file).problems, in: file) == [
      PlacedProblem("rules/unfit-key", at: "yes", "a rule that speaks alone needs nothing")
    ])
}
