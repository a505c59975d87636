internal import CalqueFindings
internal import CalqueText

/// Turns JSON values into plain ones, and notes what has the wrong type or value.
///
/// Every method returns nil, or leaves an element out, where it has noted a problem.
struct ConfigurationValues {
  private(set) var problems: [Finding] = []

  mutating func report(_ fault: ConfigurationFault, _ range: TextRange, _ message: String) {
    problems.append(fault.finding(at: range, message))
  }

  /// Notes that a value is not what its key takes: `“notes” takes true or false, not a string`.
  mutating func reportType(of value: JSONValue, _ key: String, takes expected: String) {
    report(.wrongType, value.range, "“\(key)” takes \(expected), not \(value.kind)")
  }

  /// Notes a key that does not exist, with the nearest that does.
  mutating func reportUnknown(_ member: JSONValue.Member, known: [String], in place: String) {
    let hint = Suggestion.nearest(to: member.key, among: known)
    let ending = hint.map { "did you mean “\($0)”?" } ?? "it has " + Self.listed(known)
    report(.unknownKey, member.keyRange, "\(place) has no key “\(member.key)”; \(ending)")
  }

  mutating func boolean(_ value: JSONValue, _ key: String) -> Bool? {
    if case .boolean(let boolean) = value.content { return boolean }
    reportType(of: value, key, takes: "true or false")
    return nil
  }

  mutating func string(_ value: JSONValue, _ key: String) -> String? {
    if case .string(let string) = value.content { return string }
    reportType(of: value, key, takes: "a string")
    return nil
  }

  /// Reads a whole number that is not negative.
  mutating func count(_ value: JSONValue, _ key: String) -> Int? {
    guard case .number(let text) = value.content else {
      reportType(of: value, key, takes: "a whole number")
      return nil
    }
    if let count = Int(text), count >= 0 { return count }
    report(.wrongValue, value.range, "“\(key)” takes a whole number from 0 up, not \(text)")
    return nil
  }

  /// Reads a list of strings, each with its place.
  mutating func strings(
    _ value: JSONValue, _ key: String
  ) -> [(text: String, range: TextRange)] {
    guard case .array(let elements) = value.content else {
      reportType(of: value, key, takes: "a list of strings")
      return []
    }
    return elements.compactMap { element in
      if case .string(let text) = element.content { return (text, element.range) }
      reportType(of: element, key, takes: "a list of strings only")
      return nil
    }
  }

  mutating func members(_ value: JSONValue, _ key: String) -> [JSONValue.Member] {
    if case .object(let members) = value.content { return members }
    reportType(of: value, key, takes: "an object")
    return []
  }

  /// Reads one of the names of a closed set.
  mutating func choice<Choice>(_ value: JSONValue, _ key: String, of _: Choice.Type) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let name = string(value, key) else { return nil }
    if let choice = Choice(rawValue: name) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let hint = Suggestion.nearest(to: name, among: known)
    let ending = hint.map { "did you mean “\($0)”?" } ?? "it takes " + Self.listed(known)
    report(.wrongValue, value.range, "“\(key)” cannot be “\(name)”; \(ending)")
    return nil
  }

  mutating func pathGlobs(_ value: JSONValue, _ key: String) -> [PathGlob] {
    strings(value, key).compactMap { text, range in
      do throws(GlobError) {
        return try PathGlob(text)
      } catch {
        report(.wrongValue, range, error.description)
        return nil
      }
    }
  }

  mutating func ruleGlob(_ text: String, at range: TextRange) -> RuleGlob? {
    do throws(GlobError) {
      return try RuleGlob(text)
    } catch {
      report(.wrongValue, range, error.description)
      return nil
    }
  }

  private static func listed(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }
}
