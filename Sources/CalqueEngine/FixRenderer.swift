internal import CalqueFindings
internal import CalqueRules
internal import CalqueText

/// Hashes that stand for an opening and a closing mark of any kind in an alignment.
private let openingQuote: UInt64 = 0x201C
private let closingQuote: UInt64 = 0x201D

/// Turns a fix of a rule into edits of the place where the rule matched.
///
/// Words that the fix keeps are left as they stand, with the marks around them: matched tokens and
/// pieces of the fix are aligned, and only what differs is edited. So `“narrow” coordination` keeps
/// its quotation marks when `narrow` becomes `close`.
struct FixRenderer {
  private let article: Article

  private var program: RuleProgram { article.program }

  init(_ article: Article) {
    self.article = article
  }

  /// Returns the fix for a match reported at a range; nil where a word has no such form or nothing
  /// would change.
  func fix(_ template: FixTemplate, for match: Match, in range: TextRange) -> Fix? {
    guard let target = pieces(of: template, for: match) else { return nil }
    let source = match.report.filter {
      article.tokens[$0].kind != .quote || target.contains(where: \.isQuote)
    }
    var edits: [Edit] = []
    var losesMark = false
    let builder = EditBuilder(article, source: source, keepsCase: template.keepsCase == 1)
    // Where a fix is only about capitals, its words are compared as written.
    let old = source.map { token -> UInt64 in
      if let quote = quoteHash(of: token) { return quote }
      return template.keepsCase == 1
        ? Self.exactHash(article.string(article.tokens[token].range)) : article.tokens[token].hash
    }
    let new = target.map {
      template.keepsCase == 1 && !$0.isQuote ? Self.exactHash($0.text) : $0.hash
    }
    for change in Alignment.changes(from: old, to: new) {
      let kept = change.new.upperBound < target.count ? target[change.new.upperBound] : nil
      edits += builder.edits(for: change, to: Array(target[change.new]), before: kept)
      losesMark = losesMark || builder.losesMark(change)
    }
    guard !edits.isEmpty else { return nil }
    let isSafe = template.isSafe == 1 && !losesMark
    return Fix(summary: summary(edits, range), edits: edits, safety: isSafe ? .safe : .review)
  }

  private static func exactHash(_ text: String) -> UInt64 {
    WordHash.of(folded: text.utf8)
  }

  /// A word or mark of the mended text.
  struct Piece {
    let text: String
    let spaceBefore: Bool
    /// Hash of the word, or scalar of the mark, as a token has it.
    let hash: UInt64

    /// Whether the piece is a quotation mark, as the rule writes it.
    var isQuote: Bool { hash == openingQuote || hash == closingQuote }
  }

  private func pieces(of template: FixTemplate, for match: Match) -> [Piece]? {
    var result: [Piece] = []
    for piece in program.fixPieces[template.pieces.indices] {
      let spaceBefore = piece.spaceBefore == 1
      switch FixPiece.Kind(rawValue: piece.kind) {
      case .literal:
        let text = program.string(piece.value)
        result.append(quote(text, spaceBefore, match) ?? literal(text, spaceBefore))
      case .capture:
        guard let capture = match.capture(Int(piece.value)) else { continue }
        result += captured(capture, spaceBefore)
      case .inflected:
        guard let word = match.inflectedWord(Int(piece.detail)),
          let text = inflected(paradigm: piece.value, like: word)
        else { return nil }
        result.append(literal(text, spaceBefore))
      case .form:
        let text = form(Int(piece.detail), of: piece.value)
        guard !text.isEmpty else { return nil }
        result.append(literal(text, spaceBefore))
      case nil:
        return nil
      }
    }
    return result
  }

  /// Returns a quotation mark of a fix as the text writes its own; nil for any other piece.
  private func quote(_ text: String, _ spaceBefore: Bool, _ match: Match) -> Piece? {
    let hash: UInt64
    switch text {
    case "“": hash = openingQuote
    case "”": hash = closingQuote
    default: return nil
    }
    let written = match.report.first { quoteHash(of: $0) == hash }
    let mark = written.map { article.string(article.tokens[$0].range) } ?? text
    return Piece(text: mark, spaceBefore: spaceBefore, hash: hash)
  }

