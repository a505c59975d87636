import CalqueFormats
import Testing

@Suite("HTML")
struct HTMLTextTests {
  private static let lead =
    "The council of the port voted on Tuesday to close the old pier until the spring."

  private func blocks(_ text: String) throws -> [String] {
    try Extraction(text, as: HTMLText()).blocks
  }

  @Test("A page gives its headline and blocks; menus, scripts and code are not read")
  func page() throws {
    let page = """
      <!DOCTYPE html>
      <html><head><title>Pier to close - Harbour Press</title>
      <style>p > a { color: red }</style><script>if (a < b) document.write("<p>no</p>")</script>
      </head><body>
      <nav><ul><li>Home</li></ul></nav>
      <header><a href="/">Harbour Press</a><h1>Council votes
        to close <em>the old pier</em></h1></header>
      <p>\(Self.lead)<!-- a note --></p>
      <figure><img src="a.jpg" alt="no"><figcaption>The pier</figcaption></figure>
      <h2>What happens <br> next</h2>
      <ul><li>The ferry moves.<li><p>The café stays.</p></ul>
      <table><tr><td>Boats<td>12</table>
      <pre>no</pre><aside><p>Not this story.</p></aside>
      <p>First line<br><br>second block</p>
      <footer>Imprint</footer></body></html>
      """
    #expect(
      try blocks(page) == [
        "kicker: Harbour Press", "headline: Council votes to close the old pier",
        "paragraph: \(Self.lead)", "caption: The pier", "subheading: What happens next",
        "listItem: The ferry moves.", "listItem: The café stays.", "listItem: Boats",
        "listItem: 12", "tail: First line", "tail: second block",
      ])
  }

  @Test("The title of the page is the headline of a page without one")
  func title() throws {
    let page = "<title>Pier &amp; port</title><p>\(Self.lead)</p>"
    #expect(try blocks(page) == ["headline: Pier & port", "paragraph: \(Self.lead)"])
    #expect(
      try blocks(page + "<h1>Pier</h1><p>\(Self.lead)")
        == ["paragraph: \(Self.lead)", "headline: Pier", "paragraph: \(Self.lead)"])
  }

  @Test("Each article is one, and what stands around articles is none")
  func articles() throws {
    let page = """
      <h1>News</h1><p>Welcome to our page.</p>
      <article><h2>One</h2><p>\(Self.lead)</p><article><p>A comment.</p></article></article>
      <article><header><h3>Two</h3></header><p>\(Self.lead)</p></article>
      <div>Subscribe</div>
      """
    #expect(
      try blocks(page) == [
        "headline: One", "paragraph: \(Self.lead)", "paragraph: A comment.", "--",
        "headline: Two", "paragraph: \(Self.lead)",
      ])
  }

  @Test("An article without a heading has that of the page, and the main part is the article")
  func headings() throws {
    let start = "<title>T</title><body><h1>Pier closes</h1>"
    let expected = ["headline: Pier closes", "paragraph: \(Self.lead)"]
    #expect(try blocks("\(start)<article><p>\(Self.lead)</article><p>Menu") == expected)
    #expect(try blocks("\(start)<main><p>\(Self.lead)</main><p>Menu") == expected)
  }

  @Test("A story outside of articles that are teasers is read")
  func teasers() throws {
    let page = """
      <main><h1>Pier closes</h1><p>\(Self.lead)</p><p>\(Self.lead)</p>
      <article><h2>Boat sinks</h2></article></main>
      """
    #expect(
      try blocks(page) == [
        "headline: Boat sinks", "--", "headline: Pier closes", "paragraph: \(Self.lead)",
        "paragraph: \(Self.lead)",
      ])
  }

  @Test(
    "References are read as browsers read them",
    arguments: [
      ("R&amp;D", "R&D"), ("R&D", "R&D"), ("a &lt; b", "a < b"), ("&#8220;a&#x201d;", "“a”"),
      ("&#147;a&#148;", "“a”"), ("&copy 1", "© 1"), ("&notit;", "¬it;"), ("&foo;", "&foo;"),
      ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("&", "&"), ("&#", "&#"), ("&#x;", "&#x;"), ("&;", "&;"), ("&amp;amp;", "&amp;"),
      ("&CounterClockwiseContourIntegral;", "∳"), ("a&nbsp;b", "a\u{A0}b"), ("3 < 5", "3 < 5"),
      ("a<b>c</b >d", "acd"), ("a</>b</ x>c<?php x ?>d", "abcd"), ("<q>a</q>", "“a”"),
      ("a <code>b</code> c", "a \u{FFFC} c"), ("x<!-->y<!--->z<!-- --!>w", "xyzw"),
      ("a \n\t b", "a b"), ("a<i> </i> b", "a b"), ("<a href='x>y' b=\"z>\" c=d>e</a>", "e"),
    ])
  func characters(markup: String, text: String) throws {
    #expect(try blocks("<p>\(markup)</p>") == ["paragraph: \(text)"])
  }

  @Test("A place is that of the source, with the tags inside of it")
  func places() throws {
    let page = try Extraction(
      "<p>The &ldquo;old&rdquo;\r\n  p<b>ie</b>r of <a href=x>Le&oacute;n</a>.", as: HTMLText())
    #expect(page.origin(of: "“old”") == "&ldquo;old&rdquo;")
    #expect(page.origin(of: "pier") == "p<b>ie</b>r")
    #expect(page.origin(of: " pier") == "\r\n  p<b>ie</b>r")
    #expect(page.origin(of: "León") == "Le&oacute;n")
  }

  @Test(
    "An edit is written as HTML has it, or not offered",
    arguments: [
      ("<p>the old pier", "old", "R&D <new>", "<p>the R&amp;D &lt;new&gt; pier"),
      ("<p>the o<b>ld</b> pier", "old", "new", nil),
      ("<p>the <b>old</b> pier", "old", "new", "<p>the <b>new</b> pier"),
      ("<p>the &ldquo;old pier", "“", "", "<p>the old pier"),
      ("<p>the &nGt; pier", "\u{226B}", "x", nil),
      ("<p>the\n\n  old pier", " old", " new", "<p>the new pier"),
      // Behind an ampersand nothing is changed: the next letters might make a name of it.
      ("<p>AT&T pier", "T pier", "pier", nil), ("<p>a < b pier", " b", "b", nil),
      ("<p>a & b pier", " b", "b", nil), ("<p>one<p>two pier", "one\n\ntwo", "x", nil),
      ("<p>a<q>old</q>", "“", "x", nil),
    ] as [(String, String, String, String?)])
  func edits(page: String, text: String, replacement: String, expected: String?) throws {
    let extraction = try Extraction(page, as: HTMLText())
    #expect(extraction.edited(text, to: replacement) == expected)
  }

  @Test(
    "What is not closed is told, and the rest is still read",
    arguments: [
      ("<p>One.<!-- two", "7: the comment is not closed, so the rest of the page is not read"),
      (
        "<p>One.<script>two",
        "15: the element <script> is not closed, so the rest of the page is not read"
      ),
      ("<p>One.<a href=\"two", "7: the tag is not closed, so the rest of the page is not read"),
    ])
  func unclosed(page: String, message: String) throws {
    let extraction = try Extraction(page, as: HTMLText())
    #expect(extraction.messages == [message])
    #expect(extraction.blocks == ["paragraph: One."])
  }

  @Test("Tags that are not closed, or closed in the wrong order, lose no text")
  func disorder() throws {
    #expect(
      try blocks("<div><p>a<div>b</p>c</span></div></div></div>d<h1>e</h2>f<li>g</ul>h")
        == ["paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d", "headline: e"]
        + ["paragraph: f", "listItem: g", "listItem: h"])
    #expect(
      try blocks("<p>a<nav>b</nav>c<button>d<p>e</button>f") == ["paragraph: a"]
        + ["paragraph: cf"])
  }
}
