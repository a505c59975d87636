internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// An entity of HTML that nobody decoded: `&quot;`, `&#39;`.
struct MarkupEntity: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    var end: UInt32 = 0
    return article.rare.symbols.compactMap { index in
      guard article.tokens[index].isMark("&"), article.tokens[index].start >= end,
        let entity = entity(at: index, article)
      else { return nil }
      end = entity.range.end
      return describe(entity, article)
    }
  }

  private struct Entity {
    let range: TextRange
    let character: String
  }

  private func entity(at index: Int, _ article: Article) -> Entity? {
    guard let name = article.joinedToken(index + 1), name.kind == .word || name.kind == .symbol,
      let stop = article.joinedToken(index + 2), stop.isMark(";"),
      let character = Self.character(of: article.document.string(name.range))
    else { return nil }
    let start = article.tokens[index].start
    // Encoded twice: `&amp;quot;`.
    if character == "&", let inner = article.joinedToken(index + 3), inner.kind == .word,
      let last = article.joinedToken(index + 4), last.isMark(";"),
      let twice = Self.character(of: article.document.string(inner.range))
    {
      return Entity(range: TextRange(start, last.end), character: twice)
    }
    return Entity(range: TextRange(start, stop.end), character: character)
  }

  private func describe(_ entity: Entity, _ article: Article) -> Fault {
    let written = article.string(entity.range)
    let shown = entity.character == " " ? "a space" : entity.character
    return Fault(
      entity.range, values: ["written": written, "character": shown],
      fixes: [
        Fix(
          summary: "write \(shown)",
          edits: [Edit(range: entity.range, replacement: entity.character)], safety: .safe)
      ])
  }

  /// Returns what the name of an entity means; nil for a name that is none.
  private static func character(of name: String) -> String? {
    guard name.first == "#" else { return named[name] ?? letter(name) }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value >= 32, let scalar = Unicode.Scalar(value) else { return nil }
    return value == 0xA0 ? " " : String(Character(scalar))
  }

  private static let named: [String: String] = [
    "amp": "&", "apos": "'", "quot": "\"", "lt": "<", "gt": ">", "nbsp": " ", "ensp": " ",
    "emsp": " ", "thinsp": " ", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "bdquo": "„", "sbquo": "‚", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
    "hellip": "…", "bull": "•", "middot": "·", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢",
    "copy": "©", "reg": "®", "trade": "™", "deg": "°", "ordf": "ª", "ordm": "º", "iexcl": "¡",
    "iquest": "¿", "frac12": "½", "frac14": "¼", "szlig": "ß", "oslash": "ø", "Oslash": "Ø",
    "aelig": "æ", "AElig": "Æ", "aring": "å", "Aring": "Å", "ccedil": "ç", "Ccedil": "Ç",
  ]

  /// Combining marks by the names that entities have for them.
  private static let accents: [(name: String, mark: UInt32)] = [
    ("acute", 0x301), ("grave", 0x300), ("circ", 0x302), ("tilde", 0x303), ("uml", 0x308),
  ]

  /// Returns the letter with an accent that a name such as `eacute` means.
  private static func letter(_ name: String) -> String? {
    guard let base = name.unicodeScalars.first, base.isASCII else { return nil }
    let rest = name.dropFirst()
    guard let accent = accents.first(where: { $0.name == rest }) else { return nil }
    return Scalars.composition(of: base.value, accent.mark).flatMap(Unicode.Scalar.init)
      .map { String(Character($0)) }
  }
}
