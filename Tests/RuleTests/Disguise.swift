import Calque
import CalqueFindings
import CalqueFormats
import CalqueMarkdown
import CalqueText
import Foundation
import Testing

/// A change of an example's bytes that must change nothing about what is found, only where.
struct Disguise: Sendable, CustomTestStringConvertible {
  /// A text in disguise.
  struct Text {
    let bytes: [UInt8]
    /// How the bytes are read.
    let format: any TextFormat
    /// Returns where a range of the plain text stands in ``bytes``, once these are UTF-8.
    let place: (TextRange) -> TextRange

    /// A text in which both ends of a range are mapped alike.
    init(bytes: [UInt8], offset: @escaping (UInt32) -> UInt32) {
      self.bytes = bytes
      format = PlainText()
      place = { TextRange(offset($0.start), offset($0.end)) }
    }

    /// A text in another format.
    init(_ writer: DisguiseWriter, as format: any TextFormat) {
      bytes = writer.bytes
      self.format = format
      place = writer.place
    }
  }

  let name: String
  /// The one rule that may see the disguise itself.
  var seenBy: RuleID?
  /// Whether tags stand in the text, across which there are no edits.
  var mayWithholdFixes = false
  let apply: @Sendable ([UInt8]) -> Text?

  var testDescription: String { name }

  static let all =
    [
      plain, finalNewline, byteOrderMark, windowsLines, decomposed, emojiInFront, utf16,
    ] + markup

  /// Those in which a fix is written otherwise than in plain text.
  static let markup = [markdown, html, json]

  private static let markdown = Disguise(name: "in Markdown with emphasis", mayWithholdFixes: true)
  { bytes in
    try? Text(DisguiseWriter(markdown: bytes), as: MarkdownText())
  }

  private static let html = Disguise(name: "in HTML with entities", mayWithholdFixes: true) {
    bytes in
    // HTML has no columns: what is set off by several spaces in a text is not in a page.
    guard !String(decoding: bytes, as: UTF8.self).contains("   ") else { return nil }
    return try? Text(DisguiseWriter(html: bytes), as: HTMLText())
  }

  private static let json = Disguise(name: "in a string of JSON") { bytes in
    Text(DisguiseWriter(json: bytes), as: JSONText())
  }

  static let plain = Disguise(name: "as it is") { bytes in Text(bytes: bytes) { $0 } }

  private static let finalNewline = Disguise(name: "with a final newline") { bytes in
    Text(bytes: bytes + [0x0A]) { $0 }
  }

  private static let byteOrderMark = Disguise(name: "behind a byte order mark") { bytes in
    Text(bytes: [0xEF, 0xBB, 0xBF] + bytes) { $0 + 3 }
  }

  private static let windowsLines = Disguise(name: "with CRLF") { bytes in
    mapped(bytes) { $0.replacing("\n", with: "\r\n") }
  }

  private static let decomposed = Disguise(
    name: "in NFD", seenBy: RuleID("encoding/decomposed-letter")
  ) { bytes in
    mapped(bytes) { $0.decomposedStringWithCanonicalMapping }
  }

  /// Only for examples of one paragraph: in front of a headline there would be no headline.
  private static let emojiInFront = Disguise(name: "behind a paragraph with emoji") { bytes in
    guard !bytes.contains(0x0A) else { return nil }
    let front = "The 👩‍👩‍👧 family and the 😀 face stand in front of this paragraph.\n\n"
    let length = UInt32(front.utf8.count)
    return Text(bytes: Array(front.utf8) + bytes) { $0 + length }
  }

  private static let utf16 = Disguise(name: "in UTF-16") { bytes in
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let units = Array(("\u{FEFF}" + text).utf16)
    return Text(bytes: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) { $0 }
  }

  /// A change that can be done to each part of a text alone; nil for bytes that are no text.
  private static func mapped(
    _ bytes: [UInt8], _ change: @escaping (String) -> String
  ) -> Text? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return Text(bytes: Array(change(text).utf8)) { offset in
      let prefix = String(decoding: bytes.prefix(Int(offset)), as: UTF8.self)
      return UInt32(change(prefix).utf8.count)
    }
  }
}
