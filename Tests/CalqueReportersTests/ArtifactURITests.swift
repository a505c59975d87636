import Testing

@testable import CalqueReporters

@Suite("Paths as URIs")
struct ArtifactURITests {
  @Test(
    "Names are encoded; what lies in the working folder is relative",
    arguments: [
      ("news/a.txt", "news/a.txt", true),
      ("./news/a.txt", "news/a.txt", true),
      ("../a.txt", "../a.txt", true),
      (".hidden", ".hidden", true),
      ("a b%c#d?e:f\\.txt", "a%20b%25c%23d%3Fe%3Af%5C.txt", true),
      ("año\n.txt", "a%C3%B1o%0A.txt", true),
      ("/srv/news desk/a.txt", "a.txt", true),
      ("/srv/news desk 2/a.txt", "file:///srv/news%20desk%202/a.txt", false),
    ])
  func paths(path: String, uri: String, isRelative: Bool) {
    let made = ArtifactURI(path: path, workingFolder: "/srv/news desk")
    #expect(made.text == uri)
    #expect(made.isRelative == isRelative)
  }

  @Test(
    "A path for code hosts starts from the working folder, as it is written",
    arguments: [
      ("./a b%c.txt", "a b%c.txt", true), ("/srv/news desk/a/b.txt", "a/b.txt", true),
      ("/srv/a.txt", "/srv/a.txt", false),
    ])
  func localPaths(path: String, text: String, isRelative: Bool) {
    let made = ArtifactPath(path, workingFolder: "/srv/news desk")
    #expect(made.text == text)
    #expect(made.isRelative == isRelative)
  }

  @Test("A folder ends in one slash", arguments: [("/", "file:///"), ("/a b", "file:///a%20b/")])
  func folders(path: String, uri: String) {
    #expect(ArtifactURI.folder(path) == uri)
  }
}
