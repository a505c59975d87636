import CalqueTesting
import CalqueText
import Testing

@testable import CalqueEngine

@Test("The places of words are those that a walk finds", arguments: 0..<100 as Range<UInt64>)
func wordPlaces(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let names = ["a", "b", "c", "d", "e", "www.a.com", "@b", "7"]
  let text = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
    (names.randomElement(using: &generator) ?? "") + [" ", ", ", ". "][Int(seed % 3)]
  }.joined()
  let bytes = Array(text.utf8)
  let block = Block(kind: .paragraph, range: TextRange(0, UInt32(bytes.count)))
  let tokens = Document(text: bytes, blocks: [block]).tokens
  let index = WordIndex(tokens)
  let wanted = names.filter { _ in Bool.random(using: &generator) }.map { WordHash.of($0) }
  let expected = tokens.indices.filter { wanted.contains(tokens[$0].hash) }
  for hash in Set(tokens.map(\.hash)) {
    let places = tokens.indices.filter { tokens[$0].hash == hash }
    #expect(index.places(of: hash) == places, "seed \(seed)")
    #expect(index.count(of: hash) == places.count, "seed \(seed)")
  }
  #expect(index.places(of: WordHash.of("absent")).isEmpty, "seed \(seed)")
  #expect(index.count(of: WordHash.of("absent")) == 0, "seed \(seed)")
  let doubles = tokens.indices.dropFirst().filter {
    tokens[$0].isWordLike && tokens[$0].hash == tokens[$0 - 1].hash
  }
  #expect(index.doubles == doubles, "seed \(seed)")
  #expect(index.echoes == echoes(among: tokens), "seed \(seed)")
  let entries = index.entries.indices.dropFirst().filter { wanted.contains(index.entries[$0].hash) }
  #expect(index.places(of: Array(entries) as [Int]) == expected, "seed \(seed)")
  #expect(index.places(of: wanted).sorted() == expected, "seed \(seed)")
}

/// Returns the words that come again with all tokens since, of which one may be a comma, by
/// comparing each token with those before it.
private func echoes(among tokens: [Token]) -> [WordIndex.Echo] {
  func comesAgain(_ place: Int, _ distance: Int) -> Bool {
    tokens.indices.contains(place) && place >= distance
      && tokens[place].hash == tokens[place - distance].hash
  }
  return tokens.indices.compactMap { token in
    guard tokens[token].isWordLike,
      let distance = (1...WordIndex.reach).first(where: { comesAgain(token, $0) }), distance > 1
    else { return nil }
    let behind = (1..<distance).prefix { comesAgain(token + $0, distance) }.count
    let before = (1..<distance).prefix { comesAgain(token - $0, distance) }.count
    let missing = distance - 1 - behind - before
    let gap = token - before - 1
    guard missing <= 0 || missing == 1 && tokens[gap].isMark(",") else { return nil }
    return WordIndex.Echo(token: token, distance: distance)
  }
}
