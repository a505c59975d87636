internal import CalqueFindings

/// Writes checked rules and packs into a program.
struct RuleEmitter {
  private let lexicon: Lexicon
  private let compiler: PatternCompiler
  private let packIndices: [String: UInt32]
  /// Stage of rules that name none, by pack.
  private let stages: [String: String]
  private var builder = ProgramBuilder()

  /// Creates an emitter of a program with these packs, which are sorted by name.
  init(lexicon: Lexicon, packs: [PackDefinition]) {
    self.lexicon = lexicon
    compiler = PatternCompiler(lexicon: lexicon)
    packIndices = Dictionary(
      uniqueKeysWithValues: packs.enumerated().map { ($1.name, UInt32($0)) })
    // What a pack of a source language is about, a translation engine has made.
    stages = Dictionary(
      uniqueKeysWithValues: packs.map { ($0.name, $0.language.isEmpty ? "style" : "translation") })
    builder.addLists(of: lexicon)
    for pack in packs {
      let record = Pack(
        name: builder.string(pack.name), language: builder.string(pack.language),
        title: builder.string(pack.title))
      _ = builder.append([record], to: \.packs)
    }
  }

  /// Returns the finished program.
  consuming func finished() -> RuleProgram { builder.finished(lexicon) }

  /// Number of instructions written so far.
  var codeSize: Int { builder.program.code.count }

  /// Adds a sign of the language of a pack.
  mutating func add(_ sign: PackDefinition.Sign, _ patterns: [CheckedPattern], pack: String) {
    let record = Evidence(
      pack: packIndices[pack, default: 0], weight: sign.weight, most: sign.most)
    let owner = builder.append([record], to: \.evidence).start
    for pattern in patterns { emit(anchored: pattern, .evidence, owner: owner) }
  }

  /// Adds a rule; rules come sorted by id.
  mutating func add(_ checked: CheckedRule) {
    let definition = checked.definition
    let owner = UInt32(builder.program.rules.count)
    var rule = Rule()
    write(definition, to: &rule)
    rule.message = builder.string(checked.message.known)
    rule.neutralMessage = builder.string(checked.message.neutral)
    for pattern in checked.patterns {
      if definition.status == .stable {
        emit(anchored: pattern, .finding, owner: owner)
      } else {
        _ = emit(pattern, .finding, owner: owner)
      }
    }
    rule.exceptions.start = UInt32(builder.program.patterns.count)
    for pattern in checked.exceptions { _ = emit(pattern, .exception, owner: owner) }
    rule.exceptions.end = UInt32(builder.program.patterns.count)
    let firstNeed = UInt32(builder.program.needs.count)
    let needs = zip(definition.needs, zip(checked.probes, firstNeed...)).map { need, probe in
      var record = self.need(need)
      if let pattern = probe.0 { record.anchors = emit(probe: pattern, owner: probe.1) }
      return record
    }
    rule.needs = builder.append(needs, to: \.needs)
    let fixes = zip(definition.fixes, checked.fixes).map { written, parsed in
      FixTemplate(
        pieces: builder.append(parsed.pieces.map { piece($0) }, to: \.fixPieces),
        isSafe: written.isSafe ? 1 : 0, keepsCase: definition.keepsCase ? 1 : 0)
    }
    rule.fixes = builder.append(fixes, to: \.fixes)
    _ = builder.append([rule], to: \.rules)
  }

  private mutating func write(_ definition: RuleDefinition, to rule: inout Rule) {
    rule.id = builder.string(definition.fullID)
    rule.pack = packIndices[definition.pack, default: 0]
    rule.severity =
      switch definition.severity {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    rule.rightCount = UInt32(definition.precision?.right ?? 0)
    rule.readCount = UInt32(definition.precision?.read ?? 0)
    rule.isProof = definition.isProof ? 1 : 0
    rule.why = builder.string(definition.why)
    rule.advice = builder.string(definition.advice)
    rule.category = builder.string(definition.category)
    let stage =
      definition.stage.isEmpty ? stages[definition.pack, default: "style"] : definition.stage
    rule.stage = builder.string(stage)
    rule.original = builder.string(definition.original)
    rule.check = builder.string(definition.check.text)
    // Names and values in turn; the name of a list comes once for each of its values.
    rule.options = builder.strings(
      definition.options.flatMap { option in
        option.values.flatMap { [option.name.text, $0.text] }
      })
    rule.patternTexts = builder.strings(definition.patterns.map(\.text))
    rule.fixTexts = builder.strings(definition.fixes.map(\.text.text))
    rule.needTexts = builder.strings(definition.needs.map(\.written))
    rule.bad = builder.strings(definition.bad)
    rule.good = builder.strings(definition.good)
    rule.formerly = builder.strings(definition.formerly)
    rule.onlyIn = definition.onlyIn
    rule.notIn = definition.notIn
    rule.coversTail = definition.coversTail ? 1 : 0
    rule.status = definition.status.rawValue
  }

  private mutating func need(_ need: RuleDefinition.Need) -> Need {
    switch need.kind {
    case .language(let code):
      Need(kind: Need.Kind.language.rawValue, value: builder.string(code.text))
    case .translated: Need(kind: Need.Kind.translated.rawValue)
    case .seen: Need(kind: Need.Kind.seen.rawValue)
    case .beside: Need(kind: Need.Kind.beside.rawValue)
    case .fixLanguage(let code):
      Need(kind: Need.Kind.fixLanguage.rawValue, value: builder.string(code.text))
    }
  }

  private mutating func piece(_ piece: ParsedFix.Piece) -> FixPiece {
    var record = FixPiece(spaceBefore: piece.hasSpaceBefore ? 1 : 0)
    switch piece.kind {
    case .literal(let text):
      record.kind = FixPiece.Kind.literal.rawValue
      record.value = builder.string(text)
    case .capture(let number):
      record.kind = FixPiece.Kind.capture.rawValue
      record.value = UInt32(number)
    case .agreeing(let lemma, let number):
      record.kind = FixPiece.Kind.inflected.rawValue
      record.value = builder.paradigm(of: lemma, inflector: lexicon.inflector)
      record.detail = UInt32(number)
    case .form(let lemma, let form):
      record.kind = FixPiece.Kind.form.rawValue
      record.value = builder.paradigm(of: lemma, inflector: lexicon.inflector)
      record.detail = UInt32(form.rawValue)
    }
    return record
  }

  private mutating func emit(
    anchored pattern: CheckedPattern, _ role: Pattern.Role, owner: UInt32
  ) {
    let index = emit(pattern, role, owner: owner)
    for place in pattern.anchors {
      let word = builder.word(hash: place.token.hash)
      builder.anchor(Anchor(pattern: index, reach: place.reach), at: word)
    }
  }

  /// Returns where a probe may match, for it is looked for once its rule has matched.
  private mutating func emit(probe: CheckedPattern, owner: UInt32) -> Span32 {
    let index = emit(probe, .probe, owner: owner)
    let anchors = probe.anchors.map { ProbeAnchor($0.token.hash, pattern: index, $0.reach) }
    return builder.append(anchors, to: \.probeAnchors)
  }

  /// Adds a pattern that nothing finds yet, and returns its index.
  private mutating func emit(
    _ pattern: CheckedPattern, _ role: Pattern.Role, owner: UInt32
  ) -> UInt32 {
    var record = compiler.compile(pattern.parsed, into: &builder)
    record.role = role.rawValue
    record.owner = owner
    return builder.append([record], to: \.patterns).start
  }
}
