import CalqueTesting
import CalqueText
import Testing

@testable import CalqueEngine

@Suite("What checks start from")
struct RareIndexTests {
  /// Returns blocks of random words and marks, of which many sentences stand twice.
  private static func document(_ seed: UInt64) -> Document {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a ", "The ", "men ", "met ", "12 ", ", ", ". ", ".” ", "“", "(", "]", "— ", "\n\n",
      "A b c. ",
    ]
    let text = (0..<160).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let bytes = Array(text.utf8)
    var blocks: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8.count
      blocks.append(
        Block(
          kind: line.hasPrefix("a") ? .listItem : .paragraph,
          range: TextRange(UInt32(start), UInt32(end))))
      start = end + 1
    }
    return Document(text: bytes, blocks: blocks)
  }

  @Test("A sentence that stands twice may be repeated", arguments: 0..<100 as Range<UInt64>)
  func repeated(seed: UInt64) {
    let document = Self.document(seed)
    let words = document.sentences.map { document.tokens[$0.tokens].map(\.hash) }
    let maybe = Set(SentenceIndex(document).maybeRepeated)
    for (index, sentence) in words.enumerated() {
      let isRepeated = words.count { $0 == sentence } > 1
      #expect(!isRepeated || maybe.contains(index), "seed \(seed), sentence \(index)")
    }
  }

  @Test("Most sentences that stand once are not looked at")
  func single() {
    let text = (0..<2000).map { "The \($0) men met \($0 * 7) others. " }.joined()
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
    let index = SentenceIndex(Document(text: bytes, blocks: [block]))
    #expect(index.maybeRepeated.count < 500)
  }

  @Test("Tokens are found by what makes them rare", arguments: 0..<100 as Range<UInt64>)
  func tokens(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "men ", "Men ", "NATO ", "U.S. ", "A ", "don’t ", "Málaga ", "19th ", "12 ", "1,5 ", "1.500 ",
      "1,500 ", "3.5 ", ", ", ". ", "“", "& ", "million ",
    ]
    let count = Int.random(in: 0...300, using: &generator)
    let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
    let document = Document(text: bytes, blocks: [block])
    let index = TokenIndex(document)
    func places(_ isWanted: (Token) -> Bool) -> [Int] {
      document.tokens.indices.filter { isWanted(document.tokens[$0]) }
    }
    func next(_ place: Int) -> Token? { document.tokens.dropFirst(place + 1).first }
    let capitals = places {
      $0.kind == .word && $0.flags.contains(.capitalized)
        && $0.flags.isDisjoint(with: [.allCapitals, .initialism, .sentenceStart])
    }
    #expect(
      index.innerCapitals
        == capitals.filter { place in
          next(place).map { $0.kind == .word && !$0.flags.contains(.capitalized) } ?? false
        }, "seed \(seed)")
    #expect(
      index.accentedWords == places { $0.kind == .word && $0.flags.contains(.nonASCII) },
      "seed \(seed)")
    #expect(
      index.figureWords == places { $0.kind == .word && $0.flags.contains(.hasDigit) },
      "seed \(seed)")
    #expect(
      index.foreignNumbers == places { ["1,5", "1.500"].contains(document.string($0.range)) },
      "seed \(seed)")
    #expect(index.symbols == places { $0.isMark("&") }, "seed \(seed)")
    let numbers = places { $0.kind == .number }
    #expect(
      index.numbersOfMillions == numbers.filter { next($0)?.hash == WordHash.of("million") },
      "seed \(seed)")
    #expect(
      index.numbersBehindNumbers
        == numbers.filter { $0 > 0 && document.tokens[$0 - 1].kind == .number }, "seed \(seed)")
  }

  @Test("Sentences are found by how they start", arguments: 0..<50 as Range<UInt64>)
  func starts(seed: UInt64) {
    let document = Self.document(seed)
    let expected = document.sentences.indices.filter { index in
      let first = document.tokens[document.sentences[index].tokens.lowerBound]
      return first.kind == .word && !first.flags.contains(.capitalized)
    }
    #expect(SentenceIndex(document).startingSmall == expected)
  }

  @Test("Blocks are found by their kind and ends", arguments: 0..<50 as Range<UInt64>)
  func blocks(seed: UInt64) {
    let document = Self.document(seed)
    let index = BlockIndex(document)
    let (blocks, tokens) = (document.blocks, document.tokens)
    #expect(index.besideParagraphs == blocks.indices.filter { blocks[$0].kind != .paragraph })
    #expect(
      index.startingWithMark
        == blocks.indices.filter { block in
          let first = blocks[block].tokens.first.map { tokens[$0] }
          return first.map { !$0.isWordLike && $0.kind != .quote } ?? false
        })
    #expect(
      index.withoutStop
        == blocks.indices.filter { block in
          let last = blocks[block].tokens.last.map { tokens[$0] }
          return last.map { last in
            last.kind == .word || [",", "(", "[", "]"].contains { last.isMark($0) }
          } ?? false
        })
  }

  @Test("Marks are found by what stands beside them", arguments: 0..<100 as Range<UInt64>)
  func marks(seed: UInt64) {
    let document = Self.document(seed)
    let index = MarkIndex(document)
    let (marks, tokens) = (document.marks, document.tokens)
    func behindStop(_ role: QuoteMark.Role) -> [Int] {
      marks.indices.filter { place in
        let mark = marks[place]
        guard mark.role == role, mark.partner != nil, mark.depth == 0, mark.glyph.isDouble,
          mark.token > document.blocks[document.block(ofToken: mark.token)].tokens.lowerBound
        else { return false }
        return [".", "!", "?"].contains { tokens[mark.token - 1].isMark($0) }
      }
    }
    #expect(index.openingsBehindStop == behindStop(.opening))
    #expect(index.closingsBehindStop == behindStop(.closing))
    #expect(
      index.closingsBeforeCapital
        == marks.indices.filter { place in
          let next = marks[place].lastToken + 1
          return marks[place].role == .closing && marks[place].partner != nil
            && next < document.blocks[document.block(ofToken: next - 1)].tokens.upperBound
            && tokens[next].flags.contains(.capitalized)
            && !tokens[next].flags.contains(.sentenceStart)
        })
  }
}
