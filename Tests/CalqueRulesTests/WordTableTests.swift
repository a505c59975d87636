import CalqueRules
import CalqueText
import Testing

@Suite("Word table")
struct WordTableTests {
  private static let table = WordTable(
    Table(WordTable.encode(words.map { (WordHash.of($0.word), $0.rank) })))

  private static let words: [(word: String, rank: WordTable.Rank)] = [
    ("pier", .common), ("quay", .rare), ("Ana", .name),
  ]

  @Test("A word has its rank, in any case", arguments: words)
  func finds(word: String, rank: WordTable.Rank) {
    #expect(Self.table.rank(of: WordHash.of(word)) == rank)
    #expect(Self.table.rank(of: WordHash.of(word.uppercased())) == rank)
  }

  @Test("Other words have none", arguments: ["", "a", "pie", "piers", "harbour"])
  func misses(word: String) {
    #expect(Self.table.rank(of: WordHash.of(word)) == nil)
  }

  @Test("An empty table has no words")
  func isEmpty() {
    #expect(WordTable().isEmpty)
    #expect(WordTable().rank(of: WordHash.of("pier")) == nil)
    #expect(WordTable.encode([]) == [])
  }
}
