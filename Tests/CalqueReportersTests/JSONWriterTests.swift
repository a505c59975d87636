import Testing

@testable import CalqueReporters

@Suite("JSON is written as told")
struct JSONWriterTests {
  private func check(
    _ expected: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ content: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter()
    content(&writer)
    let written = String(decoding: writer.bytes, as: UTF8.self)
    #expect(written == expected, sourceLocation: sourceLocation)
  }

  @Test("Commas stand between members and elements, nowhere else")
  func commas() {
    check(#"{"a":1,"b":[],"c":[{},{"d":true,"e":"f"},-2],"g":{"h":["i","j"]}}"#) { writer in
      writer.object { object in
        object.member("a", 1)
        object.array("b") { _ in }
        object.array("c") { array in
          array.object { _ in }
          array.object {
            $0.member("d", true)
            $0.member("e", "f")
          }
          array.integer(-2)
        }
        object.object("g") { $0.array("h", of: ["i", "j"]) }
      }
    }
  }

  @Test("A document in parts is one document")
  func parts() {
    var head = JSONWriter()
    head.openArray()
    head.lineBreak()
    head.integer(1)
    var tail = JSONWriter()
    tail.endLine()
    tail.closeArray()
    #expect(String(decoding: head.bytes + tail.bytes, as: UTF8.self) == "[\n1\n]")
  }

  @Test("A line breaks behind the comma")
  func lines() {
    check("[\n1,\n2]") { writer in
      writer.array { array in
        for number in 1...2 {
          array.lineBreak()
          array.integer(number)
        }
      }
    }
  }

  @Test(
    "Text that would act is escaped",
    arguments: [
      ("", #""""#),
      ("“déjà vu” 界 😀", #""“déjà vu” 界 😀""#),
      ("\" \\ /", #""\" \\ /""#),
      ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#),
      ("\u{0}\u{1B}\u{7F}", #""\u0000\u001b\u007f""#),
      ("\u{85}\u{9B}\u{2028}\u{2029}", #""\u0085\u009b\u2028\u2029""#),
      ("\u{202E}\u{2066}\u{FEFF}", #""\u202e\u2066\ufeff""#),
      ("\u{E0041}", #""\udb40\udc41""#),
      ("##[error] #[ [", ###""##\u005berror] #[ [""###),
    ])
  func escapes(text: String, expected: String) {
    check(expected) { $0.string(text) }
  }
}
