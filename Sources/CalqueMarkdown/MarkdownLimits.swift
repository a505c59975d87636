/// Bounds on what md4c is given, where its time would grow with the square of a text's length.
///
/// It looks through all open quotations and lists at each line, and through all open brackets at
/// each closing one. No article has a hundred of either; where a text has, what is beyond counts as
/// text. The bytes keep their places, so that pieces point into the source as before.
struct MarkdownLimits {
  /// Quotations and lists inside each other; a line costs at most as many steps.
  private static let mostContainers = 1000
  /// Opening brackets in a paragraph that no other one has closed.
  private static let mostBrackets = 100

  private var text: [UInt8]
  private var index: Int

  private init(_ text: [UInt8], from start: Int) {
    self.text = text
    index = start
  }

  /// Returns a text of the same length without what would take too long.
  ///
  /// O(length); a text that needs no change is not copied.
  static func bounded(_ text: [UInt8], from start: Int) -> [UInt8] {
    var limits = MarkdownLimits(text, from: start)
    var openBrackets = 0
    while limits.index < limits.text.count {
      limits.boundContainers()
      limits.boundBrackets(&openBrackets)
    }
    return limits.text
  }

  /// Passes over the white space and marks that a line starts with.
  ///
  /// Each list that a line goes on with takes two columns of its indentation at least.
  private mutating func boundContainers() {
    var columns = 0
    var marks = 0
    while index < text.count {
      switch text[index] {
      case 0x20: columns += 1
      case 0x09: columns += 4
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "."), UInt8(ascii: ")"):
        marks += 1
        if marks + columns / 2 > Self.mostContainers {
          text[index] = UInt8(ascii: "x")
          return
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: return
      }
      index += 1
    }
  }

  /// Passes over the rest of a line, and over its end.
  private mutating func boundBrackets(_ open: inout Int) {
    let start = index
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x0A, 0x0D:
        // A paragraph ends at the latest where a line is empty.
        if index - 1 == start { open = 0 }
        return
      case UInt8(ascii: "["):
        open += 1
        if open > Self.mostBrackets {
          text[index - 1] = UInt8(ascii: "(")
          open -= 1
        }
      case UInt8(ascii: "]"): open = max(0, open - 1)
      default: break
      }
    }
  }
}
