/// A number in digits, taken apart at its points and commas.
public struct Figure: Sendable, Hashable {
  /// How a number is grouped.
  public enum Shape: Sendable, Hashable {
    /// Digits alone: `1500`.
    case plain
    /// As English writes it: `1,500`, `3.5`, `1,500.75`.
    case english
    /// Points between thousands, and a comma before decimals if any: `1.500`, `1.234,5`.
    case pointedThousands(groups: Int)
    /// A comma before one or two decimals: `3,5`.
    case decimalComma
    /// A comma before more digits than a group has: `4,2600`.
    case unevenGroups
    /// Anything else: a time, a list, a range.
    case other
  }

  /// How it is grouped.
  public let shape: Shape
  private let text: String

  /// Reads a number; its grouping tells nothing of its value yet.
  ///
  /// O(length).
  public init(_ text: String) {
    self.text = text
    var groups: [Int] = [0]
    var separators: [UInt8] = []
    var isPlain = true
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: groups[groups.count - 1] += 1
      case 0x2C, 0x2E:
        separators.append(byte)
        groups.append(0)
      default: isPlain = false
      }
    }
    shape = isPlain ? Self.shape(groups, separators, startsWithZero: text.hasPrefix("0")) : .other
  }

  private static func shape(
    _ groups: [Int], _ separators: [UInt8], startsWithZero: Bool
  ) -> Shape {
    guard let separator = separators.first else { return .plain }
    let tail = groups.dropFirst()
    let isGrouped = groups[0] <= 3 && !startsWithZero
    if separators.allSatisfy({ $0 == separator }) {
      let inThrees = tail.allSatisfy { $0 == 3 }
      if separator == 0x2E {
        guard inThrees, isGrouped else { return tail.count == 1 ? .english : .other }
        return .pointedThousands(groups: tail.count)
      }
      if inThrees, isGrouped { return .english }
      guard tail.count == 1, let last = tail.first else { return .other }
      return last > 3 ? .unevenGroups : last < 3 ? .decimalComma : .other
    }
    // One separator of another kind at the end.
    let inner = tail.dropLast()
    guard separators.dropLast().allSatisfy({ $0 == separator }), inner.allSatisfy({ $0 == 3 }),
      isGrouped
    else { return .other }
    return separator == 0x2E ? .pointedThousands(groups: inner.count) : .english
  }

  /// The number with points and commas as English has them.
  public var swapped: String {
    String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }

  /// The value of a number without decimals, written plainly or as English writes it.
  public var wholeValue: Int? {
    switch shape {
    case .plain: Int(text)
    case .english where !text.contains("."): Int(text.filter { $0 != "," })
    default: nil
    }
  }
}
