import CalqueFindings
import Testing

@testable import CalqueCommand

@Suite("Rules in words") struct RuleTextTests {
  private let rules = [
    RuleDescription(
      id: RuleID("es/narrow-ties"), message: "“narrow $1” is said “close $1”",
      why: "Spanish estrecho is narrow of a street.\nOf ties it is close.", advice: "",
      severity: .error, precision: MeasuredPrecision(right: 8, read: 9),
      category: "accuracy/mistranslation", stage: "translation",
      original: "lazos estrechos", patterns: ["narrow (ties)", "narrow (links)"],
      fixes: ["close $1"], check: "", needs: ["es"], bad: ["⟦narrow ties⟧"],
      good: ["a narrow street"]),
    RuleDescription(
      id: RuleID("quotation/lost"), message: "“x”", why: "w", advice: "add it",
      severity: .warning, category: "fluency", stage: "", original: "", patterns: [], fixes: [],
      check: "lost-quote", needs: [], bad: [], good: []),
  ]

  @Test("The list is aligned")
  func lists() {
    #expect(
      String(decoding: RuleList.text(rules), as: UTF8.self) == """
        es/narrow-ties  error    “narrow $1” is said “close $1”
        quotation/lost  warning  “x”

        """)
  }

  @Test("The list for programs has all that a rule says")
  func listsJSON() {
    #expect(
      String(decoding: RuleList.json([rules[1]]), as: UTF8.self)
        == #"{"version":1,"rules":["# + "\n"
        + #"{"id":"quotation/lost","level":"warning","status":"stable","category":"fluency","#
        + #""message":"“x”","#
        + #""why":"w","advice":"add it","original":"","stage":"","check":"lost-quote","#
        + #""patterns":[],"fixes":[],"needs":[],"bad":[],"good":[]}]}"# + "\n")
  }

  @Test("What was measured is in the list for programs")
  func listsPrecision() {
    let json = String(decoding: RuleList.json([rules[0]]), as: UTF8.self)
    #expect(
      json.contains(
        #""level":"error","status":"stable","precision":{"right":8,"read":9},"category""#))
  }

  @Test("An explanation leaves out what a rule does not have")
  func explains() {
    #expect(
      rules.map { String(decoding: RuleExplanation($0).text, as: UTF8.self) } == [
        """
        es/narrow-ties · error · accuracy/mistranslation
        “narrow $1” is said “close $1”

        why       Spanish estrecho is narrow of a street.
                  Of ties it is close.
        original  lazos estrechos
        pattern   narrow (ties)
                  narrow (links)
        needs     es
        fix       close $1
        measured  right in 8 of 9 findings read on texts of others
        stage     translation
        bad       ⟦narrow ties⟧
        good      a narrow street

        """,
        """
        quotation/lost · warning · fluency
        “x”

        why       w
        check     lost-quote
        advice    add it

        """,
      ])
  }
}
