import Calque
import CalqueEngine
import CalqueFormats
import CalqueReporters
import CalqueText

/// What speaks for a source language in a text, as a page for a terminal.
///
///     article.txt: es 1.40, translated; pt 0.20
///       article.txt:3:14: es 0.40 ⟦Europa Press⟧
///       article.txt:5:1: es 1.00 ⟦narrow cooperation⟧ [es/narrow-coordination]
struct EvidencePage: Sendable {
  /// The page.
  let text: [UInt8]

  init(_ source: Source, _ format: any TextFormat, path: String, by linter: Linter) {
    let path = VisibleText.shown(path: path)
    let positions = LineMap(source)
    let signs = linter.evidenceSigns(in: source, as: format).map { sign in
      let place = positions.position(of: sign.range.start, in: .scalar)
      let words = String(decoding: source.bytes[sign.range.indices], as: UTF8.self)
      let rule = sign.rule.map { " [\($0)]" } ?? ""
      let weight = Self.decimal(sign.weight)
      return "  \(path):\(place.line):\(place.column): \(sign.language) \(weight)"
        + " ⟦\(VisibleText.shown(words))⟧\(rule)"
    }
    let evidence = linter.lint(source, as: format).evidence
    let lines = ["\(path): \(Self.summary(evidence))"] + signs
    text = Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func summary(_ evidence: LanguageEvidence) -> String {
    guard !evidence.scores.isEmpty else { return "no sign of a source language" }
    let ranked = evidence.scores.sorted {
      ($1.thousandths, $0.language) < ($0.thousandths, $1.language)
    }
    return ranked.map { score in
      let verdict = evidence.isCertain(of: score.language) ? ", translated" : ""
      return "\(score.language) \(decimal(score.thousandths))\(verdict)"
    }.joined(separator: "; ")
  }

  /// Thousandths as a number with two decimals.
  private static func decimal(_ thousandths: Int) -> String {
    let hundredths = (thousandths + 5) / 10
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
