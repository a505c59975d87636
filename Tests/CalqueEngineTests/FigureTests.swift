import CalqueTesting
import CalqueText
import Testing

@testable import CalqueEngine

@Suite("Figures")
struct FigureTests {
  private static func check(_ text: String) -> Figure { Figure(Array(text.utf8)[...]) }

  @Test(
    "A number is grouped in one way",
    arguments: [
      ("1500", .plain), ("0", .plain), ("1,500", .english), ("3.5", .english),
      ("1,500.75", .english), ("0.125", .english), ("1.500", .pointedThousands(groups: 1)),
      ("1.234.567", .pointedThousands(groups: 2)), ("1.234,5", .pointedThousands(groups: 1)),
      ("3,5", .decimalComma), ("0,25", .decimalComma), ("4,2600", .unevenGroups),
      ("4.176,000", .unevenGroups),
      ("0,250", .other), ("1,2,3", .other), ("1.5.20", .other), ("14:30", .other),
      ("2014-16", .other),
    ] as [(String, Figure.Shape)])
  func shape(text: String, shape: Figure.Shape) {
    #expect(Self.check(text).shape == shape)
  }

  @Test(
    "A whole number has a value",
    arguments: [
      ("1500", 1500), ("0012", 12), ("1,500", 1500), ("1,234,567", 1_234_567), ("3.5", nil),
      ("1.500", nil), ("1,500.75", nil), ("9223372036854775807", Int.max),
      ("9223372036854775808", nil),
    ] as [(String, Int?)])
  func value(text: String, value: Int?) {
    #expect(Self.check(text).wholeValue == value)
  }

  @Test("Points and commas change places")
  func swapped() {
    #expect(Self.check("1.234,5").swapped == "1,234.5")
  }

  @Test("Random numbers are read as by their parts", arguments: 0..<500 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      String("0012345..,,".randomElement(using: &generator) ?? "0")
    }.joined()
    #expect(Self.check(text).shape == Self.shapeByParts(of: text), "seed \(seed): \(text)")
  }

  @Test("A number is told from an English one by its shape", arguments: 0..<500 as Range<UInt64>)
  func foreign(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let number = (0..<Int.random(in: 1...10, using: &generator)).map { _ in
      String("00123459:.,,".randomElement(using: &generator) ?? "0")
    }.joined()
    // At the end of a text, and far from it.
    for tail in ["", " people came"] {
      let text = Array(("a " + number + tail).utf8)
      let range = TextRange(2, UInt32(2 + number.utf8.count))
      #expect(
        Figure.isForeign(range, in: text) == Self.isForeign(Self.check(number).shape),
        "seed \(seed): \(number)")
    }
  }

  private static func isForeign(_ shape: Figure.Shape) -> Bool {
    switch shape {
    case .pointedThousands, .decimalComma, .unevenGroups: true
    default: false
    }
  }

  /// Tells the shape from all groups and separators at once.
  private static func shapeByParts(of text: String) -> Figure.Shape {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let lengths = groups.map(\.count)
    let separators = text.filter { $0 == "." || $0 == "," }
    guard let separator = separators.first else { return .plain }
    let isGrouped = lengths[0] <= 3 && !text.hasPrefix("0")
    if separators.allSatisfy({ $0 == separator }) {
      if isGrouped, lengths.dropFirst().allSatisfy({ $0 == 3 }) {
        return separator == "." ? .pointedThousands(groups: separators.count) : .english
      }
      guard separators.count == 1 else { return .other }
      if separator == "." { return .english }
      return lengths[1] > 3 ? .unevenGroups : lengths[1] < 3 ? .decimalComma : .other
    }
    guard isGrouped, separators.dropLast().allSatisfy({ $0 == separator }),
      lengths.dropFirst().dropLast().allSatisfy({ $0 == 3 })
    else { return .other }
    guard separator == "." else { return .english }
    return lengths.last == 3 ? .unevenGroups : .pointedThousands(groups: separators.count - 1)
  }
}
