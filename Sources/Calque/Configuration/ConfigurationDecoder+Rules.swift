internal import CalqueFindings
internal import CalqueText

/// The rules with their levels and options.
extension ConfigurationDecoder {
  mutating func decodeRules(
    _ value: JSONValue, into settings: inout ConfigurationSettings
  ) {
    for member in values.members(value, ConfigurationKey.rules.rawValue) {
      guard let glob = values.ruleGlob(member.key, at: member.keyRange) else { continue }
      file.mentions.append(RuleMention(kind: .rules(glob), range: member.keyRange))
      switch member.value.content {
      case .string:
        decodeLevel(member.value, member.key, glob, into: &settings)
      case .object(let members):
        decodeRule(members, glob, into: &settings)
      case .null, .boolean, .number, .array:
        values.reportType(
          of: member.value, member.key, takes: "a level such as \"warning\", or an object")
      }
    }
  }

  private mutating func decodeLevel(
    _ value: JSONValue, _ name: String, _ glob: RuleGlob,
    into settings: inout ConfigurationSettings
  ) {
    guard let level = values.choice(value, name, of: RuleLevel.self) else { return }
    settings.levels.append(Configuration.LevelSetting(rules: glob, level: level))
  }

  private mutating func decodeRule(
    _ members: [JSONValue.Member], _ glob: RuleGlob, into settings: inout ConfigurationSettings
  ) {
    for member in members {
      switch RuleSettingKey(rawValue: member.key) {
      case .level:
        decodeLevel(member.value, member.key, glob, into: &settings)
      case .options:
        guard glob.isExact else {
          let message = "options belong to one rule; write its id in the place of “\(glob.text)”"
          values.report(.wrongValue, member.keyRange, message)
          continue
        }
        let rule = RuleID(glob.text)
        settings.options[rule, default: [:]]
          .merge(options(member.value, of: rule)) { _, new in new }
      case nil:
        values.reportUnknown(
          member, known: RuleSettingKey.allCases.map(\.rawValue), in: "a rule")
      }
    }
  }

  private mutating func options(_ value: JSONValue, of rule: RuleID) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for member in values.members(value, RuleSettingKey.options.rawValue) {
      var list: TextRange?
      var elements = [member.value]
      if case .array(let items) = member.value.content {
        elements = items
        list = member.value.range
      }
      let found = elements.compactMap { option($0, member.key) }
      // A value that is wrong in any option has been noted.
      guard found.count == elements.count else { continue }
      result[member.key] = found.map(\.text)
      file.optionMentions.append(
        OptionMention(
          rule: rule, option: member.key, range: member.keyRange, values: found, list: list))
    }
    return result
  }

  /// Reads one value of an option; a check gets numbers and truth values as they are written.
  private mutating func option(_ value: JSONValue, _ key: String) -> OptionMention.Value? {
    let text: String
    switch value.content {
    case .string(let string), .number(let string): text = string
    case .boolean(let boolean): text = String(boolean)
    case .null, .array, .object:
      values.reportType(of: value, key, takes: "a string, a number, true, false or a list of these")
      return nil
    }
    return OptionMention.Value(text: text, kind: value.kind, range: value.range)
  }
}
