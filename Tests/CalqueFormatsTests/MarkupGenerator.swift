import CalqueTesting

/// Random blocks of text, and markup of them that is made at random as well.
///
/// It notes for each scalar of the text which bytes of the markup stand for it, and so knows what a
/// format has to find.
struct MarkupGenerator {
  /// A scalar with its bytes in the markup.
  struct Unit: Equatable {
    let scalar: Unicode.Scalar
    let range: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [[Unit]] = []
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let words = [
    "the", "pier", "of", "León", "U.S.", "“old”", "1,500", "R&D", "a<b", "naïve", "😀", "Москва",
    "don’t", "it's", "e\u{301}", "\"so\"", "(two)", "x*y", "a_b_c", "[…]", "#tag", "50%", "\\", "`",
    "~~", "!", "<", ">", "=", "&amp;", "|", "日本", "http://a.b/c?d=e&f",
  ]

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &generator) == 0
  }

  /// Returns the words of a block; the first one starts no list.
  private mutating func text() -> [String] {
    ["The"] + (0..<Int.random(in: 1...12, using: &generator)).map { _ in pick(Self.words) } + [
      "end"
    ]
  }

  private mutating func markup(_ text: String) { bytes += text.utf8 }

  private mutating func write(_ scalar: Unicode.Scalar, as written: String) {
    let start = bytes.count
    bytes += written.utf8
    blocks[blocks.count - 1].append(Unit(scalar: scalar, range: start..<bytes.count))
  }

  private mutating func number(_ scalar: Unicode.Scalar) -> String {
    chance(2)
      ? "&#\(scalar.value);" : "&#x" + String(scalar.value, radix: 16, uppercase: chance(2)) + ";"
  }
}

// MARK: - HTML

extension MarkupGenerator {
  mutating func makeHTML() {
    markup(pick(["", "<!doctype html>\n", "<html><body>", "\u{FEFF}<body>"]))
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      markup(
        pick([
          "", "\n", "<nav><p>no</p></nav>", "<script>if (a<b) '</p>'</script>", "<!-- <p>no -->",
          "<pre>no</pre>", "<style>p>a{}</style>", "<hr>", "<button>no</button>", "<br>",
        ]))
      let tag = pick(["p", "div", "li", "td", "blockquote", "figcaption", "h3"])
      markup("<\(tag)" + pick(["", " class=a", " title='a>b'", " data-x=\"<p>\"", "\n"]) + ">")
      markup(pick(["", " ", "\n  "]))
      blocks.append([])
      for (index, word) in text().enumerated() {
        if index > 0 { writeHTMLSpace() }
        for scalar in word.unicodeScalars {
          if chance(12) {
            markup(
              pick(["<b>", "</b>", "<a href='x'>", "</a>", "<!-- a -->", "<wbr>", "<img alt='>'>"]))
          }
          writeHTML(scalar)
        }
      }
      markup(pick(["", " \n"]) + pick(["</\(tag)>", "</\(tag)  >", "</\(tag.uppercased())>"]))
    }
  }

  private mutating func writeHTMLSpace() {
    write(" ", as: pick([" ", " ", " ", "\n", " \t ", "\r\n  "]))
    // What follows a space behind a tag is the same space.
    if chance(6) { markup(pick(["<i> ", "</i>\n", "<b>"])) }
  }

  private mutating func writeHTML(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": write(scalar, as: pick(["&amp;", "&#38;", "&AMP;"]))
    case "<": write(scalar, as: pick(["&lt;", "&#60;"]))
    case "“": write(scalar, as: pick(["&ldquo;", "“", number(scalar)]))
    case "ó": write(scalar, as: pick(["&oacute;", "ó", number(scalar)]))
    default: write(scalar, as: chance(8) ? number(scalar) : String(scalar))
    }
  }
}

// MARK: - Markdown

extension MarkupGenerator {
  mutating func makeMarkdown() {
    markup(pick(["", "---\nlayout: x\n---\n", "\u{FEFF}\n"]))
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      markup(
        pick(["", "```\nno\n```\n\n", "<div>\nno\n</div>\n\n", "* * *\n\n", "[r]: http://a.b\n\n"]))
      let (first, rest) = pick([
        ("", ""), ("> ", "> "), ("- ", "  "), ("# ", nil), ("> > ", "> > "),
      ])
      markup(first)
      blocks.append([])
      for (index, word) in text().enumerated() {
        if index > 0 {
          if let rest, chance(5) {
            write("\n", as: pick(["\n", "  \n", "\\\n", "\r\n"]))
            markup(rest)
          } else {
            write(" ", as: " ")
          }
        }
        writeMarkdown(word)
      }
      markup(pick(["\n\n", "\r\n\r\n", "\n\n\n"]))
      // Two lists side by side would be one.
      markup("<!-- -->\n\n")
    }
  }

  private mutating func writeMarkdown(_ word: String) {
    let isPlain = word.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
    let (open, close) =
      isPlain
      ? pick([("", ""), ("*", "*"), ("**", "**"), ("__", "__"), ("[", "](http://a.b)")]) : ("", "")
    markup(open)
    for scalar in word.unicodeScalars {
      if scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) {
        write(scalar, as: chance(4) ? number(scalar) : "\\\(scalar)")
      } else {
        write(scalar, as: chance(8) ? number(scalar) : String(scalar))
      }
    }
    markup(close)
  }
}

// MARK: - JSON

extension MarkupGenerator {
  /// Makes a text of one article, whose blocks are those of its body.
  mutating func makeJSON() {
    markup(pick(["{", "\u{FEFF}{ ", "[1, {\"a\": [{", "{\"x\": {\"body\": 3}, "]))
    let depth = bytes.contains(UInt8(ascii: "[")) ? "}]}]" : "}"
    markup(pick(["", "\"id\": \"no\", ", "\"tags\": [\"a\", {}], "]))
    markup(
      pick(["\"body\"", "\"text\" :", "\"articleBody\"\n"]).replacing(" :", with: "") + ": \"")
    let count = Int.random(in: 1...5, using: &generator)
    for number in 0..<count {
      if number > 0 { markup(pick(["\\n\\n", "\\u000a\\n", "\\r\\n \\r\\n"])) }
      blocks.append([])
      for (index, word) in text().enumerated() {
        if index > 0 { write(" ", as: pick([" ", "\\u0020"])) }
        for scalar in word.unicodeScalars { writeJSON(scalar) }
      }
    }
    markup("\"" + pick(["", ", \"z\": \"no\""]) + depth)
  }

  private mutating func writeJSON(_ scalar: Unicode.Scalar) {
    let units = String(scalar).utf16.map { unit -> String in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    switch scalar {
    case "\"", "\\": write(scalar, as: pick(["\\\(scalar)", units]))
    default: write(scalar, as: chance(6) ? units : String(scalar))
    }
  }
}
