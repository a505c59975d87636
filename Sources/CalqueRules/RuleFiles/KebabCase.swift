/// The spelling of rule ids and of folders of rules: `narrow-coordination`.
enum KebabCase {
  /// Tells whether a name has only small letters, digits and single hyphens between them.
  static func isValid(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}
