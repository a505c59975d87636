internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Reads a configuration out of JSON values.
struct ConfigurationDecoder {
  var file = ConfigurationFile()
  var values = ConfigurationValues()

  mutating func decode(_ value: JSONValue) {
    for member in values.members(value, ConfigurationFile.name) {
      guard let key = ConfigurationKey(rawValue: member.key) else {
        values.reportUnknown(
          member, known: ConfigurationKey.allCases.map(\.rawValue), in: "the configuration")
        continue
      }
      decode(member.value, for: key)
    }
  }

  private mutating func decode(_ value: JSONValue, for key: ConfigurationKey) {
    let name = key.rawValue
    switch key {
    case .schema: _ = values.string(value, name)
    case .extends:
      file.baseReference = values.string(value, name)
        .map { ConfigurationFile.PathReference(path: $0, range: value.range) }
    case .include: file.include = values.pathGlobs(value, name)
    case .exclude: file.exclude = values.pathGlobs(value, name)
    case .ruleFolders:
      file.ruleFolderReferences = values.strings(value, name).map {
        ConfigurationFile.PathReference(path: $0.text, range: $0.range)
      }
    case .maxWarnings: file.maxWarnings = values.count(value, name)
    case .columnUnit:
      file.columnUnit = values.choice(value, name, of: LineMap.ColumnUnit.self)
    case .overrides: decodeOverrides(value)
    case .from, .packs, .rules, .notes, .vocabulary, .failOn:
      // Beside the settings the place of every name is noted in `file`.
      var settings = file.settings
      decode(value, for: key, into: &settings)
      file.settings = settings
    }
  }

  private mutating func decode(
    _ value: JSONValue, for key: ConfigurationKey, into settings: inout ConfigurationSettings
  ) {
    let name = key.rawValue
    switch key {
    case .from: settings.from = languages(value)
    case .packs: settings.packs = packs(value)
    case .rules: decodeRules(value, into: &settings)
    case .notes: settings.showsNotes = values.boolean(value, name)
    case .vocabulary: settings.vocabulary = values.strings(value, name).map(\.text)
    case .failOn: settings.failOn = values.choice(value, name, of: FailOn.self)
    case .schema, .extends, .include, .exclude, .overrides, .ruleFolders, .maxWarnings,
      .columnUnit:
      break
    }
  }

  private mutating func decodeOverrides(_ value: JSONValue) {
    let name = ConfigurationKey.overrides.rawValue
    guard case .array(let elements) = value.content else {
      return values.reportType(of: value, name, takes: "a list of objects")
    }
    for element in elements {
      guard case .object(let members) = element.content else {
        values.reportType(of: element, name, takes: "a list of objects")
        continue
      }
      decodeOverride(members, at: element.range)
    }
  }

  private mutating func decodeOverride(_ members: [JSONValue.Member], at range: TextRange) {
    var override = ConfigurationFile.Override()
    for member in members {
      if member.key == ConfigurationKey.files {
        override.files = values.pathGlobs(member.value, member.key)
      } else if let key = ConfigurationKey(rawValue: member.key) {
        guard ConfigurationKey.overriding.contains(key) else {
          let message = "“\(member.key)” cannot differ by file; move it out of “overrides”"
          values.report(.unknownKey, member.keyRange, message)
          continue
        }
        decode(member.value, for: key, into: &override.settings)
      } else {
        let known = [ConfigurationKey.files] + ConfigurationKey.overriding.map(\.rawValue)
        values.reportUnknown(member, known: known, in: "an override")
      }
    }
    if !members.contains(where: { $0.key == ConfigurationKey.files }) {
      let message = "the override has no “files”; say which it is for: \"files\": [\"drafts/**\"]"
      values.report(.wrongValue, TextRange(range.start, range.start + 1), message)
    }
    file.overrides.append(override)
  }
}

// MARK: - Languages and packs

extension ConfigurationDecoder {
  private mutating func languages(_ value: JSONValue) -> SourceLanguages? {
    let key = ConfigurationKey.from.rawValue
    switch value.content {
    case .string("auto"): return .automatic
    case .string("none"): return SourceLanguages.none
    case .string(let name):
      let message = "“\(key)” takes \"auto\", \"none\" or a list of languages; write [\"\(name)\"]"
      values.report(.wrongValue, value.range, message)
      return nil
    case .array:
      let codes = values.strings(value, key)
      file.mentions += codes.map { RuleMention(kind: .language($0.text), range: $0.range) }
      return .named(codes.map(\.text))
    case .null, .boolean, .number, .object:
      values.reportType(of: value, key, takes: "\"auto\", \"none\" or a list of languages")
      return nil
    }
  }

  private mutating func packs(_ value: JSONValue) -> PackChoice? {
    let entries = values.strings(value, ConfigurationKey.packs.rawValue)
    var named: [String] = []
    var excluded: [String] = []
    for (text, range) in entries {
      let isExcluded = text.unicodeScalars.first == "!"
      let name = isExcluded ? String(text.unicodeScalars.dropFirst()) : text
      file.mentions.append(RuleMention(kind: .pack(name), range: range))
      if isExcluded { excluded.append(name) } else { named.append(name) }
    }
    guard named.isEmpty || excluded.isEmpty else {
      let message = "“packs” lists either those that are on or, with “!”, those that are off"
      values.report(.wrongValue, value.range, message)
      return nil
    }
    return excluded.isEmpty ? .only(named) : .allBut(excluded)
  }
}
