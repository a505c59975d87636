import Calque
import CalqueFindings
import CalqueRules
import CalqueText
import Testing

/// What the engine makes of rules, by rules written here.
@Suite("Rules at work")
struct UserRuleTests {
  /// Lints a text with one rule, given by the lines that matter.
  private func lint(
    _ rule: String, _ text: String, folder: String = "desk", from: SourceLanguages = .automatic,
    lexicon: String? = nil
  ) throws -> [Finding] {
    let yaml = """
      - id: tested
        message: found $0
        why: because
        severity: warning
        category: style
        bad: [⟦x⟧]
        good: [y]
      \(rule.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

      """
    var configuration = Configuration()
    configuration.select = [try RuleGlob(folder + "/tested")]
    configuration.from = from
    let pack =
      "language: es\ntitle: Spanish\nevidence:\n  - weight: 0.3\n    patterns: [alcalde, concejal]\n"
    var sources = [RuleSource(path: folder + "/rules.yml", text: Array(yaml.utf8))]
    if folder == "es" { sources.append(RuleSource(path: "es/pack.yml", text: Array(pack.utf8))) }
    if let lexicon {
      sources.append(RuleSource(path: "lexicon/desk.yml", text: Array(lexicon.utf8)))
    }
    let linter = Linter(configuration: configuration, userRules: sources)
    #expect(linter.problems == [])
    return linter.lint(try Source(decoding: Array(text.utf8)))
  }

  /// Returns the reported texts.
  private func reported(_ rule: String, _ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try lint(rule, text).map {
      String(decoding: bytes[$0.range.indices], as: UTF8.self)
    }
  }

  /// Returns the text after the first fix of each finding.
  private func mended(_ rule: String, _ text: String) throws -> String {
    let edits = try lint(rule, text).flatMap { $0.fixes.first?.edits ?? [] }
    return String(decoding: edits.applied(to: Array(text.utf8)), as: UTF8.self)
  }

  @Test("A gap crosses no comma and no sentence end")
  func gaps() throws {
    let rule = "pattern: old ..3 pier\nadvice: a"
    #expect(try reported(rule, "The old and long wooden pier.") == ["old and long wooden pier"])
    #expect(try reported(rule, "The old, long pier. It is old. The pier stands.") == [])
    #expect(try reported(rule, "The old one two three four pier.") == [])
  }

  @Test("The longest match of a rule wins where several overlap")
  func longest() throws {
    let rule = "pattern: [harbour master, old harbour master, harbour]\nadvice: a"
    #expect(try reported(rule, "The old harbour master left.") == ["old harbour master"])
  }

  @Test("Words match in any case, composition and apostrophe; exact words only as written")
  func words() throws {
    #expect(try reported("pattern: l'été\nadvice: a", "It was L’E\u{301}TÉ.") == ["L’E\u{301}TÉ"])
    #expect(try reported("pattern: =SEA\nadvice: a", "The Sea, the sea, the SEA.") == ["SEA"])
    let exact = "pattern: =Peñón\nadvice: a"
    #expect(try reported(exact, "El Pen\u{303}o\u{301}n.") == ["Pen\u{303}o\u{301}n"])
    #expect(try reported(exact, "El pen\u{303}o\u{301}n, el peñón, el Penon.") == [])
  }

  @Test("A pair of marks is reported whole, or not at all")
  func marks() throws {
    let rule = "pattern: old pier\nadvice: a"
    #expect(try reported(rule, "It was an “old” pier.") == ["“old” pier"])
    #expect(try reported(rule, "It was an “old pier”.") == ["old pier"])
  }

  @Test(
    "A fix keeps case, marks, and the article before it",
    arguments: [
      ("pattern: ~inform that\nfix: ~say that", "He informs that.", "He says that."),
      (
        "pattern: ~inform that\nfix: ~say that", "Informing that it rains.", "Saying that it rains."
      ),
      ("pattern: ~break it\nfix: ~show it", "It has broken it.", "It has shown it."),
      ("pattern: adequate hall\nfix: suitable hall", "An adequate hall.", "A suitable hall."),
      ("pattern: big hall\nfix: empty hall", "It is a “big” hall.", "It is an “empty” hall."),
      ("pattern: ^ ⟦in this way ,⟧\nfix: \"\"", "In this way, he won.", "He won."),
      ("pattern: very ⟦very⟧ big\nfix: \"\"", "A very very big one.", "A very big one."),
      (
        "pattern: had occasion to\nfix: had the opportunity to", "He had occasion to go.",
        "He had the opportunity to go."
      ),
      ("pattern: =who\nfix: WHO\ncase: keep", "The who said.", "The WHO said."),
      ("pattern: NARROW TIES\nfix: close ties", "THE NARROW TIES END.", "THE CLOSE TIES END."),
    ])
  func fixes(rule: String, text: String, expected: String) throws {
    #expect(try mended(rule, text) == expected)
  }

