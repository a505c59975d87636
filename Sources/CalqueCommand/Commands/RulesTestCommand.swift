import ArgumentParser
import Calque
import CalqueReporters

/// `calque rules test [FOLDER…]`.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules.",
    discussion: """
      A bad example must be found exactly at its ⟦ ⟧ and by no other rule, a good one by none, and \
      the fix must give the mended text and leave nothing to find. All packs are on, every source \
      language is taken as given, notes are on. Exit status: 1 if a rule does not keep this.
      """)

  @Argument(help: "Folders of rules; the built-in rules if nothing is given.")
  var folders: [String] = []

  func run() throws {
    let start = ContinuousClock.now
    let files = try UserRules.load(folders)
    let tester = RuleTester(files.sources)
    try files.report(tester.problems)
    guard !tester.rules.isEmpty else {
      StandardError.write("there are no rules to test; rules are in files that end in .yml")
      throw StatusError(status: .usage)
    }
    let failures = tester.rules.concurrentMap { tester.failures(of: $0) }.flatMap { $0 }
    let lines = failures.map { VisibleText.shown($0.description) + "\n" }
    try finish(StandardOutput.write(Array(lines.joined().utf8)))
    let time = start.duration(to: .now)
    StandardError.write(Array((Self.summary(tester, failures, time) + "\n").utf8))
    try finish(failures.isEmpty ? .clean : .findings)
  }

  private static func summary(
    _ tester: RuleTester, _ failures: [RuleTestFailure], _ time: Duration
  ) -> String {
    let tested =
      Count.of(tester.rules.count, "rule") + ", " + Count.of(tester.exampleCount, "example")
    let found =
      failures.isEmpty
      ? "all as they should be"
      : Count.of(failures.count, "failure") + " of "
        + Count.of(Set(failures.map(\.example.rule)).count, "rule")
    let several = failures.count(where: \.hasSeveralRules)
    let shared = several == 0 ? "" : ", \(Count.of(several, "example")) with more than one rule"
    return "\(tested): \(found)\(shared), in \(Count.seconds(time))"
  }
}
