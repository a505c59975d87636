import CalqueText
import Testing

@Suite("Properties of scalars") struct ScalarTests {
  @Test(
    "Accents are taken off, one after the other",
    arguments: [
      ("á", "a"), ("Á", "A"), ("ộ", "o"), ("š", "s"), ("ç", "c"), ("a", "a"), ("ß", "ß"),
      ("ø", "ø"),
      ("한", "ᄒ"), ("я", "я"), ("\u{10FFFF}", "\u{10FFFF}"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func base(scalar: Unicode.Scalar, base: Unicode.Scalar) {
    #expect(Scalars.base(of: scalar.value) == base.value)
  }
}
