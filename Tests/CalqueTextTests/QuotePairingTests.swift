import CalqueTesting
import CalqueText
import Testing

/// Each mark is shown as what it was read as: `<` opens, `>` closes, `'` is an apostrophe, `^` a
/// prime; `{` and `}` open and close alone, `~` opens a quotation that runs on.
@Suite("Quotation marks")
struct QuotePairingTests {
  @Test(
    "Correct quotations pair",
    arguments: [
      ("“One,” he said, “and two.”", "<><>"),
      ("\"One,\" he said, \"and two.\"", "<><>"),
      ("He said \"one ‘two’ three\".", "<<>>"),
      ("‘One “two” three,’ she said.", "<<>>"),
      ("“It’ll be our”—she leaned—“shared secret.”", "<><>"),
      ("“The so-called ‘Mercosur’ plan,” he said.", "<<>>"),
      ("(“One”) and [“two”]", "<><>"),
      ("«Uno» y „zwei“ und »drei«", "<><><>"),
      ("the workers' rights and the 1980s' end", "''"),
      ("rock 'n' roll in the '90s, 'tis said", "''''"),
      ("He is 6'2\" tall and 5'7\", 140 pounds", "^^^^"),
      ("\"In 2010\" he left", "<>"),
      ("a 7\"-single", "^"),
      ("“He is 6'2\" tall,” she said.", "<^^>"),
      ("``One,'' he said.", "<>"),
      ("'The workers' rights,' he said", "<'>"),
      ("“‘One,’ he said.”", "<<>>"),
      ("“One ‘two “three” two’ one”", "<<<>>>"),
      ("‘‘One,’’ he said.", "<>"),
      ("「One」 and ＂two＂ and <<three>>", "<><><>"),
      ("a shoot-'em-up of '07, O’Neill’s and d’Hondt’s", "''"),
      ("``One'' and `two'", "<><>"),
      ("the characters “\"”, (‘“’) and \"'\"", "<><><>"),
      ("the [Hill]’s and the [Hill]‘s", "''"),
      ("&ldquo;One,” he said, &quot;and two.&quot;", "<><>"),
      ("â€œOne,â€\u{9D} he said, â€˜itâ€™sâ€™ â€” “no.â€\u{9D}", "<><'><>"),
      ("Ã¢â‚¬Å“One,Ã¢â‚¬\u{9D} he said.", "<>"),
      ("He called the town’s pier “old”, ’tis said", "<>'"),
    ])
  func correct(text: String, roles: String) {
    #expect(describe(text) == roles)
  }

  @Test(
    "A lost mark is one lost mark",
    arguments: [
      ("“We will not yield, the minister said.", "{"),
      ("We will not yield,” the minister said.", "}"),
      ("“One, he said. “Two,” she said. “Three.”", "{<><>"),
      ("“One,” he said. Two,” she said. “Three.”", "<>}<>"),
      ("\"One, he said. \"Two,\" she said.", "{<>"),
      ("The call was about \"this and that.", "{"),
      ("“One ‘two,” he said.", "<{>"),
      ("“One word’ three,” he said.", "<}>"),
      ("The soldiers\" rights", "'"),
      ("The pier is safe.\" Can it be? It is.\"", "}}"),
      // Words that say who speaks open no quotation.
      ("It is safe, \"says Vega. The pier is old. \"It was built to last.", "}{"),
      ("It is safe, \"he said. The pier is old.", "}"),
      // What starts a sentence behind a space closes nothing.
      ("\"We have a pier. \"The old one fell.", "{{"),
      ("\"We said, \"The old pier fell.", "{{"),
      ("He quotes \"one\" as \" two or three.", "<>{"),
    ])
  func lost(text: String, roles: String) {
    #expect(describe(text) == roles)
  }

  @Test(
    "A mark on the wrong side still pairs",
    arguments: [
      ("“All was peaceful, “he added.", "<>"),
      ("”One,“ he said.", "<>"),
      ("“One\", he said", "<>"),
      ("“One ”, he said.", "<>"),
      ("\" One \" he said", "<>"),
      ("She called the pier”a ruin“and went home.", "<>"),
      ("«One”, he said", "<>"),
      ("“One,″ he said", "<>"),
      ("\"One.' He left.", "<>"),
      ("“They ask ’because’ now.”", "<<>>"),
      ("\"One. \"Vega said. \"Two.\"", "<><>"),
      ("They sang \"one pier\"and\" two boats\".", "<><>"),
      ("They sang \"one pier\"and\"two boats\".", "<><>"),
      ("The so-called \"eyes\" especially of Lecce.\"", "<>}"),
    ])
  func misplaced(text: String, roles: String) {
    #expect(describe(text) == roles)
  }

  @Test("A quotation may run on over paragraphs")
  func runsOn() {
    let text = "“One.\n“Two.\n“Three.”\nFour."
    #expect(describe(text, blocks: 4) == "~~<>")
    #expect(describe("“One, ‘two.\n“‘Three.’”", blocks: 2) == "~~<<>>")
    #expect(describe("\"The drivers' union.\n\"Two.\"", blocks: 2) == "~'<>")
    let spanish = "“Uno.\n”Dos.\n”Tres.”"
    #expect(describe(spanish, blocks: 3) == "~~<>")
  }

  @Test(
    "A paragraph is read alone: what others hold changes nothing",
    arguments: [
      "“Lost, he said.", "Lost,” he said.", "\"odd", "Balanced “one”.",
    ])
  func independence(other: String) {
    let paragraph = "He said “one” and ‘two’, then “three.”"
    let alone = describe(paragraph)
    #expect(describe(paragraph + "\n" + other, blocks: 2).hasPrefix(alone))
    #expect(describe(other + "\nNothing.\n" + paragraph, blocks: 3).hasSuffix(alone))
  }

  @Test(
    "Any marks are read in linear time, each partner pointing back",
    arguments: 0..<100 as Range<UInt64>)
  func partners(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let document = document(RandomText.text(150, using: &generator))
    for (index, mark) in document.marks.enumerated() {
      guard let partner = mark.partner else { continue }
      #expect(document.marks[partner].partner == index, "seed \(seed)")
      #expect(mark.role == (partner > index ? .opening : .closing), "seed \(seed)")
    }
  }

  @Test(
    "Ten thousand marks in a paragraph are no hardship",
    arguments: ["\"", "“", "”", "'", "“a”'\"» "])
  func manyMarks(mark: String) {
    let document = document(String(repeating: mark, count: 10_000 / mark.count))
    #expect(document.marks.count > 5_000)
  }

  private func describe(_ text: String, blocks: Int = 1) -> String {
    let bytes = Array(text.utf8)
    var ranges: [Block] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8.count
      ranges.append(Block(kind: .paragraph, range: TextRange(UInt32(start), UInt32(end))))
      start = end + 1
    }
    #expect(ranges.count == blocks)
    return Document(text: bytes, blocks: ranges).marks.map { mark in
      switch mark.role {
      case .opening: mark.runsOn ? "~" : mark.partner == nil ? "{" : "<"
      case .closing: mark.partner == nil ? "}" : ">"
      case .apostrophe: "'"
      case .prime: "^"
      }
    }.joined()
  }
}
