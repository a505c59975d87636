import Testing

@testable import CalqueRules

@Suite("Tables")
struct TableTests {
  private static let bytes = Table<UInt8>((0..<40).map { UInt8($0) })

  @Test("A table holds the elements that it was made of", arguments: [0, 1, 2, 1_000])
  func holds(count: Int) {
    let elements = (0..<count).map { Span32(UInt32($0), UInt32(count)) }
    let table = Table(elements)
    #expect(table.count == count)
    #expect(Array(table) == elements)
    #expect(table.indices.map { table[$0] } == elements)
    #expect(table == Table(elements))
    #expect(table[(count / 2)...].elementsEqual(elements[(count / 2)...]))
  }

  @Test("Tables differ by their elements and their length")
  func differs() {
    #expect(Table<UInt32>([1, 2]) != [1, 3])
    #expect(Table<UInt32>([1, 2]) != [1])
    #expect(Table<UInt32>([]) == [])
  }

  @Test("Numbers inside of bytes are read little-endian, at multiples of their size")
  func readsBytes() throws {
    let table = try #require(Table<UInt32>(in: Self.bytes, at: 4, count: 2))
    #expect(table == [0x0706_0504, 0x0B0A_0908])
    let long = try #require(Table<UInt64>(in: Self.bytes, at: 32, count: 1))
    #expect(long == [0x2726_2524_2322_2120])
  }

  @Test(
    "What does not lie inside, or lies askew, is no table",
    arguments: [
      (-4, 1), (1, 1), (2, 1), (36, 2), (40, 1), (44, 0), (0, 11), (0, -1), (0, .max), (.max, 1),
      (4, .max / 4),
    ])
  func refuses(offset: Int, count: Int) {
    #expect(Table<UInt32>(in: Self.bytes, at: offset, count: count) == nil)
  }

  @Test("Bytes live as long as a table in them")
  func keepsMemory() {
    func part() -> Table<UInt32>? {
      Table(in: Table<UInt8>(Array(repeating: 7, count: 1 << 16)), at: 64, count: 1_000)
    }
    let table = part()
    let others = (0..<100).map { Table(Array(repeating: UInt8($0), count: 1 << 16)) }
    #expect(table?.allSatisfy { $0 == 0x0707_0707 } == true)
    #expect(others.count == 100)
  }
}
