internal import CalqueFindings
internal import CalqueText

/// The pairs of one mapping, looked up by key; whatever is amiss becomes a problem with its place.
struct MappingReader {
  let path: String
  /// Where the mapping starts: the place of a key that is missing.
  let range: TextRange
  /// What the mapping describes: `rule`.
  private let subject: String
  private var values: [String: YAMLValue] = [:]

  /// Takes the pairs of a mapping, and notes keys that are unknown or stand twice.
  init(
    _ pairs: [YAMLPair], at range: TextRange, of subject: String, in path: String,
    keys: [String], log: inout ProblemLog
  ) {
    self.path = path
    self.range = range
    self.subject = subject
    for pair in pairs {
      let key = pair.key.text
      if !keys.contains(key) {
        let suggestion = Suggestion.nearest(to: key, among: keys).map { "did you mean “\($0)”?" }
        let message = "a \(subject) has no key “\(key)”; "
        let known = suggestion ?? "there are \(keys.joined(separator: ", "))"
        log.report(.unknownKey, message + known, at: pair.key.range, in: path)
      } else if values[key] != nil {
        let message = "the key “\(key)” stands here a second time; keep one"
        log.report(.duplicateKey, message, at: pair.key.range, in: path)
      } else {
        values[key] = pair.value
      }
    }
  }

  /// Tells whether the mapping has a key.
  func has(_ key: String) -> Bool { values[key] != nil }

  /// Returns the value of a key as it stands.
  func value(_ key: String) -> YAMLValue? { values[key] }

  /// Returns the text of a key that must be there; nil, with a problem noted, where it is not.
  func requiredText(_ key: String, log: inout ProblemLog) -> LocatedText? {
    guard has(key) else {
      reportMissing(key, log: &log)
      return nil
    }
    return text(key, log: &log)
  }

  /// Returns the text of a key, if it is there.
  func text(_ key: String, log: inout ProblemLog) -> LocatedText? {
    values[key].flatMap { text(of: $0, key: key, log: &log) }
  }

  /// Returns the texts of a key that has one or a list of them.
  func texts(_ key: String, log: inout ProblemLog) -> [LocatedText] {
    items(key).compactMap { text(of: $0, key: key, log: &log) }
  }

  /// Returns the values of a key that has one or a list of them.
  func items(_ key: String) -> [YAMLValue] {
    switch values[key] {
    case .sequence(let items, _): items
    case .some(let value): [value]
    case nil: []
    }
  }

  /// Returns the one of `choices` that a key names.
  func choice(_ key: String, among choices: [String], log: inout ProblemLog) -> String? {
    guard let text = text(key, log: &log) else { return nil }
    return Self.check(text, of: key, among: choices, path: path, log: &log) ? text.text : nil
  }

  /// Notes a text that is none of `choices`.
  static func check(
    _ text: LocatedText, of key: String, among choices: [String], path: String,
    log: inout ProblemLog
  ) -> Bool {
    guard !choices.contains(text.text) else { return true }
    let suggestion =
      Suggestion.nearest(to: text.text, among: choices).map { "did you mean “\($0)”?" }
    let message = "“\(text.text)” is no value of “\(key)”; "
    let all = choices.count == 1 ? "“\(choices[0])”" : "one of \(choices.joined(separator: ", "))"
    let known = suggestion ?? "write \(all)"
    log.report(.unknownValue, message + known, at: text.range, in: path)
    return false
  }

  /// Notes that a key is missing.
  func reportMissing(_ key: String, log: inout ProblemLog) {
    log.report(.missingKey, "the \(subject) has no “\(key)”; add one", at: range, in: path)
  }

  /// Returns a value as a text; nil, with a problem noted, where it is none.
  func text(of value: YAMLValue, key: String, log: inout ProblemLog) -> LocatedText? {
    if case .scalar(let text) = value { return text }
    let message = "“\(key)” takes a text, and here is \(value.kindName)"
    log.report(.wrongType, message, at: value.range, in: path)
    return nil
  }
}
