import CalqueFormats
import CalqueMarkdown
import CalqueTesting
import CalqueText
import Testing

@Suite("Markup of random texts")
struct MarkupPropertyTests {
  @Test(
    "HTML gives back the text, each character from its place", arguments: 0..<300 as Range<UInt64>)
  func html(seed: UInt64) throws {
    var generator = MarkupGenerator(seed: seed)
    generator.makeHTML()
    try check(generator, HTMLText(), seed)
  }

  @Test(
    "Markdown gives back the text, each character from its place",
    arguments: 0..<300 as Range<UInt64>)
  func markdown(seed: UInt64) throws {
    var generator = MarkupGenerator(seed: seed)
    generator.makeMarkdown()
    try check(generator, MarkdownText(), seed)
  }

  @Test(
    "JSON gives back the text, each character from its place", arguments: 0..<300 as Range<UInt64>)
  func json(seed: UInt64) throws {
    var generator = MarkupGenerator(seed: seed)
    generator.makeJSON()
    try check(generator, JSONText(), seed)
  }

  private func check(
    _ generator: MarkupGenerator, _ format: some TextFormat, _ seed: UInt64
  ) throws {
    let extraction = try Extraction(generator.bytes, as: format)
    let markup = String(decoding: generator.bytes, as: UTF8.self)
    #expect(extraction.faults == [], "seed \(seed): \(markup)")
    let found = extraction.articles.flatMap { article in
      article.blocks.map { Self.units(of: $0, in: article) }
    }
    #expect((found == generator.blocks) as Bool, "seed \(seed): \(markup)")
  }

  /// The scalars of a block with the bytes that they come from.
  private static func units(
    of block: Block, in article: ExtractedText
  ) -> [MarkupGenerator.Unit] {
    var start = block.range.start
    let text = String(decoding: article.text[block.range.indices], as: UTF8.self)
    return text.unicodeScalars.map { scalar in
      let range = TextRange(start, start + UInt32(String(scalar).utf8.count))
      start = range.end
      return MarkupGenerator.Unit(
        scalar: scalar, range: article.offsets.source(of: range).indices)
    }
  }
}
