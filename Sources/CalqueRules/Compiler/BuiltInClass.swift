/// A class of words that the program knows by their look, `<number>`, rather than from a list.
enum BuiltInClass: String, CaseIterable {
  /// A number in digits, or a word of the list `number-words` where the lexicon has one.
  case number
  case year
  case capitalized
  case lowercase
  case acronym
  case word
  /// One to four capitalised words, with particles such as `de la` between them.
  case name

  /// Greatest number of capitalised words of a name.
  static let longestName = 4
  /// Greatest number of particles between two of them.
  static let mostParticles = 2
  /// Name of the lexicon list of particles, made from ``particles`` where no file has it.
  static let particleList = "name-particle"
  /// Small words inside names of the source languages and of languages that news is full of.
  static let particles = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn",
    "la", "las", "le", "los", "ten", "van", "von", "y", "zu",
  ]
  /// Name of the lexicon list that `number` takes in.
  static let numberList = "number-words"

  /// The shape of the class's one token; nil for a name, which has several.
  var shape: TokenShape? {
    switch self {
    case .number: .digits
    case .year: .year
    case .capitalized: .capitalized
    case .lowercase: .lowercase
    case .acronym: .acronym
    case .word: .word
    case .name: nil
    }
  }
}