  /// Returns the hash of the opening or closing mark that a token is; nil for any other token.
  private func quoteHash(of token: Int) -> UInt64? {
    guard let mark = article.document.mark(ofToken: token) else { return nil }
    switch article.document.marks[mark].role {
    case .opening: return openingQuote
    case .closing: return closingQuote
    case .apostrophe, .prime: return nil
    }
  }

  private func literal(_ text: String, _ spaceBefore: Bool) -> Piece {
    let scalars = text.unicodeScalars
    let isMark = scalars.count == 1 && scalars.first.map { !$0.properties.isAlphabetic } ?? false
    let hash = isMark ? scalars.first.map { UInt64($0.value) } : WordHash.of(text)
    return Piece(text: text, spaceBefore: spaceBefore, hash: hash ?? 0)
  }

  private func captured(_ range: Range<Int>, _ spaceBefore: Bool) -> [Piece] {
    range.filter { article.tokens[$0].kind != .quote }.enumerated().map { index, token in
      let isSpaced = index == 0 ? spaceBefore : article.tokens[token].flags.contains(.spaceBefore)
      return Piece(
        text: article.string(article.tokens[token].range), spaceBefore: isSpaced,
        hash: article.tokens[token].hash)
    }
  }

  private func form(_ form: Int, of paradigm: UInt32) -> String {
    let stride = WordForm.allCases.count
    return program.string(program.paradigms[Int(paradigm) * stride + form])
  }

  /// Returns the form of a paradigm that agrees with a matched word.
  ///
  /// A word that can be both past and participle is taken for a participle after a form of be or
  /// have, where the two forms of the replacement may differ: `has informed` → `has shown`.
  private func inflected(paradigm: UInt32, like word: Match.Inflected) -> String? {
    let followsAuxiliary = word.token > 0 && isAuxiliary(article.tokens[word.token - 1].hash)
    let order: [WordForm] =
      followsAuxiliary
      ? [.pastParticiple, .gerund, .past, .thirdPerson, .base, .plural, .singular]
      : [.past, .thirdPerson, .pastParticiple, .gerund, .base, .plural, .singular]
    let rest: [WordForm] = [.comparative, .superlative, .positive]
    for candidate in order + rest where word.forms & candidate.bit != 0 {
      let text = form(candidate.rawValue, of: paradigm)
      if !text.isEmpty { return text }
    }
    return nil
  }

  private static let auxiliaries = WordSet(
    "be am is are was were been being have has had having get gets got")

  private func isAuxiliary(_ hash: UInt64) -> Bool { Self.auxiliaries.contains(hash) }

  /// Says what the reported text becomes, in the words of a menu entry.
  private func summary(_ edits: [Edit], _ reported: TextRange) -> String {
    let range = edits.reduce(reported) { $0.union($1.range) }
    let mended = FixSummary.apply(edits, to: article.document.text, in: range)
    return mended.isEmpty
      ? "remove “\(NestedQuotes.inner(article.string(range)))”"
      : "write “\(NestedQuotes.inner(mended))”"
  }
}

/// The text that edits make of a range.
enum FixSummary {
  /// Returns the text of a range after the edits inside it, white space at its edges apart.
  static func apply(_ edits: [Edit], to text: [UInt8], in range: TextRange) -> String {
    var result: [UInt8] = []
    var position = range.start
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      result += text[Int(position)..<Int(edit.range.start)]
      result += edit.replacement.utf8
      position = edit.range.end
    }
    result += text[Int(position)..<Int(range.end)]
    let first = result.firstIndex { $0 > 0x20 } ?? result.endIndex
    let last = result.lastIndex { $0 > 0x20 } ?? first - 1
    return String(decoding: result[first..<last + 1], as: UTF8.self)
  }
}
