internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Characters that no reader was meant to see, of the kinds that the rule names.
struct OddCharacter: Check {
  static let options = [
    CheckOption("kinds", .someOf(CharacterFault.Kind.allCases.map(\.rawValue))),
    CheckOption("removes", .oneOf(["yes", "no"])),
    CheckOption("safety", .oneOf(Fix.Safety.allCases.map(\.rawValue))),
  ]

  private let kinds: [CharacterFault.Kind]
  /// Whether the characters go when nothing is known to put in their place.
  private let removes: Bool
  private let safety: Fix.Safety

  init(_ setup: CheckSetup) {
    kinds = setup.options["kinds", default: []].compactMap(CharacterFault.Kind.init)
    removes = setup.options["removes"] == ["yes"]
    safety = setup.options["safety"] == ["safe"] ? .safe : .review
  }

  func faults(in article: Article) -> [Fault] {
    article.characterFaults.filter { kinds.contains($0.kind) }.map { describe($0, article) }
  }

  private func describe(_ fault: CharacterFault, _ article: Article) -> Fault {
    let written = article.document.string(fault.range)
    return Fault(
      fault.range,
      values: [
        "written": written, "repaired": fault.repaired, "scalars": Self.names(written),
      ], fixes: fix(of: fault).map { [$0] } ?? [])
  }

  private func fix(of fault: CharacterFault) -> Fix? {
    guard removes || !fault.repaired.isEmpty else { return nil }
    let summary =
      fault.repaired.isEmpty ? "remove the character" : "write “\(fault.repaired)”"
    return Fix(
      summary: summary, edits: [Edit(range: fault.range, replacement: fault.repaired)],
      safety: safety)
  }

  /// Returns the first scalars as Unicode names them: `U+200B`.
  private static func names(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let names = scalars.prefix(3).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return names.joined(separator: " ") + (scalars.count > 3 ? " …" : "")
  }
}
