/// Writes XML 1.0 into bytes as it is told: elements, a line each, with attributes and lines of
/// text.
///
/// Text that acts on what shows it, and what XML has no way to write, such as most controls, stands
/// there made visible (``VisibleText``). Names are ours and are written as they are.
struct XMLWriter {
  typealias Attribute = (name: String, value: String)

  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// Writes the declaration of the encoding.
  mutating func startDocument() {
    append(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
  }

  /// Writes the start of an element that has others in it.
  mutating func open(_ name: String, _ attributes: [Attribute]) {
    writeTag(name, attributes, end: ">\n")
  }

  /// Writes the end of an element.
  mutating func close(_ name: String) { append("</\(name)>\n") }

  /// Writes an element with lines of text in it, or none.
  mutating func element(_ name: String, _ attributes: [Attribute], lines: [String] = []) {
    guard !lines.isEmpty else { return writeTag(name, attributes, end: "/>\n") }
    writeTag(name, attributes, end: ">")
    append(lines.map(Self.escaped).joined(separator: "\n"))
    append("</\(name)>\n")
  }

  private mutating func writeTag(_ name: String, _ attributes: [Attribute], end: String) {
    append("<" + name)
    for attribute in attributes {
      append(" \(attribute.name)=\"\(Self.escaped(attribute.value))\"")
    }
    append(end)
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.shown(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      // “]]>” may not stand in text.
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
