import CalqueFindings
import CalqueText
import Testing

@testable import CalqueRules

private let lexicon = """
  frequent-words: [the, of]
  role: [minister, prime minister]
  """

private let full =
  ruleFile() + """
    - id: inform-reversed
      pattern:
        - ', ⟦~inform the <role>⟧'
        - ”, ⟦~inform a <role>⟧
      message: “$1” speaks after the verb
      why: Él informó.
      fix: {text: the $1 ~say, safety: safe}
      severity: error
      category: fluency/grammar
      stage: translation
      spanish: informó el ministro
      except: informed the minister of
      in: [body, quote]
      not-in: headline
      needs: [es, seen =EFE]
      formerly: es/informed
      bad: |
        “Yes”, ⟦informed the minister⟧.
        →
        “Yes”, the minister said.
      good: He informed the minister.
    - id: unclosed
      check: unclosed-quote
      options: {words: [a, b], limit: 3}
      message: never closed
      why: Lost.
      severity: note
      category: fluency/punctuation
      bad: ⟦“⟧Yes.
      good: Yes.

    """

private func fullProgram() -> RuleProgram {
  let pack = """
    language: es
    title: Spanish
    evidence:
      - weight: 0.3
        patterns: [=EFE, the <role> informed]
      - {weight: 1, most: 1, patterns: this Tuesday}
    """
  let compilation = RuleCompiler.compile([
    RuleSource(path: "es/pack.yml", text: Array(pack.utf8)),
    RuleSource(path: "es/a.yml", text: Array(full.utf8)),
    RuleSource(path: "quotation/b.yml", text: Array(ruleFile(["id": "x"]).utf8)),
    RuleSource(path: "lexicon/b.yml", text: Array(lexicon.utf8)),
  ])
  #expect(compilation.problems == [])
  return compilation.program
}

@Test("A rule has all that its file says")
func ruleRecord() throws {
  let program = fullProgram()
  let ids = program.rules.map { program.string($0.id) }
  #expect(ids == ["es/inform-reversed", "es/narrow-ties", "es/unclosed", "quotation/x"])
  let rule = program.rules[0]
  #expect(rule.onlyIn == RuleContext.body.bit | RuleContext.quote.bit)
  #expect(rule.notIn == RuleContext.headline.bit)
  #expect(program.strings(rule.formerly) == ["es/informed"])
  #expect(
    program.needs == [
      Need(kind: Need.Kind.language.rawValue, value: program.packs[0].language),
      Need(kind: Need.Kind.seen.rawValue, anchors: Span32(0, 1)),
    ])
  let probe = try #require(program.probeAnchors.first)
  #expect(probe.hash == WordHash.of("EFE") && probe.reach == AnchorReach())
  #expect(program.patterns[Int(probe.pattern)].role == Pattern.Role.probe.rawValue)
  #expect(program.strings(program.rules[2].options) == ["words", "a", "words", "b", "limit", "3"])
}

@Test("Patterns say whom they serve")
func patternRoles() {
  let roles = fullProgram().patterns.compactMap { pattern in
    Pattern.Role(rawValue: pattern.role).map { role in "\(role) \(pattern.owner)" }
  }
  #expect(
    roles == [
      "evidence 0", "evidence 0", "evidence 1", "finding 0", "finding 0", "exception 0",
      "probe 1", "finding 1", "finding 3",
    ])
}

@Test("Packs are described by their folder or their file")
func packs() {
  let program = fullProgram()
  #expect(program.packs.map { program.string($0.name) } == ["es", "quotation"])
  #expect(program.packs.map { program.string($0.language) } == ["es", ""])
  #expect(program.packs.map { program.string($0.title) } == ["Spanish", "Quotation"])
  #expect(
    program.evidence == [
      Evidence(pack: 0, weight: 300), Evidence(pack: 0, weight: 1000, most: 1000),
    ])
}

@Test("A rule describes itself")
func description() {
  #expect(
    fullProgram().descriptions[0]
      == RuleDescription(
        id: RuleID("es/inform-reversed"), message: "“$1” speaks after the verb",
        why: "Él informó.", advice: "", severity: .error, formerIDs: [RuleID("es/informed")],
        category: "fluency/grammar",
        stage: "translation", original: "informó el ministro",
        patterns: [", ⟦~inform the <role>⟧", "”, ⟦~inform a <role>⟧"], fixes: ["the $1 ~say"],
        check: "", needs: ["es", "seen =EFE"],
        bad: ["“Yes”, ⟦informed the minister⟧.\n→\n“Yes”, the minister said.\n"],
        good: ["He informed the minister."]))
}

