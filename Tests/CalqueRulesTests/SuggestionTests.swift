import CalqueFindings
import Testing

@Test(
  "The nearest name is suggested",
  arguments: [
    ("mesage", "message"), ("severty", "severity"), ("Pattern", "pattern"), ("fxi", "fix"),
    ("goood", "good"), ("wyh", "why"),
  ])
func nearestName(word: String, expected: String) {
  let names = ["pattern", "message", "why", "fix", "severity", "bad", "good"]
  #expect(Suggestion.nearest(to: word, among: names) == expected)
}

@Test("Nothing is suggested where no name is near", arguments: ["colour", "", "xx", "patterns-of"])
func noName(word: String) {
  #expect(Suggestion.nearest(to: word, among: ["pattern", "message", "why"]) == nil)
}

@Test("Of equally near names the first is suggested")
func firstOfEquals() {
  #expect(Suggestion.nearest(to: "bat", among: ["cat", "hat"]) == "cat")
}
