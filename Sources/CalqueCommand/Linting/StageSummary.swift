import CalqueFindings

/// Findings counted by the stage of the pipeline that has to be repaired, and by rule.
///
/// It says where to look first: a hundred findings of the scraper are often one fault of it.
struct StageSummary: Equatable {
  /// The findings of one stage.
  struct Stage: Equatable {
    var name: String
    /// The rules that reported, those with most findings first.
    var rules: [(id: RuleID, count: RuleCount)]

    var findings: Int { rules.reduce(0) { $0 + $1.count.findings } }

    static func == (first: Stage, second: Stage) -> Bool {
      first.name == second.name && first.rules.elementsEqual(second.rules, by: ==)
    }
  }

  /// Stages in the order in which a text goes through them.
  private static let order = ["scraper", "encoding", "tokenizer", "translation", "style"]

  /// Stages with findings, in the order of the pipeline.
  let stages: [Stage]

  /// Sorts the counts of a run by the stages that the rules name.
  init(_ counts: [RuleID: RuleCount], classification: (RuleID) -> RuleClassification?) {
    let byStage = Dictionary(grouping: counts.sorted { $0.key < $1.key }) {
      classification($0.key)?.stage ?? ""
    }
    let names = Self.order + byStage.keys.filter { !Self.order.contains($0) }.sorted()
    stages = names.compactMap { name in
      guard let found = byStage[name] else { return nil }
      // The sort is not stable by promise, so ids break ties.
      let sorted = found.sorted {
        ($1.value.findings, $0.key) < ($0.value.findings, $1.key)
      }
      return Stage(name: name, rules: sorted.map { ($0.key, $0.value) })
    }
  }
}

extension StageSummary: CustomStringConvertible {
  /// One line a stage, and under it one a rule; empty without findings.
  var description: String {
    let counts = stages.flatMap { $0.rules.map(\.count.findings) + [$0.findings] }
    let width = counts.map { String($0).count }.max() ?? 0
    return stages.map { stage in
      let head = Self.line(stage.findings, width, stage.name.isEmpty ? "no stage" : stage.name)
      let rules = stage.rules.map { id, count in
        "  " + Self.line(count.findings, width, "\(id) in \(Count.of(count.files, "file"))")
      }
      return ([head] + rules).joined()
    }.joined()
  }

  private static func line(_ number: Int, _ width: Int, _ text: String) -> String {
    let digits = String(number)
    return String(repeating: " ", count: width - digits.count) + digits + "  " + text + "\n"
  }
}
