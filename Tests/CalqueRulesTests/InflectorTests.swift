import Testing

@testable import CalqueRules

/// An inflector with a few irregular words of each kind.
private let inflector = Inflector { list in
  switch list {
  case "irregular-verbs":
    ["write wrote written", "say said", "learn learned/learnt", "go went gone", "have had had"]
  case "irregular-nouns": ["man men", "photo photos"]
  case "irregular-adjectives": ["good better best"]
  case "doubling-verbs": ["admit", "travel"]
  case "adjective": ["narrow"]
  default: []
  }
}

@Test(
  "Regular verbs take their endings",
  arguments: [
    ("inform", ["inform", "informs", "informed", "informed", "informing"]),
    ("carry", ["carry", "carries", "carried", "carried", "carrying"]),
    ("play", ["play", "plays", "played", "played", "playing"]),
    ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
    ("assure", ["assure", "assures", "assured", "assured", "assuring"]),
    ("die", ["die", "dies", "died", "died", "dying"]),
    ("stop", ["stop", "stops", "stopped", "stopped", "stopping"]),
    ("quit", ["quit", "quits", "quitted", "quitted", "quitting"]),
    ("fix", ["fix", "fixes", "fixed", "fixed", "fixing"]),
    ("show", ["show", "shows", "showed", "showed", "showing"]),
    ("explain", ["explain", "explains", "explained", "explained", "explaining"]),
    ("open", ["open", "opens", "opened", "opened", "opening"]),
    ("admit", ["admit", "admits", "admitted", "admitted", "admitting"]),
    ("travel", ["travel", "travels", "travelled", "travelled", "travelling"]),
    ("panic", ["panic", "panics", "panicked", "panicked", "panicking"]),
    ("veto", ["veto", "vetoes", "vetoed", "vetoed", "vetoing"]),
    ("add", ["add", "adds", "added", "added", "adding"]),
    ("highlight", ["highlight", "highlights", "highlighted", "highlighted", "highlighting"]),
  ])
func regularVerb(lemma: String, forms: [String]) {
  #expect(FormSelector.verb.forms.map { inflector.words(of: lemma, as: $0)[0] } == forms)
}

@Test(
  "Irregular verbs keep their own forms",
  arguments: [
    ("write", ["write", "writes", "wrote", "written", "writing"]),
    ("say", ["say", "says", "said", "said", "saying"]),
    ("go", ["go", "goes", "went", "gone", "going"]),
    ("have", ["have", "has", "had", "had", "having"]),
    ("be", ["be", "is", "was", "been", "being"]),
  ])
func irregularVerb(lemma: String, forms: [String]) {
  #expect(FormSelector.verb.forms.map { inflector.words(of: lemma, as: $0)[0] } == forms)
}

@Test(
  "Plurals follow the last letters",
  arguments: [
    ("call", "calls"), ("ministry", "ministries"), ("day", "days"), ("church", "churches"),
    ("business", "businesses"), ("box", "boxes"), ("quiz", "quizzes"), ("hero", "heroes"),
    ("radio", "radios"), ("man", "men"), ("photo", "photos"), ("waltz", "waltzes"),
  ])
func plural(lemma: String, plural: String) {
  #expect(inflector.words(of: lemma, as: .plural) == [plural])
}

@Test(
  "Adjectives are compared",
  arguments: [
    ("close", "closer", "closest"), ("big", "bigger", "biggest"),
    ("narrow", "narrower", "narrowest"),
    ("happy", "happier", "happiest"), ("good", "better", "best"),
    ("strict", "stricter", "strictest"),
  ])
func comparison(lemma: String, comparative: String, superlative: String) {
  #expect(inflector.words(of: lemma, as: .comparative) == [comparative])
  #expect(inflector.words(of: lemma, as: .superlative) == [superlative])
}

@Test("Both spellings of a form are known to patterns")
func alternativeSpellings() {
  #expect(
    inflector.forms(of: InflectedWord(lemma: "travel", selector: .ing)).map(\.word)
      == ["travelling", "traveling"])
  #expect(
    inflector.forms(of: InflectedWord(lemma: "learn", selector: .past)).map(\.word)
      == ["learned", "learnt"])
}

@Test("A past form is also the participle only where both are one word")
func pastMasks() {
  let both = WordForm.past.bit | WordForm.pastParticiple.bit
  #expect(
    inflector.forms(of: InflectedWord(lemma: "inform", selector: .past))
      == [InflectedForm(word: "informed", mask: both)])
  #expect(
    inflector.forms(of: InflectedWord(lemma: "write", selector: .past))
      == [InflectedForm(word: "wrote", mask: WordForm.past.bit)])
}

@Test("A lemma is compared without being asked only where the lexicon has an adjective")
func adjectivesAreOptIn() {
  #expect(
    inflector.forms(of: InflectedWord(lemma: "lead", selector: nil)).map(\.word)
      == ["lead", "leads", "leaded", "leading"])
  #expect(
    inflector.forms(of: InflectedWord(lemma: "Narrow", selector: nil)).map(\.word)
      == ["narrow", "narrows", "narrowed", "narrowing", "narrower", "narrowest"])
}

@Test("A word that is several forms carries them all")
func mergedMasks() {
  let forms = inflector.forms(of: InflectedWord(lemma: "call", selector: nil))
  #expect(
    forms == [
      InflectedForm(word: "call", mask: WordForm.base.bit | WordForm.singular.bit),
      InflectedForm(word: "calls", mask: WordForm.thirdPerson.bit | WordForm.plural.bit),
      InflectedForm(word: "called", mask: WordForm.past.bit | WordForm.pastParticiple.bit),
      InflectedForm(word: "calling", mask: WordForm.gerund.bit),
    ])
}

@Test("A paradigm has one word for each form")
func paradigm() {
  #expect(
    inflector.paradigm(of: "say") == [
      "say", "says", "said", "said", "saying", "say", "says", "say", "sayer", "sayest",
    ])
}
