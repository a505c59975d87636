import Calque
import CalqueFindings
import Testing

@Suite("Pages of the catalogue") struct RulePageTests {
  private func rule(_ id: String, bad: [String] = ["⟦x⟧"]) -> RuleDescription {
    RuleDescription(
      id: RuleID(id), message: "“$0” is *no* <role>", why: "Two\nlines.", advice: "",
      severity: .error, precision: MeasuredPrecision(right: 1, read: 1), category: "style",
      stage: "", original: "lazos estrechos",
      patterns: ["x"], fixes: [], check: "", needs: ["es"], bad: bad, good: ["y"])
  }

  @Test("A rule is a section in which its texts are no markup")
  func section() {
    let pages = RulePage.pages(of: [rule("es/x", bad: ["a ⟦b⟧ [c](d)", "⟦e⟧\n```\n\nf\n"])])
    #expect(
      pages.map(\.text) == [
        """
        # es

        1 rule.

        ## es/x

        **error** · style

        “$0” is \\*no\\* \\<role\\>

        **Why:** Two lines.

        **Original:** lazos estrechos

        **Needs:** es

        **Measured:** right in 1 of 1 finding read on texts of others

        **Bad:**

        - a ⟦b⟧ \\[c\\](d)
        - ````text
          ⟦e⟧
          ```

          f
          ````

        **Good:**

        - y

        """
      ])
  }

  @Test("Pages and rules are sorted")
  func sorts() {
    let pages = RulePage.pages(of: [rule("pt/b"), rule("es/b"), rule("es/a")])
    #expect(pages.map(\.pack) == ["es", "pt"])
    let places = ["## es/a", "## es/b"].map { pages[0].text.firstRange(of: $0)?.lowerBound }
    #expect(places.compactMap { $0 }.count == 2)
    #expect((places[0] ?? pages[0].text.endIndex) < (places[1] ?? pages[0].text.startIndex))
  }
}
