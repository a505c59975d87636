internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// A number with the ending of another: `21th`, `3th`, `11st`.
struct WrongOrdinal: Check {
  private static let endings = ["st", "nd", "rd", "th"]

  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.rare.figureWords.compactMap { index in
      let range = article.tokens[index].range
      let word = article.document.text[range.indices]
      let digits = word.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty, word.count - digits.count == 2 else { return nil }
      let ending = String(decoding: word.dropFirst(digits.count), as: UTF8.self)
      guard Self.endings.contains(ending), let right = Self.ending(of: digits), right != ending,
        ending != "st" || !isWeight(index, article)
      else { return nil }
      let place = TextRange(range.start + UInt32(digits.count), range.end)
      let ordinal = String(decoding: digits, as: UTF8.self) + right
      return Fault(
        range, values: ["written": article.string(range), "ordinal": ordinal],
        fixes: [
          Fix(
            summary: "write “\(ordinal)”", edits: [Edit(range: place, replacement: right)],
            safety: .safe)
        ])
    }
  }

  /// Tells whether pounds follow stones, as the British weigh people: `9st 4lb`.
  private func isWeight(_ index: Int, _ article: Article) -> Bool {
    article.tokenAfter(index).map { article.tokens[$0].hasFigures } ?? false
  }

  /// Returns the ending of a number: eleven, twelve and thirteen have that of the rest.
  private static func ending(of digits: ArraySlice<UInt8>) -> String? {
    guard let last = digits.last else { return nil }
    if digits.count > 1, digits.dropLast().last == 0x31 { return "th" }
    return switch last {
    case 0x31: "st"
    case 0x32: "nd"
    case 0x33: "rd"
    default: "th"
    }
  }
}