  @Test("An exception silences within its sentence, not beyond")
  func exceptions() throws {
    let rule = "pattern: sensible topic\nexcept: [calm and]\nadvice: a"
    #expect(try reported(rule, "A calm and sensible topic.") == [])
    #expect(try reported(rule, "It was calm and dry. A sensible topic.") == ["sensible topic"])
  }

  @Test(
    "A pack of a language speaks by evidence, or by order",
    arguments: [
      ("The pier is old.", SourceLanguages.automatic, 0),
      ("The pier is old, said the alcalde and the concejal.", .automatic, 1),
      ("The pier is old, said the alcalde.", .automatic, 0),
      ("The pier is old.", .named(["es"]), 1),
      ("The pier is old.", .named(["fr"]), 0),
      ("The pier is old, said the alcalde and the concejal.", .none, 0),
    ])
  func evidence(text: String, from: SourceLanguages, count: Int) throws {
    let rule = "pattern: pier is\nadvice: a"
    #expect(try lint(rule, text, folder: "es", from: from).count == count)
  }

  @Test("What a rule needs is pointed at")
  func related() throws {
    let rule = "pattern: =NHB\nneeds: seen =JPN\nadvice: a"
    let findings = try lint(rule, "The NHB met. Then the JPN met.")
    #expect(
      findings.map(\.related) == [
        [.init(range: TextRange(22, 25), note: "the article has “JPN” here")]
      ])
    #expect(try lint(rule, "The NHB met.") == [])
  }

  @Test("A draft is listed only, whether patterns or a check would find its fault")
  func drafts() throws {
    let text = "The the old pier is closed."
    for finder in ["pattern: old pier\nadvice: a", "check: doubled-word"] {
      #expect(try reported(finder, text) != [])
      #expect(try reported(finder + "\nstatus: draft", text) == [])
    }
  }

  @Test("A user's rule with a check asks the built-in word lists, as a built-in rule does")
  func checksWithLists() throws {
    let text = "“The bridge is closed until Monday.” The engineer said.\n"
    #expect(try reported("check: dialogue-tag\noptions:\n  kind: capital", text) == ["The"])
  }

  @Test("A user's own word lists move no built-in list away from a check or a context")
  func ownLists() throws {
    let text = "“The bridge is closed until Monday.” The old engineer said.\n"
    let birds = "aaa-birds: [heron]\n"
    let tag = "check: dialogue-tag\noptions:\n  kind: capital"
    #expect(try lint(tag, text, lexicon: birds).map(\.range) == lint(tag, text).map(\.range))
    let context = "pattern: old\nadvice: a\nin: attribution"
    let sentence = "“The bridge is safe,” the old engineer said on Monday."
    #expect(try lint(context, sentence, lexicon: birds).count == 1)
  }

  @Test("A user's rule knows who speaks by the built-in verbs, whatever words it names itself")
  func attribution() throws {
    let text = "“The bridge is safe,” the old engineer said on Monday. The old pier is not."
    #expect(try reported("pattern: old\nadvice: a\nin: attribution", text) == ["old"])
    #expect(try reported("pattern: old\nadvice: a\nnot-in: attribution", text) == ["old"])
  }

  @Test("A text of many sections gives what its articles give, each at its place")
  func sections() throws {
    let paragraph = "The old pier of the town, said “the mayor” on Monday, is closed until May.\n\n"
    let text = String(repeating: paragraph, count: 15_000)
    let findings = try lint("pattern: old pier\nadvice: a", text)
    #expect(findings.count == 15_000)
    let length = UInt32(paragraph.utf8.count)
    #expect(findings.enumerated().allSatisfy { $1.range.start == UInt32($0) * length + 4 })
    #expect(Set(findings.map(\.fingerprint)).count == 15_000)
  }

  @Test("A fingerprint does not change when text is added above")
  func fingerprints() throws {
    let rule = "pattern: old pier\nadvice: a"
    let text = "The old pier is closed, and the old pier is wet."
    let before = try lint(rule, text).map(\.fingerprint)
    let after = try lint(rule, "Another paragraph stands here now.\n\n" + text).map(\.fingerprint)
    #expect(before == after)
    #expect(Set(before).count == 2)
  }
}
