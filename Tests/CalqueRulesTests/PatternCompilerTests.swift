import CalqueText
import Testing

@testable import CalqueRules

private let lexicon = """
  frequent-words: [the, of, a, in, to, said, that, as]
  role: [minister, prime minister, ~leader]
  number-words: [one, two]
  office: [the ministry, =MFA]
  """

private let words = [
  "narrow", "ties", "links", "coordination", "the", "of", "a", "said", "that", "as", "minister",
  "prime", "leader", "leaders", "held", "platform", "inform", "informs", "informed", "informing",
  "ministry", "mfa", "seae", "way", "in", "this", "b", "c",
]

/// Compiles a rule of one pattern.
private func compiled(_ pattern: String, except: String? = nil, status: String? = nil)
  -> RuleProgram
{
  program(
    ruleFile([
      "pattern": pattern, "message": "x", "fix": "close", "except": except, "status": status,
    ]),
    lexicon: lexicon)
}

@Test(
  "A pattern becomes steps, greedy and from left to right",
  arguments: [
    ("narrow ties", "save0 narrow ties save1 match"),
    ("Narrow, TIES", "save0 narrow ',' ties save1 match"),
    ("narrow? ties", "save0 split→3 narrow ties save1 match"),
    (
      "narrow (ties|links)",
      "save0 narrow save2 form0 save3 save1 match"
    ),
    (
      "narrow (ties|a b|)",
      "save0 narrow save2 split→6 ties jump→10 split→10 a b jump→10 save3 save1 match"
    ),
    (
      "narrow (a b|of c|the ties)",
      "save0 narrow save2 peek0 split→8 a b jump→14 split→12 of c jump→14 the ties save3 save1 match"
    ),
    ("narrow ..2 ties", "save0 narrow save2 split→7 any split→7 any save3 ties save1 match"),
    ("=SEAE said", "save0 =SEAE said save1 match"),
    ("as ⟦“narrow” ties⟧,", "as save0 quote0 narrow quote1 ties save1 ',' match"),
    ("^ in this way $", "save0 ^ in this way $ save1 match"),
    ("<year> ties", "save0 save2 year save3 ties save1 match"),
    (
      "<number> ties",
      "save0 save2 split→5 digits jump→6 <number-words> save3 ties save1 match"
    ),
    (
      "<role> said",
      "save0 save2 split→6 prime minister jump→7 <role> save3 said save1 match"
    ),
    ("(~inform|ties) of", "save0 save2 split→7 save4 form0 save5 jump→8 ties save3 of save1 match"),
  ])
func steps(pattern: String, expected: String) {
  #expect(compiled(pattern).disassembled(0, words: words) == expected)
}

@Test("A name is one to four capitalised words with particles between")
func name() {
  let text = compiled("held <name>").disassembled(0, words: words)
  #expect(
    text == "save0 held save2 capitalized split→22 split→9 <name-particle> split→9 <name-particle> "
      + "capitalized split→22 split→15 <name-particle> split→15 <name-particle> capitalized "
      + "split→22 split→21 <name-particle> split→21 <name-particle> capitalized save3 save1 match")
}

@Test(
  "A pattern is anchored at its rarest word or mark, wherever that is",
  arguments: [
    ("narrow ties", ["narrow (ties) 0 0–0"]),
    ("the narrow of", ["narrow (of) 0 1–1"]),
    ("said that the narrow? of", ["(said) that 0 1–1"]),
    ("a ..3 of, narrow", ["(',') narrow 0 3–6"]),
    ("the, (–|—) <name> of", ["(',') '–' 0 2–2", "(',') '—' 0 2–2"]),
    ("a “the” narrow", ["(the) narrow 0 2–2"]),
    ("the (narrow|of links) a", ["links (a) 0 2–2", "narrow (a) 0 1–1"]),
    ("the (narrow|) links", ["(narrow) links 0 1–2", "(the) links 0 1–2"]),
    ("(narrow|a narrow) of", ["narrow (of) 0 0–1"]),
    ("the =SEAE", ["(the) seae 0 1–1"]),
    (
      "the ~inform",
      [
        "(the) inform 0 1–1", "(the) informed 0 1–1", "(the) informing 0 1–1",
        "(the) informs 0 1–1",
      ]
    ),
    ("<number> <name> narrow", ["narrow 0 2–11"]),
    (
      "the <role>",
      [
        "(the) leader 0 1–1", "(the) leaders 0 1–1", "(the) minister 0 1–1",
        "prime (minister) 0 1–1",
      ]
    ),
    ("<role> of narrow", ["(of) narrow 0 2–3"]),
    ("the <office>", ["(the) mfa 0 1–1", "(the) ministry 0 2–2"]),
  ])
func anchors(pattern: String, expected: [String]) {
  let list = compiled(pattern).anchorList(words: words)
    .filter { !$0.contains("#") }
  #expect(list == expected)
}

@Test("Exceptions and rules out of use are compiled but never tried at a word")
func unanchored() {
  let program = compiled("narrow ties", except: "(narrow ..1|links)")
  #expect(program.anchorList(words: words) == ["narrow (ties) 0 0–0"])
  #expect(
    program.patterns.map { Pattern.Role(rawValue: $0.role) } == [.finding, .exception])
  #expect(program.rules[0].exceptions == Span32(1, 2))
  for status in ["draft", "retired"] {
    let idle = compiled("narrow ties", status: status)
    #expect(idle.anchors == [])
    #expect(idle.patterns.count == 1)
  }
}

@Test("Every word of rules and lists is in the vocabulary, with its lists and forms")
func vocabulary() {
  let program = compiled("=SEAE ~inform:past “narrow” Él")
  for word in ["narrow", "INFORMED", "él", "leaders", "one", "e\u{301}l"] {
    #expect(program.wordID(of: word) != 0, "\(word)")
  }
  #expect(program.wordID(of: "prime") != 0)
  #expect(program.wordID(of: "unheard") == 0)
  #expect(2 * Int(program.wordCount) <= program.vocabulary.count)
  let names = program.lists.map { program.string($0.name) }
  #expect(names == ["frequent-words", "name-particle", "number-words", "office", "role"])
  let leader = Int(program.wordID(of: "leader")) * Int(program.listStride)
  #expect(program.listBits[leader] == 1 << 4)
  #expect(program.formWords == [program.wordID(of: "informed")])
  #expect(program.formMasks == [WordForm.past.bit | WordForm.pastParticiple.bit])
}

@Test("More than 64 lists have their bits")
func manyLists() {
  let lists = (10..<90).map { "list-\($0): [word\($0)]\n" }.joined()
  let program = program(ruleFile(), lexicon: lists)
  #expect(program.listStride == 2)
  let word = Int(program.wordID(of: "word89"))
  #expect(Array(program.listBits[(2 * word)..<(2 * word + 2)]) == [0, 1 << 15])
}
