import Calque

/// The catalogue of rules as files, one a pack.
struct Catalogue {
  private let pages: [RulePage]

  init(_ pages: [RulePage]) {
    self.pages = pages
  }

  /// Writes the pages to a folder, each whole or not at all, and says what went wrong.
  func write(to folder: FilePath) -> ExitStatus {
    var place = folder
    do throws(SystemError) {
      try folder.makeFolder()
      for page in pages {
        place = folder.appending(Array("\(page.pack).md".utf8))
        var file = try OutputFile.open(place)
        try file.write(Array(page.text.utf8))
        try file.finish()
      }
      return .clean
    } catch {
      StandardError.write("the page cannot be written: \(error)", path: place.text)
      return .usage
    }
  }
}
