import CalqueFormats
import CalqueText
import Testing

@Suite("Plain text")
struct PlainTextTests {
  private static let paragraph =
    "The council of the port voted on Tuesday to close the old pier until the spring."

  @Test("Head, body and tail of an article are told apart")
  func layout() throws {
    let text = """
      regional news

      Council votes to close the old pier

      By Ana Vega

      \(Self.paragraph)

      What happens next

      - The pier closes on Monday.
      * The ferry moves to the harbour.

      Photo: the old pier

      The works will last until the spring, the mayor said on Wednesday.

      Source: Harbour Press

      Read more

      Subscribe
      """
    #expect(
      try kinds(text) == [
        .kicker, .headline, .subheading, .paragraph, .subheading, .listItem, .listItem, .caption,
        .paragraph, .credit, .tail, .tail,
      ])
  }

  @Test("The body of a text that is read in parts reaches from one to the next")
  func parts() throws {
    let text = """
      harbour news

      What happens to the pier

      \(Self.paragraph)

      Read more
      """
    // Each of them is a start with its head, a middle, and an end with its tail.
    #expect(try kinds(text) == [.kicker, .headline, .paragraph, .tail])
    var origin = Source.Origin()
    #expect(
      try kinds(text, from: origin, goesOn: true) == [.kicker, .headline, .paragraph, .subheading])
    origin.bytes = 1
    #expect(
      try kinds(text, from: origin, goesOn: true)
        == [.subheading, .subheading, .paragraph, .subheading])
    #expect(
      try kinds(text, from: origin, goesOn: false)
        == [.subheading, .subheading, .paragraph, .tail])
    #expect(try kinds("Read more\n\nSubscribe", from: origin, goesOn: false) == [.tail, .tail])
  }

  private func kinds(
    _ text: String, from origin: Source.Origin, goesOn: Bool
  ) throws -> [Block.Kind] {
    let part = try Source(part: Array(text.utf8), from: origin, goesOn: goesOn)
    return PlainText.extract(part).blocks.map(\.kind)
  }

  @Test("A last line cut short is no tail")
  func cutShort() throws {
    let text = Self.paragraph + "\n\nThe mayor of the town said that the works would last unti"
    #expect(try kinds(text) == [.paragraph, .paragraph])
  }

  @Test("Wrapped lines are one paragraph, lines of their own are not")
  func wrapping() throws {
    let wrapped = """
      The council of the port voted on Tuesday to close the old pier until
      the spring, and the mayor said that the works would last longer than
      planned.

      \(Self.paragraph)
      \(Self.paragraph)
      """
    let blocks = try extract(wrapped).blocks
    #expect(
      blocks.map { Int($0.range.length) } == [
        146, Self.paragraph.utf8.count, Self.paragraph.utf8.count,
      ])
  }

  @Test("A list marker is no part of its item")
  func marker() throws {
    let extracted = try extract(Self.paragraph + "\n\n12. The pier closes on Monday.")
    #expect(
      extracted.blocks.last.map {
        String(decoding: extracted.text[$0.range.indices], as: UTF8.self)
      }
        == "The pier closes on Monday.")
  }

  @Test("Line ends and a byte order mark change nothing", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(lineEnd: String) throws {
    let text = "\u{FEFF}Council votes to close pier\n\n\(Self.paragraph)\n"
      .replacing("\n", with: lineEnd)
    #expect(try kinds(text) == [.headline, .paragraph])
    #expect(try extract(text).blocks.first?.range.start == 3)
  }

  @Test("A text without prose is paragraphs", arguments: ["", "\n \n", "One line", "a\nb"])
  func withoutProse(text: String) throws {
    #expect(try kinds(text).allSatisfy { $0 == .paragraph })
  }

  private func extract(_ text: String) throws -> ExtractedText {
    PlainText.extract(try Source(decoding: Array(text.utf8)))
  }

  private func kinds(_ text: String) throws -> [Block.Kind] {
    try extract(text).blocks.map(\.kind)
  }
}
