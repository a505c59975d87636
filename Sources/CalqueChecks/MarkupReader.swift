internal import CalqueEngine
internal import CalqueText

/// Recognises what is left of markup and templates in the tokens of a block.
struct MarkupReader {
  /// What a piece of residue once was.
  enum Kind: String, CaseIterable {
    case tag, attribute, shortcode, placeholder, asterisks
  }

  /// A piece of residue.
  struct Piece {
    let kind: Kind
    let tokens: Range<Int>
  }

  /// Tokens between two brackets, at most.
  private static let longestTag = 60
  private static let longestPlaceholder = 8

  private let tags: WordList
  private let attributes: WordList
  private let shortcodes: WordList
  private let placeholders: WordList
  private let scripts: WordList

  init(_ lexicon: Lexicon) {
    tags = lexicon.list("tag-name")
    attributes = lexicon.list("attribute-name")
    shortcodes = lexicon.list("shortcode-name")
    placeholders = lexicon.list("placeholder-name")
    scripts = lexicon.list("script-code")
  }

  /// Tells whether a mark may be one of residue: most are percent signs behind their number.
  func mayBeResidue(_ mark: Token) -> Bool {
    !mark.isMark("%") || mark.flags.contains(.spaceBefore)
  }

  /// Returns the piece that starts at a mark, or has it inside, in a run of tokens.
  func piece(at index: Int, in range: Range<Int>, _ article: Article) -> Piece? {
    let mark = article.tokens[index]
    guard mark.kind == .symbol || mark.kind == .punctuation, mark.hash < 0x80 else { return nil }
    let end = range.upperBound
    switch UInt8(truncatingIfNeeded: mark.hash) {
    case 0x3C: return tag(at: index, end, article)
    case 0x3D: return attribute(at: index, in: range, article)
    case 0x5B: return shortcode(at: index, end, article)
    case 0x7B: return template(at: index, end, article)
    case 0x25: return format(at: index, end, article)
    case 0x5F: return underscores(at: index, in: range, article)
    case 0x2A: return asterisks(at: index, in: range, article)
    default: return nil
    }
  }

  private func tag(at index: Int, _ end: Int, _ article: Article) -> Piece? {
    let name = isTight("/", index + 1, end, article) ? index + 2 : index + 1
    guard name < end, !article.tokens[name].flags.contains(.spaceBefore) else { return nil }
    if isLanguageToken(name, article), isTight(">", name + 1, end, article) {
      return Piece(kind: .placeholder, tokens: index..<name + 2)
    }
    guard article.token(name, isIn: tags) else { return nil }
    return closing(">", from: name + 1, within: Self.longestTag, end, article).map {
      Piece(kind: .tag, tokens: index..<$0)
    }
  }

  /// Tells whether a word tells an engine the language to write: `2en`.
  private func isLanguageToken(_ index: Int, _ article: Article) -> Bool {
    let word = article.document.text[article.tokens[index].range.indices]
    return word.count == 3 && word.first == 0x32
      && word.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
  }

  private func attribute(at index: Int, in range: Range<Int>, _ article: Article) -> Piece? {
    guard index > range.lowerBound, index + 1 < range.upperBound,
      article.token(index - 1, isIn: attributes), article.tokens[index + 1].kind == .quote,
      !article.tokens[index].flags.contains(.spaceBefore)
    else { return nil }
    let close = (index + 2..<range.upperBound).prefix(Self.longestTag).first {
      article.tokens[$0].kind == .quote
    }
    return Piece(kind: .attribute, tokens: index - 1..<(close ?? index + 1) + 1)
  }

  private func shortcode(at index: Int, _ end: Int, _ article: Article) -> Piece? {
    let isClosing = isTight("/", index + 1, end, article)
    let name = isClosing ? index + 2 : index + 1
    guard name < end, !article.tokens[name].flags.contains(.spaceBefore),
      let close = closing("]", from: name + 1, within: Self.longestTag, end, article)
    else { return nil }
    if article.token(name, isIn: shortcodes),
      isClosing || (name..<close).contains(where: { isSign($0, article) })
    {
      return Piece(kind: .shortcode, tokens: index..<close)
    }
    let isPlaceholder =
      article.tokens[name].flags.contains(.allCapitals) && article.token(name, isIn: placeholders)
    return isPlaceholder && close - index <= Self.longestPlaceholder
      ? Piece(kind: .placeholder, tokens: index..<close) : nil
  }

