package import CalqueFindings
package import CalqueText

/// A configuration file and those that it builds upon, each with the folder of its globs.
///
/// Paths given to a chain are absolute and have no `.` or `..` in them.
package struct ConfigurationChain: Sendable, Hashable {
  /// One file of a chain.
  package struct Link: Sendable, Hashable {
    /// The file.
    package let file: ConfigurationFile
    /// Absolute path of the folder that globs start from, without a final slash.
    package let globFolder: String
    /// Absolute path of the folder that the file lies in, without a final slash.
    package let ownFolder: String

    /// Creates a link.
    package init(file: ConfigurationFile, globFolder: String, ownFolder: String) {
      self.file = file
      self.globFolder = globFolder
      self.ownFolder = ownFolder
    }
  }

  /// Ends of the names of files in a folder, in any case, that are linted where no configuration
  /// says.
  ///
  /// JSON is data of any kind, so that files of articles are named.
  private static let textFileEndings = [
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml",
  ]

  /// The files, the one that others build upon first.
  package let links: [Link]

  /// Creates a chain; without links it is the configuration that applies where there is none.
  package init(_ links: [Link] = []) {
    self.links = links
  }

  /// Tells whether a file that was found in a folder is linted.
  package func includes(_ path: String) -> Bool {
    guard let link = links.last(where: { $0.file.include != nil }), let globs = link.file.include
    else {
      return Self.textFileEndings.contains { Self.ends(path, with: $0) }
    }
    return link.matches(path, globs, isFolder: false)
  }

  /// Tells whether a path has an ending of small letters, in any case.
  private static func ends(_ path: String, with ending: String) -> Bool {
    path.utf8.reversed().starts(with: ending.utf8.reversed()) { byte, wanted in
      byte == wanted || (0x61...0x7A).contains(wanted) && byte | 0x20 == wanted
    }
  }

  /// Tells whether a file or folder is left out when its folder is searched.
  package func excludes(_ path: String, isFolder: Bool) -> Bool {
    links.contains { $0.matches(path, $0.file.exclude, isFolder: isFolder) }
  }

  /// Returns which overrides hold for a file: files with the same answer share their settings.
  package func overrides(for path: String) -> [Bool] {
    links.flatMap { link in
      link.file.overrides.map { link.matches(path, $0.files, isFolder: false) }
    }
  }

  /// Returns the settings of the files for which these overrides hold.
  package func settings(overrides: [Bool]) -> FileSettings {
    var result = FileSettings()
    var holds = overrides[...]
    for link in links {
      link.file.settings.apply(to: &result)
      for override in link.file.overrides where holds.popFirst() ?? false {
        override.settings.apply(to: &result)
      }
    }
    return result
  }

  /// Paths of the folders with rules; a relative one is taken from the folder of its file.
  package var ruleFolders: [String] {
    links.flatMap { link in link.file.ruleFolders.map(link.absolute) }
  }

  /// Whether a file names a rule, a pack or a language.
  package var namesRules: Bool { links.contains { $0.file.namesRules } }

  /// Most warnings that a run may have and succeed; nil for any number.
  package var maxWarnings: Int? { links.last { $0.file.maxWarnings != nil }?.file.maxWarnings }

  /// What columns count; nil where no file says.
  package var columnUnit: LineMap.ColumnUnit? {
    links.last { $0.file.columnUnit != nil }?.file.columnUnit
  }
}

extension ConfigurationChain.Link {
  /// Returns the absolute path of what the file names.
  func absolute(_ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : ownFolder + "/" + path
  }

  /// Returns the finding that says why a folder of ``ConfigurationChain/ruleFolders`` cannot be
  /// read; nil where the file does not name it.
  package func problem(withRuleFolder folder: String, _ reason: String) -> Finding? {
    file.ruleFolders.first { absolute($0) == folder }
      .flatMap { file.problem(withRuleFolder: $0, reason) }
  }

  /// Tells whether a glob names a path; one outside the folder is taken from the root.
  func matches(_ path: String, _ globs: [PathGlob], isFolder: Bool) -> Bool {
    guard !globs.isEmpty else { return false }
    let start = globFolder + "/"
    let isInside = path.utf8.starts(with: start.utf8)
    // Bytes, for a slash with a combining accent after it is no slash to a character.
    let relative = Substring(path.utf8.dropFirst(isInside ? start.utf8.count : 1))
    return globs.contains { $0.matches(relative, isFolder: isFolder) }
  }
}
