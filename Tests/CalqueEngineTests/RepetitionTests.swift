import CalqueTesting
import CalqueText
import Testing

@testable import CalqueEngine

@Suite("Repetitions")
struct RepetitionTests {
  private static func document(_ text: String) -> Document {
    let bytes = Array(text.utf8)
    // Two blocks, so that one ends in the middle of what repeats.
    let middle = UInt32(bytes.count / 2)
    return Document(
      text: bytes,
      blocks: [
        Block(kind: .paragraph, range: TextRange(0, middle)),
        Block(kind: .paragraph, range: TextRange(middle, UInt32(bytes.count))),
      ])
  }

  private static func check(_ document: Document) -> [Repetition] {
    document.repetitions(WordIndex(document.tokens).echoes)
  }

  @Test("Random words repeat as by trying every distance", arguments: 0..<300 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = (0..<40).map { _ in
      ["a ", "b ", "c ", "d ", ", ", ". "].randomElement(using: &generator) ?? ""
    }.joined()
    let document = Self.document(text)
    #expect(Self.check(document) == Self.byTrying(document), "seed \(seed): \(text)")
  }

  /// Returns the runs around each word that stood at most sixteen tokens ago, looked for without
  /// what would rule them out.
  private static func byTrying(_ document: Document) -> [Repetition] {
    let tokens = document.tokens
    var found: [Repetition] = []
    for token in tokens.indices where tokens[token].isWordLike {
      let before = tokens[..<token].lastIndex { $0.isWordLike && $0.hash == tokens[token].hash }
      guard let before, (2...WordIndex.reach).contains(token - before),
        token >= found.last?.again.upperBound ?? 0
      else { continue }
      let distance = token - before
      let block = document.blocks[document.block(ofToken: token)].tokens
      guard block.contains(before) else { continue }
      let isEcho = { (place: Int) in
        block.contains(place) && block.contains(place - distance)
          && tokens[place].hash == tokens[place - distance].hash
      }
      let start = (block.lowerBound...token).last { !isEcho($0 - 1) } ?? token
      let end = (token + 1...block.upperBound).first { !isEcho($0) } ?? token + 1
      let comma = tokens[start - 1].isMark(",") ? 1 : 0
      guard end - start + comma >= distance else { continue }
      found.append(
        Repetition(
          first: start - distance..<start - comma, again: start..<end,
          count: 1 + (end - start + comma) / distance))
    }
    return found
  }
}