  /// Tells whether a token is one of the signs of a shortcode's settings.
  private func isSign(_ index: Int, _ article: Article) -> Bool {
    article.tokens[index].isMark("_") || article.tokens[index].isMark("=")
  }

  /// `{0}`, `{name}`, `{first_name}` and whatever stands in `{{ }}` or `{% %}`; a set and a remark,
  /// as in `{1, 2}` and `{laughs}`, are text.
  private func template(at index: Int, _ end: Int, _ article: Article) -> Piece? {
    guard
      var close = closing("}", from: index + 1, within: Self.longestPlaceholder, end, article),
      isTight("{", index + 1, end, article) || isTight("%", index + 1, end, article)
        || isPlaceholder(index + 1..<close - 1, article)
    else { return nil }
    while close < end, article.tokens[close].isMark("}") { close += 1 }
    return Piece(kind: .placeholder, tokens: index..<close)
  }

  /// Tells whether what stands between brackets is a number, a name that templates use, or one with
  /// underscores.
  private func isPlaceholder(_ tokens: Range<Int>, _ article: Article) -> Bool {
    guard tokens.count == 1 else { return tokens.contains { article.tokens[$0].isMark("_") } }
    return article.tokens[tokens.lowerBound].kind == .number
      || article.token(tokens.lowerBound, isIn: placeholders)
  }

  /// `%s` and `%d` by themselves.
  private func format(at index: Int, _ end: Int, _ article: Article) -> Piece? {
    guard index + 1 < end, article.tokens[index].flags.contains(.spaceBefore),
      !article.tokens[index + 1].flags.contains(.spaceBefore)
    else { return nil }
    let name = article.tokens[index + 1]
    let isName = name.kind == .word && name.end - name.start == 1
    guard isName, [0x73, 0x64].contains(article.document.text[Int(name.start)]) else { return nil }
    return Piece(kind: .placeholder, tokens: index..<index + 2)
  }

  /// `__PH0__` and `eng_Latn`.
  private func underscores(at index: Int, in range: Range<Int>, _ article: Article) -> Piece? {
    let end = range.upperBound
    if isTight("_", index + 1, end, article), index + 2 < end,
      article.tokens[index + 2].kind == .word,
      article.tokens[index + 2].flags.isDisjoint(with: .spaceBefore),
      isTight("_", index + 3, end, article), isTight("_", index + 4, end, article)
    {
      return Piece(kind: .placeholder, tokens: index..<index + 5)
    }
    guard index > range.lowerBound, index + 1 < end, article.token(index + 1, isIn: scripts),
      article.tokens[index - 1].kind == .word,
      article.tokens[index - 1].end - article.tokens[index - 1].start == 3
    else { return nil }
    return Piece(kind: .placeholder, tokens: index - 1..<index + 2)
  }

  /// Three asterisks and more beside words, as around the name of a product.
  private func asterisks(at index: Int, in range: Range<Int>, _ article: Article) -> Piece? {
    let isFirst = index == range.lowerBound || !article.tokens[index - 1].isMark("*")
    guard isFirst else { return nil }
    let end =
      (index..<range.upperBound).first { !article.tokens[$0].isMark("*") } ?? range.upperBound
    // A line of nothing but asterisks parts two sections.
    guard end - index >= 3, index..<end != range else { return nil }
    let isInsideWord =
      index > range.lowerBound && !article.tokens[index].flags.contains(.spaceBefore)
      && article.tokens[index - 1].kind == .word
    return isInsideWord ? nil : Piece(kind: .asterisks, tokens: index..<end)
  }

  private func isTight(_ mark: Unicode.Scalar, _ index: Int, _ end: Int, _ article: Article) -> Bool
  {
    index < end && article.tokens[index].isMark(mark)
      && !article.tokens[index].flags.contains(.spaceBefore)
  }

  /// Returns the index after the next such mark, if one is near.
  private func closing(
    _ mark: Unicode.Scalar, from start: Int, within limit: Int, _ end: Int, _ article: Article
  ) -> Int? {
    guard start < end else { return nil }
    return (start..<min(end, start + limit)).first { article.tokens[$0].isMark(mark) }.map {
      $0 + 1
    }
  }
}
