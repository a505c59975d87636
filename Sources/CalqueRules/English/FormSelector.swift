/// What a colon after a lemma asks for: `~say:past`.
enum FormSelector: String, CaseIterable {
  case base, third, past, participle, ing
  case verb
  case singular, plural
  case noun
  case comparative, superlative
  case adjective

  /// The forms that the selector lets a word have.
  var forms: [WordForm] {
    switch self {
    case .base: [.base]
    case .third: [.thirdPerson]
    case .past: [.past]
    case .participle: [.pastParticiple]
    case .ing: [.gerund]
    case .verb: [.base, .thirdPerson, .past, .pastParticiple, .gerund]
    case .singular: [.singular]
    case .plural: [.plural]
    case .noun: [.singular, .plural]
    case .comparative: [.comparative]
    case .superlative: [.superlative]
    case .adjective: [.positive, .comparative, .superlative]
    }
  }

  /// The one form that the selector stands for in a fix; nil where it stands for several.
  var singleForm: WordForm? { forms.count == 1 ? forms[0] : nil }
}

/// A lemma of a pattern or a fix, with the form asked for: `~inform:past`.
struct InflectedWord: Hashable {
  let lemma: String
  /// Nil for any form.
  let selector: FormSelector?
}

/// A word with all the forms (``WordForm/bit``) that it can be.
struct InflectedForm: Hashable {
  let word: String
  let mask: UInt32
}
