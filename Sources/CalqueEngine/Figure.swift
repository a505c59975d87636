internal import CalqueText

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
    /// A comma before more digits than a group has, or before a group behind points: `4,2600`,
    /// `4.176,000`.
    case unevenGroups
    /// Anything else: a time, a list, a range.
    case other
  }

  /// How it is grouped.
  public let shape: Shape
  private let bytes: ArraySlice<UInt8>

  /// Reads a number from its bytes; its grouping tells nothing of its value yet.
  ///
  /// O(length).
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    var groups = Groups()
    shape =
      bytes.allSatisfy { groups.add($0) }
      ? groups.shape(startsWithZero: bytes.first == 0x30) : .other
  }

  /// Tells whether a number has points or commas as other languages than English have them.
  ///
  /// O(length).
  static func isForeign(_ number: TextRange, in text: [UInt8]) -> Bool {
    Figure(text[number.indices]).isForeign
  }

  private var isForeign: Bool {
    switch shape {
    case .pointedThousands, .decimalComma, .unevenGroups: true
    case .plain, .english, .other: false
    }
  }

  /// What is known of the digits between points and commas, read from left to right.
  private struct Groups {
    /// Separators so far.
    private var count = 0
    private var first: UInt8 = 0
    /// Whether the last separator is another than the first one.
    private var hasOtherLast = false
    /// Whether a separator before the last one is.
    private var isMixed = false
    /// Digits before the first separator.
    private var head = 0
    /// Digits of the group that is being read.
    private var length = 0
    /// Whether the groups between two separators have three digits each.
    private var areThrees = true

    /// Adds a byte; tells whether it may stand in a number.
    mutating func add(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39:
        length += 1
        return true
      case 0x2C, 0x2E:
        if count == 0 {
          (head, first) = (length, byte)
        } else {
          areThrees = areThrees && length == 3
        }
        isMixed = isMixed || hasOtherLast
        hasOtherLast = byte != first
        (count, length) = (count + 1, 0)
        return true
      default:
        return false
      }
    }

    func shape(startsWithZero: Bool) -> Shape {
      guard count > 0 else { return .plain }
      let isGrouped = head <= 3 && !startsWithZero && areThrees
      guard !isMixed else { return .other }
      guard !hasOtherLast else {
        // One separator of another kind at the end.
        guard isGrouped else { return .other }
        guard first == 0x2E else { return .english }
        return length == 3 ? .unevenGroups : .pointedThousands(groups: count - 1)
      }
      if isGrouped, length == 3 {
        return first == 0x2E ? .pointedThousands(groups: count) : .english
      }
      guard count == 1 else { return .other }
      if first == 0x2E { return .english }
      return length > 3 ? .unevenGroups : length < 3 ? .decimalComma : .other
    }
  }

  /// The number with points and commas as English has them.
  public var swapped: String {
    String(decoding: bytes.map { $0 == 0x2E ? 0x2C : $0 == 0x2C ? 0x2E : $0 }, as: UTF8.self)
  }

  /// The value of a number that is written plainly or as English writes it; infinite for one of
  /// hundreds of digits.
  public var value: Double? {
    guard shape == .plain || shape == .english, !bytes.isEmpty else { return nil }
    var (digits, divisor) = (0.0, 1.0)
    var isBehindPoint = false
    for byte in bytes where byte != 0x2C {
      guard byte != 0x2E else {
        isBehindPoint = true
        continue
      }
      digits = digits * 10 + Double(byte &- 0x30)
      if isBehindPoint { divisor *= 10 }
    }
    return digits / divisor
  }

  /// The value of a number without decimals, written plainly or as English writes it.
  public var wholeValue: Int? {
    guard shape == .plain || shape == .english, !bytes.isEmpty else { return nil }
    var value = 0
    for byte in bytes where byte != 0x2C {
      guard byte != 0x2E else { return nil }
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = tens.addingReportingOverflow(Int(byte &- 0x30))
      guard !isTooLarge, !isLarger else { return nil }
      value = sum
    }
    return value
  }
}
