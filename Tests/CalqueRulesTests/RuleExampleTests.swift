import CalqueText
import Testing

@testable import CalqueRules

@Test("A bad example gives its text, places and mended text")
func markedExample() throws {
  let example = try RuleExample(parsing: "A ⟦“narrow” tie⟧. → A “close” tie.")
  #expect(example.text == "A “narrow” tie.")
  #expect(example.ranges == [TextRange(2, 18)])
  #expect(example.mended == "A “close” tie.")
}

@Test("An example may have several places, and an empty one")
func severalPlaces() throws {
  let example = try RuleExample(parsing: "⟦Él⟧ said⟦⟧ no.")
  #expect(example.text == "Él said no.")
  #expect(example.ranges == [TextRange(0, 3), TextRange(8, 8)])
  #expect(example.mended == nil)
}

@Test("A line with only an arrow parts an example of several lines")
func blockExample() throws {
  let example = try RuleExample(parsing: "One ⟦two⟧.\n\nThree.\n→\nOne.\n\nThree.\n")
  #expect(example.text == "One two.\n\nThree.")
  #expect(example.mended == "One.\n\nThree.")
}

@Test("An arrow inside a word is text")
func arrowInText() throws {
  #expect(try RuleExample(parsing: "Madrid→Paris.").text == "Madrid→Paris.")
}

@Test(
  "Marks without partner and second arrows are faults at their place",
  arguments: [
    ("An ⟦open mark.", "this “⟦” has no partner", TextRange(3, 6)),
    ("A closed⟧ mark.", "this “⟧” has no partner", TextRange(8, 11)),
    ("A ⟦nested ⟦mark⟧⟧.", "this “⟦” has no partner", TextRange(12, 15)),
    ("a → b → c", "an example has one “→”, before the mended text", TextRange(8, 11)),
  ])
func brokenExample(example: String, message: String, range: TextRange) {
  #expect(throws: RuleExample.Fault(message: message, range: range)) {
    try RuleExample(parsing: example)
  }
}
