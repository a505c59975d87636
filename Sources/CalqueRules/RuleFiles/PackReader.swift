internal import CalqueText

/// What a folder of rules says of itself in its `pack.yml`.
struct PackDefinition {
  /// A sign of the source language.
  struct Sign {
    /// Thousandths: one thousand is enough to be sure.
    let weight: UInt32
    /// Thousandths that all its wordings make together at most.
    let most: UInt32
    /// Patterns of which any is the sign.
    let patterns: [LocatedText]
  }

  let name: String
  var path = ""
  var language = ""
  var title: String
  var signs: [Sign] = []

  /// Describes a folder without `pack.yml`: a pack for every article.
  init(name: String) {
    self.name = name
    title = name.prefix(1).uppercased() + name.dropFirst()
  }
}

/// Reads a `pack.yml`.
enum PackReader {
  /// Returns the description of the pack `name`; what is broken in it is left out.
  static func read(
    _ source: RuleSource, name: String, log: inout ProblemLog
  ) -> PackDefinition {
    var pack = PackDefinition(name: name)
    pack.path = source.path
    let mapping = MappingReader(
      YAMLReader.mapping(of: source, log: &log), at: TextRange(0, 0), of: "pack",
      in: source.path, keys: ["language", "title", "evidence"], log: &log)
    if let language = mapping.text("language", log: &log) {
      let isCode =
        language.text.utf8.count == 2
        && language.text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      if isCode {
        pack.language = language.text
      } else {
        let message = "“\(language.text)” is no language code; write two small letters, “es”"
        log.report(.unknownValue, message, at: language.range, in: source.path)
      }
    }
    if let title = mapping.text("title", log: &log) { pack.title = title.text }
    for item in mapping.items("evidence") {
      if let sign = sign(item, path: source.path, log: &log) { pack.signs.append(sign) }
    }
    if pack.language.isEmpty, let evidence = mapping.value("evidence") {
      let message = "signs of which language? add “language” with its code"
      log.report(.missingKey, message, at: evidence.range, in: source.path)
    }
    return pack
  }

  private static func sign(
    _ value: YAMLValue, path: String, log: inout ProblemLog
  ) -> PackDefinition.Sign? {
    guard case .mapping(let pairs, let range) = value else {
      let message = "“evidence” takes a list of “weight” and “patterns”; here is \(value.kindName)"
      log.report(.wrongType, message, at: value.range, in: path)
      return nil
    }
    let mapping = MappingReader(
      pairs, at: range, of: "sign", in: path, keys: ["weight", "most", "patterns"], log: &log)
    let patterns = mapping.texts("patterns", log: &log)
    guard !patterns.isEmpty else {
      mapping.reportMissing("patterns", log: &log)
      return nil
    }
    guard let weight = mapping.requiredText("weight", log: &log),
      let thousandths = Self.thousandths(weight, in: path, log: &log)
    else { return nil }
    guard let limit = mapping.text("most", log: &log) else {
      return PackDefinition.Sign(weight: thousandths, most: .max, patterns: patterns)
    }
    guard let most = Self.thousandths(limit, in: path, log: &log) else { return nil }
    return PackDefinition.Sign(weight: thousandths, most: most, patterns: patterns)
  }

  private static func thousandths(
    _ text: LocatedText, in path: String, log: inout ProblemLog
  ) -> UInt32? {
    guard let number = Double(text.text), number > 0, number <= 1 else {
      let message = "“\(text.text)” is no weight; write a number above 0 and up to 1"
      log.report(.unknownValue, message, at: text.range, in: path)
      return nil
    }
    return UInt32((number * 1000).rounded())
  }
}
