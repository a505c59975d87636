import CalqueTesting
import Testing

@testable import CalqueText

@Test("A search by halves finds what a walk finds", arguments: 0..<70 as Range<Int>)
func partition(count: Int) {
  var generator = SeededGenerator(seed: UInt64(count))
  let numbers = (0..<count).map { _ in Int.random(in: 0..<50, using: &generator) }.sorted()
  for limit in -1...51 {
    let expected = numbers.firstIndex { $0 >= limit } ?? count
    #expect(numbers.partitioningIndex { $0 >= limit } == expected)
    // A slice starts at any index.
    let slice = numbers[(count / 3)...]
    #expect(slice.partitioningIndex { $0 >= limit } == max(expected, count / 3))
  }
}
