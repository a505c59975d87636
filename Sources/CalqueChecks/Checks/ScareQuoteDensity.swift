internal import CalqueEngine
internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// An article that puts single words in quotation marks again and again.
///
/// Options: `least`, how many there must be; `per-thousand`, how many in a thousand words.
struct ScareQuoteDensity: Check {
  static let options = [CheckOption("least", .count), CheckOption("per-thousand", .count)]

  /// Longest quotation that counts, in tokens.
  private static let longest = 2

  private let least: Int
  private let perThousand: Int

  init(_ setup: CheckSetup) {
    least = setup.number("least", default: 6)
    perThousand = setup.number("per-thousand", default: 20)
  }

  func faults(in article: Article) -> [Fault] {
    let marks = article.document.marks
    let quoted = marks.indices.filter { index in
      guard marks[index].role == .opening, let partner = marks[index].partner else { return false }
      return marks[partner].token - marks[index].lastToken - 1 <= Self.longest
    }
    guard quoted.count >= least, let first = quoted.first else { return [] }
    let words = article.tokens.count { $0.isWordLike }
    guard quoted.count * 1000 >= perThousand * words else { return [] }
    return [
      Fault(
        article.range(ofMark: first),
        values: ["count": "\(quoted.count)", "words": "\(words)"],
        related: quoted.dropFirst().map {
          .init(range: article.range(ofMark: $0), note: "another quoted word")
        })
    ]
  }
}
