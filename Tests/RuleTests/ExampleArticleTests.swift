import Calque
import CalqueFindings
import CalqueText
import Foundation
import Testing

/// The article that is shipped as an example: all that a rule can see in it, and nothing else.
@Suite("The example article")
struct ExampleArticleTests {
  private static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Examples/eu-nato-osce-coordination.txt")

  /// Line, reported text (its end left out where it is long), rule.
  private static let expected = """
    1|news agency|residue/kicker-line
    5|continue its|es/continue-its
    5|“narrow”|consistency/quoted-term-drift
    5|“narrow” coordination|es/narrow-coordination
    7|call “quadrilateral”|es/adjective-after-noun
    7|Held|quotation/capital-after-quote
    7|High Representative for Foreign and Security Policy|es/high-representative-title
    7|acting president|es/acting-president-of-body
    7|informed the community foreign spokesman Peter Stano|es/informed-the-speaker
    7|community foreign spokesman|es/community-spokesman
    9|this Tuesday|es/this-weekday
    9|UkraineStano|quotation/fused-speaker
    11|had occasion to|es/had-occasion-to
    11|received that|es/received-that
    13|”|quotation/unopened-quote
    13|highlighted the spokesman|es/highlighted-the-speaker
    13|European Foreign Affairs Service|es/external-action-service
    13|SEAE|es/acronym-seae
    13|which Borrell directs|es/directs-a-body
    15|“agreed to|quotation/quotation-without-subject
    17|as “adequate platform|es/as-without-article
    17|adequate platform|es/adequate-for-suitable
    19|presidency in office|es/presidency-in-office
    21|In this way,|es/in-this-way
    25|You may also like|residue/tail-block
    """.split(separator: "\n").map(String.init)

  @Test("Everything that a rule can see is found, and nothing else")
  func findings() throws {
    let bytes = [UInt8](try Data(contentsOf: Self.path))
    let lines = LineMap(bytes)
    let found = Linter().lint(try Source(decoding: bytes)).map { finding in
      let line = lines.position(of: finding.range.start, in: .scalar).line
      let text = String(decoding: bytes[finding.range.indices], as: UTF8.self)
      return "\(line)|\(text.split(separator: "\n")[0])|\(finding.rule)"
    }
    #expect(found == Self.expected)
  }

  @Test("The article is as it was published: no newline at its end")
  func bytes() throws {
    let bytes = try Data(contentsOf: Self.path)
    #expect(bytes.count == 2644)
    #expect(bytes.last == UInt8(ascii: "o"))
  }
}
