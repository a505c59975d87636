/// Makes the forms of English words: irregular ones from lists, the others by rule.
///
/// A word may have several forms of a kind, `learned` and `learnt`; the first one is written in
/// fixes, all are known in patterns.
struct Inflector {
  /// Forms of verbs that no rule gives, by lemma: past, then participle.
  private var irregularVerbs: [String: (past: [String], participle: [String])] = [:]
  private var irregularPlurals: [String: [String]] = [:]
  /// Comparative, then superlative.
  private var irregularAdjectives: [String: (comparative: [String], superlative: [String])] = [:]
  /// Verbs of several syllables that double their last letter: `admit`.
  private var doublingVerbs: Set<String> = []
  /// Words that are compared even where nothing asks for an adjective.
  private var adjectives: Set<String> = []

  /// Creates an inflector that knows the regular forms only.
  init() {}

  /// Creates an inflector from the entries of the lexicon's special lists.
  ///
  /// An entry has the lemma and its forms, `write wrote written`; a slash separates forms of one
  /// kind, `learn learned/learnt learned/learnt`; a form left out is the one before.
  init(entries: (String) -> [String]) {
    for fields in entries("irregular-verbs").map(Self.fields) where fields.count >= 2 {
      irregularVerbs[fields[0][0]] = (fields[1], fields[min(2, fields.count - 1)])
    }
    for fields in entries("irregular-nouns").map(Self.fields) where fields.count >= 2 {
      irregularPlurals[fields[0][0]] = fields[1]
    }
    for fields in entries("irregular-adjectives").map(Self.fields) where fields.count >= 3 {
      irregularAdjectives[fields[0][0]] = (fields[1], fields[2])
    }
    doublingVerbs = Set(entries("doubling-verbs").map { $0.lowercased() })
    adjectives = Set(entries("adjective").map { $0.lowercased() })
  }

  /// Returns the words that a pattern's `~lemma` stands for, in the order of their forms.
  ///
  /// Without a selector: all forms as a verb and as a noun, and as an adjective only where the
  /// lexicon has it as one; `lead` would match `leader` otherwise.
  func forms(of word: InflectedWord) -> [InflectedForm] {
    let lemma = word.lemma.lowercased()
    var kinds = word.selector?.forms ?? FormSelector.verb.forms + FormSelector.noun.forms
    if word.selector == nil, adjectives.contains(lemma) || irregularAdjectives[lemma] != nil {
      kinds += FormSelector.adjective.forms
    }
    // A past that is its own participle is still found by the one name, and mended as either.
    if word.selector == .past {
      let past = words(of: lemma, as: .past)
      let participle = words(of: lemma, as: .pastParticiple)
      return past.map { form in
        let bits = WordForm.past.bit
        return InflectedForm(
          word: form,
          mask: participle.contains(form) ? bits | WordForm.pastParticiple.bit : bits)
      }
    }
    return merged(
      kinds.flatMap { kind in
        words(of: lemma, as: kind).map { InflectedForm(word: $0, mask: kind.bit) }
      })
  }

  /// Returns the word that a fix writes for each ``WordForm``, in order.
  func paradigm(of lemma: String) -> [String] {
    WordForm.allCases.map { words(of: lemma, as: $0).first ?? lemma }
  }

  /// Returns the words for one form of a lemma, the preferred one first.
  func words(of lemma: String, as form: WordForm) -> [String] {
    if lemma == "be", let words = Self.formsOfBe(form) { return words }
    switch form {
    case .base, .singular, .positive: return [lemma]
    case .thirdPerson: return [lemma == "have" ? "has" : EnglishSuffix.s(after: lemma)]
    case .past: return irregularVerbs[lemma]?.past ?? regularPasts(of: lemma)
    case .pastParticiple: return irregularVerbs[lemma]?.participle ?? regularPasts(of: lemma)
    case .gerund:
      return spellings(of: lemma) { EnglishSuffix.ing(after: lemma, doubling: $0) }
    case .plural: return irregularPlurals[lemma] ?? [EnglishSuffix.s(after: lemma)]
    case .comparative:
      return irregularAdjectives[lemma]?.comparative
        ?? [EnglishSuffix.vowelSuffix("er", after: lemma, doubling: false)]
    case .superlative:
      return irregularAdjectives[lemma]?.superlative
        ?? [EnglishSuffix.vowelSuffix("est", after: lemma, doubling: false)]
    }
  }

  private func regularPasts(of lemma: String) -> [String] {
    spellings(of: lemma) { EnglishSuffix.vowelSuffix("ed", after: lemma, doubling: $0) }
  }

  /// Returns a doubled spelling first, and of `travel` and its like the American one as well.
  private func spellings(of lemma: String, spell: (_ doubling: Bool) -> String) -> [String] {
    guard doublingVerbs.contains(lemma) else { return [spell(false)] }
    return lemma.hasSuffix("l") ? [spell(true), spell(false)] : [spell(true)]
  }

  /// The one English verb with eight forms.
  private static func formsOfBe(_ form: WordForm) -> [String]? {
    switch form {
    case .base: ["be", "am", "are"]
    case .thirdPerson: ["is"]
    case .past: ["was", "were"]
    case .pastParticiple: ["been"]
    case .gerund: ["being"]
    case .singular, .plural, .positive, .comparative, .superlative: nil
    }
  }

  /// Joins the masks of equal words, in the order of first appearance.
  private func merged(_ forms: [InflectedForm]) -> [InflectedForm] {
    var order: [String] = []
    var masks: [String: UInt32] = [:]
    for form in forms {
      if masks[form.word] == nil { order.append(form.word) }
      masks[form.word, default: 0] |= form.mask
    }
    return order.map { InflectedForm(word: $0, mask: masks[$0, default: 0]) }
  }

  private static func fields(_ entry: String) -> [[String]] {
    entry.lowercased().split(separator: " ").map { $0.split(separator: "/").map(String.init) }
      .filter { !$0.isEmpty }
  }
}
