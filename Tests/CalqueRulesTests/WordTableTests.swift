import CalqueRules
import CalqueText
import Testing

@Suite("Word table")
struct WordTableTests {
  /// Three words, encoded.
  private static let literal: StaticString = #"O8a29[000000Mmf"#

  private static let words: [(word: String, rank: WordTable.Rank)] = [
    ("pier", .common), ("quay", .rare), ("Ana", .name),
  ]

  @Test("Words are encoded as the build writes them into a literal")
  func encodes() {
    let encoded = WordTable.encode(Self.words.map { (WordHash.of($0.word), $0.rank) })
    #expect(encoded == Self.literal.description)
  }

  @Test("A word has its rank, in any case", arguments: words)
  func finds(word: String, rank: WordTable.Rank) {
    let table = WordTable(Self.literal)
    #expect(table.rank(of: WordHash.of(word)) == rank)
    #expect(table.rank(of: WordHash.of(word.uppercased())) == rank)
  }

  @Test("Other words have none", arguments: ["", "a", "pie", "piers", "harbour"])
  func misses(word: String) {
    #expect(WordTable(Self.literal).rank(of: WordHash.of(word)) == nil)
  }

  @Test("An empty table has no words")
  func isEmpty() {
    #expect(WordTable().isEmpty)
    #expect(WordTable().rank(of: WordHash.of("pier")) == nil)
    #expect(WordTable.encode([]) == "")
  }
}