@Test("A rule that names no stage has that of its pack")
func stages() {
  let files = ["es", "house"].map { (pack: String) in
    RuleSource(path: "\(pack)/a.yml", text: Array(ruleFile().utf8))
  }
  let pack = RuleSource(path: "es/pack.yml", text: Array("language: es\ntitle: Spanish\n".utf8))
  let program = RuleCompiler.compile(files + [pack]).program
  #expect(program.descriptions.map(\.id.text) == ["es/narrow-ties", "house/narrow-ties"])
  #expect(program.descriptions.map(\.stage) == ["translation", "style"])
}

@Test("The order of the files makes no difference")
func fileOrder() {
  let files = ["a", "b", "c"].map { (name: String) in
    RuleSource(path: "es/\(name).yml", text: Array(ruleFile(["id": name]).utf8))
  }
  #expect(
    RuleCompiler.compile(files).program == RuleCompiler.compile(files.reversed()).program)
}

@Test("A program survives being written and read")
func coding() throws {
  for program in [fullProgram(), program(ruleFile()), RuleCompiler.compile([]).program] {
    #expect(try RuleProgram(decoding: program.encoded()) == program)
    #expect(RuleProgram(ProgramArrays(program)) == program)
  }
}

@Test("A record is a row of numbers without a gap, for its bytes are written as they lie")
func recordLayout() {
  let rows = [
    (MemoryLayout<LexiconList>.size, 5), (MemoryLayout<Anchor>.size, 7),
    (MemoryLayout<AnchorPair>.size, 4), (MemoryLayout<Pattern>.size, 10),
    (MemoryLayout<Rule>.size, 38), (MemoryLayout<Need>.size, 4),
    (MemoryLayout<ProbeAnchor>.size, 5),
    (MemoryLayout<FixTemplate>.size, 4), (MemoryLayout<FixPiece>.size, 4),
    (MemoryLayout<Pack>.size, 3), (MemoryLayout<Evidence>.size, 3),
  ]
  for (size, fieldCount) in rows { #expect(size == 4 * fieldCount) }
}

@Test("What is no program is refused with its reason")
func refusal() {
  let bytes = fullProgram().encoded()
  #expect(throws: ProgramError.notAProgram) { try RuleProgram(decoding: []) }
  #expect(throws: ProgramError.notAProgram) {
    try RuleProgram(decoding: Array("0123456789abcdef".utf8))
  }
  #expect(throws: ProgramError.truncated) { try RuleProgram(decoding: Array(bytes.prefix(20))) }
  #expect(throws: ProgramError.truncated) { try RuleProgram(decoding: Array(bytes.dropLast(3))) }
  #expect(throws: ProgramError.truncated) { try RuleProgram(decoding: Array(bytes.dropLast(400))) }
  var newer = bytes
  newer[8] = 99
  #expect(throws: ProgramError.otherVersion(99)) { try RuleProgram(decoding: newer) }
  var damaged = ProgramArrays(fullProgram())
  damaged.rules[0].message = 100_000
  #expect(throws: ProgramError.damaged(part: "rules")) {
    try RuleProgram(decoding: damaged.encoded())
  }
  damaged = ProgramArrays(fullProgram())
  damaged.anchorRoles[0] = 8
  #expect(throws: ProgramError.damaged(part: "anchors")) {
    try RuleProgram(decoding: damaged.encoded())
  }
  damaged = ProgramArrays(fullProgram())
  damaged.probeAnchors[0].pattern = 100
  #expect(throws: ProgramError.damaged(part: "rules")) {
    try RuleProgram(decoding: damaged.encoded())
  }
}

@Test("User rules may use the built-in word lists and what is known of their verbs")
func baseLexicon() {
  let base = RuleCompiler.compile([
    RuleSource(
      path: "lexicon/a.yml",
      text: Array("role: [minister]\nirregular-verbs: [write wrote written]\n".utf8))
  ]).program
  let file = ruleFile(["pattern": "~write:past (the) <role>", "message": "x", "fix": "x"])
  let source = RuleSource(path: "house/a.yml", text: Array(file.utf8))
  let compilation = RuleCompiler.compile([source], lexicon: base)
  #expect(compilation.problems == [])
  #expect(compilation.program.wordID(of: "wrote") != 0)
  let own = RuleSource(path: "lexicon/a.yml", text: Array("role: [mayor]\n".utf8))
  let replaced = RuleCompiler.compile([source, own], lexicon: base).program
  #expect(replaced.wordID(of: "minister") == 0)
  #expect(replaced.wordID(of: "mayor") != 0)
}
