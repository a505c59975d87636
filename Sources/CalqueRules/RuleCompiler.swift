internal import CalqueFindings
internal import CalqueText

/// What has become of files of rules.
public struct RuleCompilation: Sendable {
  /// The rules that are sound.
  public let program: RuleProgram
  /// What is wrong with the others, sorted by path and place.
  public let problems: [RuleProblem]
}

/// Compiles files of rules to one program.
public enum RuleCompiler {
  /// Most instructions of a program; jumps have 24 bits for where they go.
  private static let largestProgram = 1 << 23

  /// Compiles rules, packs and word lists; a broken rule is left out and reported.
  ///
  /// A file is `PACK/NAME.yml`, a list of rules; `PACK/pack.yml` describes the pack;
  /// `lexicon/NAME.yml` holds word lists. The result does not depend on the order of the files.
  ///
  /// - Parameters:
  ///   - files: The files, with paths under the folder of packs.
  ///   - base: A program whose word lists the rules may use; a list of the files of the same name
  ///     stands in its place. Rules may need the languages of its packs.
  ///   - checks: The checks that rules may name; nil where they are not known.
  /// - Returns: The program and what is wrong with the rules that are not in it.
  public static func compile(
    _ files: [RuleSource], lexicon base: RuleProgram? = nil, checks: [CheckDescription]? = nil
  ) -> RuleCompilation {
    var log = ProblemLog()
    let folders = RuleFolders(files, log: &log)
    let lexicon = Lexicon(folders.lexicon, base: base, log: &log)
    let packs = folders.packs(log: &log)
    let rules = folders.rules(log: &log)
    let languages = Set(packs.map(\.language) + (base?.languages ?? [])).filter { !$0.isEmpty }
    let checker = RuleChecker(lexicon: lexicon, checks: checks, languages: languages.sorted())
    var emitter = RuleEmitter(lexicon: lexicon, packs: packs)
    for pack in packs where !pack.language.isEmpty {
      for sign in pack.signs {
        let patterns = sign.patterns.compactMap {
          checker.pattern($0, isAnchored: true, path: pack.path, log: &log)
        }
        emitter.add(sign, patterns, pack: pack.name)
      }
    }
    let languagePacks = Set(packs.filter { !$0.language.isEmpty }.map(\.name))
    for rule in rules {
      let isForLanguage = languagePacks.contains(rule.pack)
      guard let checked = checker.check(rule, isForLanguage: isForLanguage, log: &log) else {
        continue
      }
      guard emitter.codeSize < largestProgram else {
        let message = "the rules before this one fill a program; take some of them away"
        log.report(.pattern, message, at: rule.id.range, in: rule.path)
        continue
      }
      emitter.add(checked)
    }
    return RuleCompilation(program: emitter.finished(), problems: log.problems.sorted())
  }
}

/// The files of a compilation, sorted by what they hold.
private struct RuleFolders {
  private(set) var lexicon: [RuleSource] = []
  private var descriptions: [(pack: String, source: RuleSource)] = []
  private var files: [(pack: String, source: RuleSource)] = []

  init(_ sources: [RuleSource], log: inout ProblemLog) {
    for source in sources.sorted(by: { $0.path < $1.path }) {
      let parts = source.path.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count >= 2, KebabCase.isValid(String(parts[0])) else {
        let message =
          "the path “\(source.path)” names no pack; put the file in a folder named with small "
          + "letters, digits and hyphens"
        log.report(.path, message, at: TextRange(0, 0), in: source.path)
        continue
      }
      let pack = String(parts[0])
      if pack == "lexicon" {
        lexicon.append(source)
      } else if parts.count == 2, parts[1] == "pack.yml" {
        descriptions.append((pack, source))
      } else {
        files.append((pack, source))
      }
    }
  }

  /// Reads what the packs say of themselves, sorted by name.
  func packs(log: inout ProblemLog) -> [PackDefinition] {
    var packs: [String: PackDefinition] = [:]
    for file in files { packs[file.pack] = PackDefinition(name: file.pack) }
    for (pack, source) in descriptions {
      packs[pack] = PackReader.read(source, name: pack, log: &log)
    }
    return packs.keys.sorted().compactMap { packs[$0] }
  }

  /// Reads all rules, sorted by id.
  func rules(log: inout ProblemLog) -> [RuleDefinition] {
    var rules: [String: RuleDefinition] = [:]
    for (pack, source) in files {
      for item in YAMLReader.items(of: source, log: &log) {
        guard let rule = RuleReader.read(item, pack: pack, path: source.path, log: &log) else {
          continue
        }
        if let first = rules[rule.fullID] {
          let message = "“\(rule.fullID)” is the id of another rule, in \(first.path); rename one"
          log.report(.ruleID, message, at: rule.id.range, in: rule.path)
        } else {
          rules[rule.fullID] = rule
        }
      }
    }
    return rules.keys.sorted().compactMap { rules[$0] }
  }
}
